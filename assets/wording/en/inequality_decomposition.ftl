title = Gaps between the four blocs made { $between_share_first } of the provincial Gini in { $first }, { $between_share_last } in { $last }; their overlap made { $overlap_share_first } and { $overlap_share_last }
subtitle = Gini of gross regional product per head across the 31 provinces, weighted by people, in Dagum's three parts, { $first }–{ $last }
alt = Stacked areas: Gini split into a part between the four blocs, a part within them and a part from their overlap, { $first } to { $last }.
description = The Gini went from { $total_first } in { $first } to { $total_last } in { $last }: the part between the blocs from { $between_first } to { $between_last }, inside them from { $within_first } to { $within_last }, from overlap { $overlap_first } to { $overlap_last }. The three parts add up to it.
note = Between: differences of the blocs' means. Overlap: provinces of a bloc with a lower mean that stand above provinces of one with a higher mean.
