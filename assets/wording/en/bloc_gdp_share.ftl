title = Share of output: the East { $east_first } in { $first } and { $east_last } in { $last }, the Northeast { $northeast_first } and { $northeast_last }
subtitle = Shares of the four blocs in the sum of the 31 provinces' gross regional product, current prices, { $first }–{ $last }
alt = Stacked columns: shares of the four blocs in gross regional product, { $first } to { $last }.
description = In { $last } the East produced { $east_last }, the Central region { $central_last }, the West { $west_last } and the Northeast { $northeast_last }; in { $first } it was { $east_first }, { $central_first }, { $west_first } and { $northeast_first }. The basis of the figures changes at the dashed rules, so values on both sides of one should not be subtracted.
note = At the dashed rules the basis of the figures changes: years on both sides of one are not strictly comparable.
