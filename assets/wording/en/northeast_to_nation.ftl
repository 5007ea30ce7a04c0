title = Northeast in { $last }: { $beds } of the nation in hospital beds, { $gdp } in output per head
subtitle = Northeast as a percentage of the nation: hollow dot { $first }, full dot { $last }
alt = Dot plot of { $count } indicators of the Northeast relative to the nation, { $first } and { $last }.
description = In { $last } the Northeast stood above the nation on { $above } of { $count } indicators. Output per head went from { $gdp_first } of the nation in { $first } to { $gdp }, disposable income from { $income_first } to { $income }, hospital beds per 1,000 people from { $beds_first } to { $beds }.
