title = In the Yangtze Belt the richest province produces { $yreb } times the poorest's output per head ({ $last })
subtitle = Gross regional product per head of the highest and lowest province and of the whole zone, { $unit }, { $last }
alt = Range chart: highest province, lowest province and whole of each major strategy, output per head, { $last }.
description = Highest over lowest province in { $last }: Jing-Jin-Ji { $jjj }, Yangtze Delta { $yrd }, Yangtze Belt { $yreb }, Yellow River { $yellow_river }. The tick is the level of all provinces outside the zone.
note = Dot: whole zone. Tick: all other provinces. The Greater Bay Area is computed from city figures on another basis and is left out.
