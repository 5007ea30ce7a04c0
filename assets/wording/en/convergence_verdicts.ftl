title = Output per head of the 31 provinces: { $findings }
subtitle = Change in the dispersion of gross regional product per head inside each group (standard deviation of logs). Dot: change, log scale; bar: 95% interval; line below: range with each member left out
alt = Dots and intervals: change in the dispersion of output per head inside each group, with interval and verdict, weighted by people and unweighted side by side.
description = { $statements }
note = Converging or diverging only where p < 0.05 and the interval excludes 0; inconclusive is not 'no change'. Below 5 members there is no test. Arrow: the interval goes on. { $tests } tests, each p on its own; adjusted for the groups of a window (Holm), { $kept } of { $signed } verdicts of change stay below 0.05. GBA: city figures, on another basis.
finding = { $first }–{ $last } { $verdicts }
