title = { $highest } produced { $highest_ratio } of the nation's output per head in { $year }, { $lowest } { $lowest_ratio }
subtitle = Gross regional product per head as a percentage of the nation (31 provinces), { $year }
alt = Map of provinces shaded by output per head relative to the nation, { $year }.
description = In { $year } { $above } provinces stood above the nation and { $below } below it. Highest: { $top }. Lowest: { $bottom }.
note = Schematic outlines, not a statement on boundaries; the South China Sea islands are not in the base file. Outlines: Apache ECharts.
