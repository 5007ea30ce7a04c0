title = In { $last }, { $none } provinces are in none of the major strategies, { $most } are in { $top }
subtitle = Number of major regional strategies that reach each province, { $first }–{ $last }, as in force in each year
alt = Grid of 31 provinces by year, { $first } to { $last }: the darker a cell, the more major strategies reach the province.
description = In none in { $last }: { $none_names }. In { $top }: { $most_names }. Counted are Jing-Jin-Ji, Yangtze Belt, Yangtze Delta, Greater Bay Area and Yellow River.
note = Counted: Jing-Jin-Ji, Yangtze Belt, Yangtze Delta, Greater Bay Area, Yellow River. A province counts when part of it belongs. Members and dates: the official documents in the table of groups.
