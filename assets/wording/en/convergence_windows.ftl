title = Beta is significantly below zero in { $marked } of { $windows } windows{ $early }
subtitle = Slope of yearly growth on the log of the start value of gross regional product per head, 31 provinces, one cell a window, { $first }–{ $last }. Below zero (green): provinces with less at the start grew faster. Dot: p < { $level }
alt = Heat map of beta of output per head across 31 provinces, one cell for every start and end year, { $first } to { $last }; a dot marks the significant ones.
description = Of { $windows } windows { $negative } have a beta below zero, { $marked } of them with p < { $level }; { $positive_marked } have one above zero with p < { $level }. Over the whole span ({ $first }–{ $last }) beta is { $whole }.
note = No verdict on convergence: beta below zero may be regression to the mean. Windows overlap, none is corrected for their number; the counts depend on the edition.
early = : all { $all } that start in { $years }, { $few } of the { $others } that start later
