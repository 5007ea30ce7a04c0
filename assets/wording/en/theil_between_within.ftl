title = Gaps between the four blocs made { $share_first } of provincial inequality in { $first }, { $share_last } in { $last }
subtitle = Theil index of gross regional product per head across the 31 provinces, weighted by people, and its two parts, { $first }–{ $last }
alt = Stacked columns: Theil index split into a part between and a part within the four blocs, { $first } to { $last }.
description = The Theil index went from { $total_first } in { $first } to { $total_last } in { $last }: the part between the blocs from { $between_first } to { $between_last }, the part inside them from { $within_first } to { $within_last }. The two parts add up to the whole.
