title = Northeast in { $last }: health care beds at { $beds } of the nation, output per head at { $gdp }
subtitle = Northeast as a percentage of the nation: hollow dot { $first }, full dot { $last }
alt = Dot plot of { $count } indicators of the Northeast relative to the nation, { $first } and { $last }.
description = In { $last } the Northeast stood above the nation on { $above } of { $count } indicators. Output per head went from { $gdp_first } of the nation in { $first } to { $gdp }, disposable income from { $income_first } to { $income }, health care beds per 1,000 people from { $beds_first } to { $beds }.
note = Dots not joined: the definition of the figures changed between the two years.
