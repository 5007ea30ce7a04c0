title = The log t test finds { $clubs } clubs of output per head among the 31 provinces, { $merged } after merging ({ $first }–{ $last })
subtitle = Convergence clubs in gross regional product per head, { $first }–{ $last }. Numbers are clubs: among provinces with the same number the test does not reject relative convergence
alt = Two maps and a table: the convergence club of each province, { $first }–{ $last }, before and after merging.
description = { $clubs } clubs before merging and { $merged } after; { $none } provinces are in no club: { $outside }. Clubs by each way of clustering: { $ways }.
note = After Phillips and Sul (2007, 2009). White: in no club; grey: no figure. A slope with t of −1.65 or less rejects convergence in the club: { $rejected } here. Clubs vary with basis, years, way: { $ways }. Schematic outlines, not a statement on boundaries; the South China Sea islands are not in the base file. Outlines: Apache ECharts.
ways = unmerged { $clubs } and { $clubs_stata } (two programs), merged after Phillips and Sul { $merged }, merged after von Lyncker and Thoennessen { $merged_otherwise }
