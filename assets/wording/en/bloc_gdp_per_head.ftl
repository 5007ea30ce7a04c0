title = Northeast output per head: { $northeast_first } of the nation in { $first }, { $northeast_last } in { $last }
subtitle = Gross regional product per head of the four blocs as a percentage of the nation (31 provinces), { $first }–{ $last }
alt = Line chart of output per head in the four blocs relative to the nation, { $first } to { $last }, nation = 100%.
description = In { $last } the East stood at { $east_last } of the nation ({ $east_first } in { $first }), the Central region at { $central_last } ({ $central_first }), the West at { $west_last } ({ $west_first }) and the Northeast at { $northeast_last } ({ $northeast_first }). At the dashed rule the basis of the figures changes; the lines are cut there.
note = At the dashed rule the basis of the figures changes: years on both sides of it are not strictly comparable.
