title = Fifth economic census: output of { $year } revised most in { $most }; { $up } of { $provinces } provinces revised upwards, all together { $nation }
subtitle = Gross regional product, change by revision, after against before. Bar: fifth economic census, { $year }; ring: fourth economic census, { $earlier_year }
alt = Bars from zero for each province: revision of gross regional product of { $year } by the fifth economic census; rings: revision of { $earlier_year } by the fourth.
description = The fifth economic census changed the output of { $year }: { $all }; the 31 provinces together { $nation }. The fourth had changed { $earlier_year } most in { $earlier_most }, the 31 provinces together { $earlier_nation }; { $earlier_up } of { $earlier_provinces } provinces were revised upwards.
note = Source: National Bureau of Statistics of China. Vintages: 'after the Fifth Economic Census' against 'after the Fourth' ({ $year }), and 'after the Fourth Economic Census' against 'first published' ({ $earlier_year }), which the provinces had compiled themselves. A revision is a change of the figures, not of the economy.
head-bar = Change by revision
head-last =
    5th,
    { $last }
head-earlier =
    4th,
    { $before }
head-values =
    before → after 5th,
    { $unit }
census-census5 = 5th economic census
census-census4 = 4th economic census
tip = { $name }, { $year }, { $census }: { $before } → { $value } { $unit } ({ $change })
