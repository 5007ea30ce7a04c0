title = From one year to the next, { $lowest } of cases in the lowest class of output per head stay there, and { $highest } in the highest
subtitle = Provinces in five classes of gross regional product per head as a percentage of the mean of provinces; each cell is the share of its row that is in its column a year later
alt = Transition matrix: shares, intervals and counts of provinces moving between classes of output per head from year to year.
description = Of cases in the lowest class { $lowest } stay for the next year (interval { $lowest_interval }), in the highest { $highest } ({ $highest_interval }). Of { $cases } yearly cases { $moved } change class and { $jumped } move by more than one class.
note = In brackets 95% intervals (whole provinces drawn again), below them counts. A move never seen is 0 here, which does not make it impossible. Years are pooled, none across a change of basis; the mean counts each province once.
