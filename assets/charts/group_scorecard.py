"""In which fields does each bloc stand better than the nation, and by how much?"""

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from assets.charts.chart import Chart
from assets.charts.facts import computed, counted, figure
from assets.charts.reading import ChartError, column
from assets.charts.scorecard_rows import drawn
from assets.charts.theme import BLOCS
from assets.charts.words import JOINT
from assets.wording.figures import Figure, joined

if TYPE_CHECKING:
    import polars as pl

# Strategies are shown when they are picked; a city strategy has too few indicators for a card.
GROUPS = (*BLOCS, "jjj", "yrd", "yreb", "yellow_river")
INDICATORS = (
    "gdp_per_head", "retail_sales_per_head", "disposable_income_per_capita_all", "private_vehicles_per_100",
    "fiscal_revenue_per_head", "fiscal_self_sufficiency", "rd_intensity", "rd_personnel_per_10k",
    "invention_patents_valid_per_10k", "patents_granted_per_10k", "tech_market_turnover_per_gdp",
    "fiscal_sci_tech_share", "broadband_per_100", "expressway_length_per_10k", "highway_length_per_10k",
    "railway_length_per_10k", "beds_per_1000", "doctors_per_1000", "nurses_per_1000",
    "health_expenditure_per_head", "fiscal_education_per_head", "higher_education_students_per_100k",
    "census_mean_years_schooling", "co2_per_head", "energy_per_gdp", "so2_per_gdp",
)  # fmt: skip

QUERY = f"""
select *
from marts.group_profile
where group_id in {GROUPS}
    and indicator_id in {INDICATORS}
    and polarity in ('higher', 'lower')
    and ratio_to_nation is not null
order by field, indicator_id, group_id
"""


def facts(frame: "pl.DataFrame", language: str) -> Mapping[str, Any]:
    """Where the blocs are farthest apart and where closest, and on how many indicators each is better."""
    import polars as pl

    blocs = frame.filter(pl.col("group_id").is_in(list(BLOCS)))
    whole = pl.col("group_id").n_unique().over("indicator_id") == len(BLOCS)
    spans = (
        blocs.filter(whole)
        .group_by("indicator_id")
        .agg(span=pl.col("ratio_to_nation").max() / pl.col("ratio_to_nation").min())
        .sort("span", "indicator_id")
    )
    if spans.is_empty():
        raise ChartError("group_scorecard: no indicator has a ratio for all four blocs; rebuild the mart")
    name = column("group_short_name", language)
    better = [
        joined([f"{blocs.filter(group_id=bloc)[name][0]} ", _better(blocs, bloc)], "", language)
        for bloc in BLOCS
        if not blocs.filter(group_id=bloc).is_empty()
    ]
    return (
        _ends(blocs, spans["indicator_id"][-1], "wide", language)
        | _ends(blocs, spans["indicator_id"][0], "narrow", language)
        | {
            "better": joined(better, JOINT[language], language),
            "indicators": computed(frame["indicator_id"].n_unique(), "count", frame, "indicator_id"),
            "first": _year(frame, frame["period"].min()),
            "last": _year(frame, frame["period"].max()),
        }
    )


def _better(blocs: "pl.DataFrame", bloc: str) -> Figure:
    return counted(blocs.filter(group_id=bloc, standing="better"))


def _year(frame: "pl.DataFrame", year: int) -> Figure:
    return computed(year, "year", frame.filter(period=year)[0], "period")


def _ends(blocs: "pl.DataFrame", indicator: str, prefix: str, language: str) -> dict[str, Any]:
    """The lowest and the highest bloc of an indicator, with their ratios."""
    part = blocs.filter(indicator_id=indicator).sort("ratio_to_nation", "group_id")
    name = column("group_short_name", language)
    found: dict[str, Any] = {prefix: part[column("indicator_name", language)][0]}
    for end, row in (("low", part[0]), ("high", part[-1])):
        found[f"{prefix}_{end}_name"] = row[name][0]
        found[f"{prefix}_{end}"] = figure(row, "ratio_to_nation", "percent", group_id=row["group_id"][0])
    return found


CHART = Chart(
    chart_id="group_scorecard",
    mart="marts/group_profile",
    query=QUERY,
    facts=facts,
    body=drawn,
    table=(
        "group_short_name", "indicator_name", "period", "value", "nation_value", "unit", "ratio_to_nation",
        "n_members",
    ),
)  # fmt: skip
