"""For how many of the 31 provinces does each indicator have a figure, year by year?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.coverage_rows import drawn, shown
from assets.charts.facts import computed, counted, first_year, last_year
from assets.charts.words import COLUMNS
from assets.wording.figures import Figure

if TYPE_CHECKING:
    import polars as pl

QUERY = """
select *
from marts.coverage
where view_id = 'latest'
    and region_level = 'province'
    and period >= 2000
order by field, indicator_id, period
"""

COLUMNS.update(
    field={"zh-Hans": "领域", "zh-Hant": "領域", "en": "Field"},
    n_expected={"zh-Hans": "应有省份", "zh-Hant": "應有省份", "en": "Provinces expected"},
    missing_region_ids={"zh-Hans": "缺数据的省份代码", "zh-Hant": "缺數據的省份代碼", "en": "Ids without"},
    is_weakly_attributed={"zh-Hans": "出处较弱", "zh-Hant": "出處較弱", "en": "Weakly attributed"},
)


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Years in which most and fewest indicators cover every province, and how much is weakly attributed."""
    full = frame.filter(frame["n_present"] == frame["n_expected"])
    tally = full.group_by("period").len().sort("len", "period", descending=[True, False])
    peak = full.filter(period=tally["period"][0]) if len(tally) else full
    last = last_year(frame)
    weak = frame.filter(frame["is_weakly_attributed"])
    return {
        "first": first_year(frame),
        "last": last,
        "indicators": _number(frame),
        "shown": _number(shown(frame)),
        "peak_year": last_year(peak) if len(peak) else last,
        "peak": counted(peak),
        "last_count": counted(full.filter(period=last.value)),
        "full": computed(len(full) / len(frame), "percent", full, "n_present"),
        "weak": computed(len(weak) / len(frame), "percent", weak, "is_weakly_attributed"),
    }


def _number(frame: "pl.DataFrame") -> Figure:
    return computed(frame["indicator_id"].n_unique(), "count", frame, "indicator_id")


CHART = Chart(
    chart_id="coverage_grid",
    mart="marts/coverage",
    query=QUERY,
    facts=facts,
    body=drawn,
    table=(
        "field", "indicator_name", "period", "n_present", "n_expected", "missing_region_ids", "basis_text",
        "is_weakly_attributed",
    ),
)  # fmt: skip
