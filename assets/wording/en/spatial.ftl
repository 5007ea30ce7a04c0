title = { $finding }: Moran's I was { $index } in { $year }
subtitle = Gross regional product per head of each province and the mean of its neighbours, both as standard scores, { $year }. Filled: the province's own test has p < 0.05
alt = Moran scatter plot: output per head of each province against the mean of its neighbours, { $year }; the slope is Moran's I, { $index }.
description = In { $year } Moran's I was { $index } (p { $p }; { $expected } is expected without any pattern). { $counts }. Provinces whose own test has p below { $level }: { $local } ({ $names }).
note = Tests of single provinces are not adjusted: of { $n } about { $chance } fall below 0.05 by chance. Neighbours share a land border; Hainan counts as a neighbour of Guangdong.
alike = Neighbours are more alike in output per head than by chance
unlike = Neighbours are less alike in output per head than by chance
unsure = Whether neighbours are alike in output per head is inconclusive
in_high_high = High beside high: { $n }
in_low_low = Low beside low: { $n }
in_low_high = Low beside high: { $n }
in_high_low = High beside low: { $n }
slope = slope = Moran's I { $index }, p { $p }
