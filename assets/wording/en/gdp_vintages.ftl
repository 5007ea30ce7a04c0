title = East over Central output per head in { $marked }: { $low } to { $high }, depending on the edition of the figures
subtitle = Gross regional product per head of the East as a multiple of the Central region's, by edition, { $first }–{ $last }
alt = Line chart of the ratio of output per head, East over Central, in four editions of the figures, { $first } to { $last }.
description = For { $marked } the edition before the census gives { $precensus }, the first print { $first_print }, the edition after the 2018 census { $census4 } and that after the 2023 census { $census5 }. A line is cut where its figures change basis.
note = A line is cut where its figures change basis. First prints from 2019 on are compiled by the national bureau and not comparable with earlier ones. Census: for GDP the economic, for population the population census.
