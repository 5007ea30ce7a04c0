title = Provinces draw closer on { $converging } of { $tested } indicators, apart on { $diverging }; { $unclear } are inconclusive or depend on the weighting
subtitle = Change in the dispersion between the 31 provinces (standard deviation of logs), by indicator, window and weighting. The title counts the longest run on one basis, where every weighting agrees
alt = Heat table of verdicts for { $indicators } indicators by window and weighting: converging dark with a triangle down, diverging light with a triangle up, inconclusive white with a circle.
description = Over the longest run on one basis, by every weighting: converging on { $converging }: { $converging_names }. Diverging on { $diverging }: { $diverging_names }. Inconclusive on { $inconclusive }; depending on the weighting on { $mixed }: { $mixed_names }. Not testable: { $untested }.
note = Inconclusive is not 'no change'. { $tests } tests, each p on its own (p < 0.05 and an interval that excludes 0); about { $by_chance } would show a change by chance alone. Converging means less dispersion, diverging more; neither means better. Hatched: no test (new basis: the basis changes within the window; values: zero or missing values have no log). –: no such window, or no natural weights.
span-longest = Longest run on one basis
span-to_base_year = Up to { $year }, base year
span-from_base_year = Since { $year }
weighted = weighted
unweighted = unweighted
cell-converging = converging
cell-diverging = diverging
cell-inconclusive = inconclusive
cell-break = new basis
cell-values = values
tip = { $start }–{ $end }: { $change } ({ $low } to { $high }), { $p }, n = { $n }
