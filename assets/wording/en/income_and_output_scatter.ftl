title = { $mover }, { $first }–{ $last }: output per head { $output } of the nation, household income { $income }
subtitle = Gross regional product per head (across) and disposable income per person (up) of the four blocs as a percentage of the nation, a point a year, { $first }–{ $last }
alt = Connected scatter plot of the four blocs: output per head against household income, both relative to the nation, { $first } to { $last }, with a diagonal where both are equal.
description = From { $first } to { $last }, as a percentage of the nation. { $all }
note = Ringed: the last year, labelled with output and income. Above the diagonal a bloc stands higher in income than in output. Paths describe; they do not show that one moves the other.
bloc = { $name }: output { $output }, income { $income }.
rises = rises from { $before } to { $after }
falls = falls from { $before } to { $after }
stays = stays at { $after }
axis-output = Output per head, nation = 100%
axis-income = Income per person, nation = 100%
output = output
income = income
equal = output = income
nation = nation
