"""How far is output per head in every bloc and strategy zone from the nation, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.assembly import Spec, arranged
from assets.charts.axes import rounded_domain
from assets.charts.chart import Chart
from assets.charts.facts import computed, figure, first_year, last_year
from assets.charts.group_panels import BLOCKS, Panels, comparable, drawn
from assets.charts.lines import segmented
from assets.charts.reading import names
from assets.charts.words import JOINT
from assets.wording.messages import worded

if TYPE_CHECKING:
    import polars as pl

CHART_ID = "group_small_multiples"

# Today's members throughout, so that a line shows the group and not a change of members; the statistical
# blocs never changed and are in the mart once. Dated rows tell the year in which a group began.
QUERY = """
select
    *,
    min(case when membership = 'dated' then period end) over (partition by group_id) as began
from marts.group_gap
where view_id = 'latest'
    and indicator_id = 'gdp_per_head'
    and reference_kind = 'nation'
    and (
        partition_id = 'nbs4'
        or (partition_id is null and group_kind in ('bloc', 'major_strategy', 'corridor'))
    )
qualify membership = 'fixed' or partition_id = 'nbs4'
order by group_id, period
"""


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """How many stand above the nation, whose ratio changed most on today's basis, and who has none."""
    known = comparable(frame)
    last = last_year(known)
    newest = known.filter(period=last.value)
    above = newest.filter(newest["ratio"] > 1)
    since = last_break(known)
    changes = {row["group_id"]: row["ratio"] for row in newest.iter_rows(named=True)}
    starts = known.filter(period=since)
    for row in starts.iter_rows(named=True):
        changes[row["group_id"]] = abs(changes.get(row["group_id"], row["ratio"]) - row["ratio"])
    mover = max(starts["group_id"], key=lambda group: (changes[group], group))
    before, after = (
        figure(known, "ratio", "percent", group_id=mover, period=year) for year in (since, last.value)
    )
    shown = names(frame, "group_id", "group_short_name", language)
    absent = sorted(set(shown) - set(newest["group_id"]))
    joint = JOINT[language]
    return {
        "first": first_year(known),
        "last": last,
        "groups": computed(len(newest), "count", newest, "group_id"),
        "above": computed(len(above), "count", above, "ratio"),
        "since": first_year(starts),
        "mover": shown[mover],
        "course": worded(CHART_ID, _word(before.value, after.value), language,
                         {"before": before, "after": after, "since": first_year(starts), "last": last}),
        "above_names": joint.join(shown[group] for group in above["group_id"]) or _nobody(language),
        "absent": joint.join(shown[group] for group in absent) or _nobody(language),
    }  # fmt: skip


def last_break(known: "pl.DataFrame") -> int:
    """The first year of the basis in use today: a change is never counted across a break."""
    first = known["period"].min()
    breaks = known.filter(has_break=True)["period"]
    return max([year for year in breaks if year > first], default=first)


def _word(before: float, after: float) -> str:
    if round(before, 2) == round(after, 2):
        return "stays"
    return "rises" if after > before else "falls"


def _nobody(language: str) -> str:
    return worded(CHART_ID, "nobody", language).text


def body(frame: "pl.DataFrame", language: str) -> Spec:
    """Panels under their headings, one heading below the other."""
    shared = Panels(
        years=(frame["period"].min(), frame["period"].max()),
        values=rounded_domain(comparable(frame)["ratio"], 0.2),
        names=names(frame, "group_id", "group_short_name", language),
        language=language,
        chart_id=CHART_ID,
    )
    runs = segmented(frame, "group_id")
    return arranged([drawn(heading, runs, shared) for heading in BLOCKS], columns=1, spacing=(20, 0))


CHART = Chart(
    chart_id=CHART_ID,
    mart="marts/group_gap",
    query=QUERY,
    facts=facts,
    body=body,
    table=("period", "group_short_name", "value", "reference_value", "unit", "ratio", "basis_text"),
)
