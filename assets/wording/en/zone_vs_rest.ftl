title = Output per head against the rest of the nation, { $first } and { $last }: Yangtze Belt { $yreb_first } and { $yreb_last }, Jing-Jin-Ji { $jjj_first } and { $jjj_last }
subtitle = Gross regional product per head of each major strategy's provinces as a percentage of all other provinces, { $first }–{ $last }; today's members throughout
alt = Small multiples: output per head of each major strategy relative to the rest of the nation, { $first } to { $last }, with the start of the strategy as a dashed rule.
description = In { $first } and { $last }: Jing-Jin-Ji { $jjj_first } and { $jjj_last }, Yangtze Delta { $yrd_first } and { $yrd_last }, Yangtze Belt { $yreb_first } and { $yreb_last }, Yellow River { $yellow_river_first } and { $yellow_river_last }. Movements around a rule describe; they do not show the effect of a strategy.
note = Strategies overlap; each panel stands alone. The Greater Bay Area is computed from city figures on another basis and is left out.
