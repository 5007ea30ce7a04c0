# Words of `qipan explain`: how a number came about. Reasons and units of columns are in site.ftl.

# a text the catalogue has in English only
in-english = { "" }
# a text the catalogue has in simplified Chinese only
in-simplified = { "" }

release = release { $id }
row = row
method = method
method-says = not worked out again here; the method says how it is made
made-of = made of
inputs = inputs: { $text }
made-as = made as
true = true
false = false
equal = recomputed from the leaves: equal, { $recomputed }, difference { $difference }
not-equal = recomputed from the leaves: NOT EQUAL, { $recomputed }, difference { $difference }
not-repeated = not worked out again here
withheld = withheld
no-figure = no figure
present = { $n } of { $of } have a figure
reached-by = reached by { $n } major strategies
mean = mean
# between names
joint = { ", " }
days = { $first } to { $last }
leaves = leaves: { $n } printed figures, { $weak } weakly attributed
leaves-unknown = leaves: no inputs are known for this table; its method and description say how it is made
leaf-line = { $indicator } { $years }, { $edition }, published { $days }, { $publisher }
heading-leaves = printed figures
weak = weakly attributed
weakly = { $n } weakly attributed
files = files; * weakly attributed
file-edition = { $edition }, published { $days }, in { $unit }

part-subject = subject
part-reference = reference
part-nation = nation
part-earlier = five years before
part-before = before the revision
part-after = after the revision
part-start = at the start
part-first = first year
part-last = last year

role-value = value
role-numerator = numerator
role-denominator = denominator
role-weight = weight

how-sum-over-members = sum over members
how-sums-divided = sum of numerators / sum of denominators
how-numerator-over-denominator = { $scale } x numerator / denominator
how-as-printed = as printed
how-mean-of-year-ends = mean of two year-ends of one edition
how-printed-number = printed number
how-printed-number-factor = printed number x { $unit_factor }
how-printed-number-rate = printed number x rate
how-printed-number-factor-rate = printed number x { $unit_factor } x rate
how-embedded = printed in the embedded edition
how-printed = printed by a publisher since
how-cross-rate = cross rate of two dollar rates
how-parity-mean = mean of daily central parities

fact-indicator-id = indicator
fact-period = year
fact-group-id = group
fact-n-strategies = strategies
fact-region-id = region
fact-n-members = members
fact-n-present = members with a figure
fact-coverage = coverage
fact-null-reason = withheld because
fact-basis-text = bases
fact-has-break = break against the year before
fact-coverage-kind = extent
fact-scale = scale
fact-role = role
fact-vintage-id = edition
fact-value-text = printed text
fact-unit-printed = printed unit
fact-unit-factor = factor of the unit
fact-currency = currency
fact-cell-address = cell
fact-table-title = table
fact-snapshot-id = file
fact-sha256 = sha256 of the file
fact-retrieved = retrieved
fact-basis-id = basis
fact-published-on = published
fact-source-id = publisher
fact-is-weakly-attributed = weakly attributed
fact-attribution-note = note on the source

column-indicator = Indicator
column-years = Years
column-edition = Edition
column-published = Published
column-publisher = Publisher
column-cells = Cells

# what a row was made of, by table
inputs-by-keys = All figures of the group's members on this indicator, in this view, in the years of the row.
inputs-core-observations = The printed figure.
inputs-core-printed-figures = { inputs-core-observations }
inputs-core-viewed-values = The region itself, as the view sees it.
inputs-core-region-values = The region itself.
inputs-core-group-observations = The members of the group.
inputs-metrics-region-gap = A region and the nation as the sum over its units.
inputs-metrics-gap-between-groups = A group and the group it stands against, both as sums over their members.
inputs-metrics-gap-to-nation = { inputs-metrics-gap-between-groups }
inputs-metrics-gap-to-rest = A zone and the nation; the rest is the nation's sums less the zone's.
inputs-metrics-gap-by-dose = The provincial units reached by so many strategies, and all units of the nation.
inputs-metrics-group-share = A group's sum and the sum over the units of the nation.
inputs-metrics-claim-values = The groups or regions a claim speaks of, at its start and end, and what they are compared with. Levels and changes are divided by the scale of the claim before they are added.
inputs-metrics-convergence-test = The members in the first and the last year of the window, with the membership the panel takes. Tests and intervals come from random draws with a fixed seed over these figures; they are not repeated here.
inputs-marts-claims = { inputs-metrics-claim-values }
inputs-marts-group-gap = { inputs-metrics-gap-between-groups }
inputs-marts-group-profile = A group, the nation where the row compares with it, and the group five years before where the row tells a change.
inputs-marts-group-share = { inputs-metrics-group-share }
inputs-marts-inequality = The members of the group and their weights; shares are equal, or the members' parts of all weights.
inputs-marts-province-gap = { inputs-metrics-region-gap }
inputs-marts-revisions = A region in both editions; a group as the sum of its members, each in its newest edition up to the revision and in its newest before it.
inputs-marts-strategy-overlap = { inputs-metrics-gap-by-dose }
inputs-marts-zone-gap = { inputs-metrics-gap-to-rest } The extremes are the zone's own members.
