title = Recomputed, { $reproduced } of { $all } official figures come out as printed, { $not_reproduced } differently
subtitle = Regional figures in official documents beside what this warehouse computes; one square a figure, in the order of the years they speak of
alt = Squares, one for each of { $all } official regional figures, grouped by verdict.
description = { $reproduced } come out as printed, { $within_tolerance } within the tolerance, { $not_reproduced } differently and { $not_computable } cannot be computed from the figures held. The data table lists every figure with its source.
note = Documents and differences: see the data table of the page version.
