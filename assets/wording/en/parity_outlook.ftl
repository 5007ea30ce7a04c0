title = Parity with the nation at the trend of the last { $changes } years: { $outlooks }
subtitle = Gross regional product per head as a percentage of the nation: line { $seen }–{ $issued } observed, then median, 50% (dark) and 80% (light) of resampled trends
alt = Small multiples: output per head of the four blocs relative to the nation, observed { $seen } to { $issued }, with fans to { $until }.
description = An extrapolation, no forecast. Of { $checked } observed values { $inside } lay within the outer fans issued from { $past }. Years to parity: { $outlooks }.
note = An extrapolation, no forecast. Dashed outline: 80% fan issued from { $past } (with figures as revised since); { $inside } of { $checked } observed values lay inside, about 80% should.
closing = { $name } in { $years }
never = { $name } never
in_years = { NUMBER($n) ->
    [one] { $n } year
   *[other] { $n } years
 }
no_end = never
head = Level in { $years } at the current trend
span = 80% of resampled trends: { $low } to { $high }
head_never = Never level at the current trend
span_never = Never in { $share } of resampled trends
past = { $year } outlook
