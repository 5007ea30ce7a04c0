title = Northeast in { $last }: { $northeast_gdp } of the nation in output per head, { $northeast_income } in income
subtitle = Gross regional product per head (output) and disposable income per person (income) as a percentage of the nation, { $first }–{ $last }
alt = Small multiples of the four blocs: output per head and disposable income per person relative to the nation, { $first } to { $last }.
description = Output and income as parts of the nation's in { $last }: East { $east_gdp } and { $east_income }, Central { $central_gdp } and { $central_income }, West { $west_gdp } and { $west_income }, Northeast { $northeast_gdp } and { $northeast_income }.
