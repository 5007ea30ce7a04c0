title = { $finding }
subtitle = F statistic of a change of course in the gap to the nation, gross regional product per head, at the event (large mark) and at other dates (grey circles), { $first }–{ $last }; the larger, the clearer
alt = Dot plot: statistic of change at { $tested } testable policy events beside the same statistic at other dates, { $first } to { $last }.
description = Events: { $verdicts }. At { $exceeded } of the testable ones another date has as large a statistic: no change beyond the placebo dates. To coincide is not to be caused.
note = At { $exceeded } of { $tested } testable events: no change beyond the placebo dates. Placebo p: share of dates, the event's among them, with as large an F. An event counts once for each region it concerns; from July on it counts to the next year. Series are short: no change found is not no change. To coincide is not to be caused.
none = None of { $tested } testable events coincides with a change; { $untestable } are not testable
some = { NUMBER($coinciding) ->
    [one] { $coinciding } of { $tested } testable events coincides
   *[other] { $coinciding } of { $tested } testable events coincide
 } with a change; { $untestable } are not testable
count = { $word } { $n }
