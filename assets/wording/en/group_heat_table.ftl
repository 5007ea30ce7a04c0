title = { $best }: better than the nation on { $best_count } of { $indicators } indicators; { $worst }: on { $worst_count }
subtitle = Percentage of the nation in each indicator's newest year; green is better than the nation, brown worse, and the darker the further away
alt = Heat table of { $groups } groups by { $indicators } indicators relative to the nation: green better, brown worse.
description = Indicators on which each of the four blocs stands better than the nation: { $counts }. The year follows each name; where lower is better (↓) the colours are turned round.
note = ↓ Lower is better. The four columns at the left are blocs and do not overlap; the four at the right are major strategies, which overlap with them and each other. The Greater Bay Area is computed from city figures on another basis and is left out.
