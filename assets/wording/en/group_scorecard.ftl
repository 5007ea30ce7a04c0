title = The blocs lie farthest apart on '{ $wide }': { $wide_low_name } { $wide_low } of the nation, { $wide_high_name } { $wide_high }
subtitle = Each bloc as a percentage of the nation, newest year of each indicator, log scale
alt = Scorecard of { $indicators } indicators in rows by field: a mark for each of the four blocs on one log scale (nation = 100%), the better side shaded.
description = The blocs lie farthest apart on { $wide }, from { $wide_low } of the nation ({ $wide_low_name }) to { $wide_high } ({ $wide_high_name }), and closest on { $narrow }, from { $narrow_low } ({ $narrow_low_name }) to { $narrow_high } ({ $narrow_high_name }). Number of the { $indicators } indicators on which each stands better than the nation: { $better }.
note = Years of the figures: { $first } to { $last }, after each name; they differ between indicators, so rows are not one moment. Better than the nation, of { $indicators } indicators: { $better }. Groups to pick include major strategies, which overlap with blocs and with each other.
key-better = shaded: better side
pick = Group
all-blocs = the four blocs
tip = { $group }, { $year }: { $value } { $unit }, { $ratio } of the nation, n = { $present } of { $members }
