title = Spread of output per head between provinces: { $peak } at its peak in { $peak_year }, { $cv_last } in { $last }
subtitle = Dispersion of gross regional product per head across the 31 provinces, { $first }–{ $last }; 0 means no difference. The title quotes the coefficient of variation weighted by people
alt = Two line charts: coefficient of variation and Theil index of output per head across 31 provinces, weighted by people and by province, { $first } to { $last }.
description = Weighted by people, the coefficient of variation was { $cv_first } in { $first }, peaked at { $peak } in { $peak_year } and was { $cv_last } in { $last }; counting each province once it was { $cvu_last }. The Theil index weighted by people went from { $theil_first } to { $theil_last }. The basis of the figures changes at the dashed rule.
note = At the dashed rule the basis of the figures changes: years on both sides of it are not strictly comparable.
