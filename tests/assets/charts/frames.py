"""Tiny frames with the columns the marts have, so that charts are drawn without a warehouse."""

from pathlib import Path

import polars as pl

from assets.charts.chart import Chart
from assets.models import read_model

ROOT = Path(__file__).parents[3]
ENDINGS = {"zh_hans": "简", "zh_hant": "繁", "en": "en"}


def mart_columns(mart: str) -> set[str]:
    """Columns a mart's outermost select names, read from the SQL file itself."""
    query = read_model(ROOT / "sql" / f"{mart}.sql").query
    final = query.rsplit("\nselect\n", 1)[1].split("\nfrom ", 1)[0]
    lines = [line.strip().rstrip(",") for line in final.splitlines()]
    return {line.split(" as ")[-1].split(".")[-1] for line in lines if line}


def named(name: str, text: str = "") -> dict[str, str]:
    """One name in the three languages."""
    return {f"{name}_{ending}": text or mark for ending, mark in ENDINGS.items()}


COMMON = (
    named("publisher")
    | named("view_name")
    | named("unit")
    | named("indicator_name")
    | {"method_id": "metrics/x@1", "basis_text": "b", "is_mixed_basis": False, "reference_value": 1.0}
)


def bloc_gap(
    years: tuple[int, ...] = (2019, 2020, 2021),
    breaks: tuple[int, ...] = (),
    indicators: tuple[str, ...] = ("gdp_per_head",),
) -> pl.DataFrame:
    """Four blocs against the nation; the Northeast falls, the rest stand still."""
    levels = {"bloc_east": 1.3, "bloc_central": 0.8, "bloc_west": 0.7, "bloc_northeast": 1.1}
    rows = [
        COMMON
        | named("group_short_name", bloc)
        | {"group_id": bloc, "period": year, "indicator_id": indicator, "value": 10.0,
           "has_break": year in breaks,
           "ratio": level - 0.1 * place * (bloc == "bloc_northeast")}
        for bloc, level in levels.items()
        for indicator in indicators
        for place, year in enumerate(years)
    ]  # fmt: skip
    return pl.DataFrame(rows)


def province_gap() -> pl.DataFrame:
    """Three provinces against the nation."""
    rows = [
        COMMON
        | named("region_short_name", name)
        | {"region_id": region, "period": 2024, "value": 9.0, "ratio": ratio, "value_rank": 1,
           "has_break": False}
        for region, name, ratio in (
            ("110000", "Beijing", 2.4), ("620000", "Gansu", 0.56), ("370000", "Shandong", 1.02)
        )
    ]  # fmt: skip
    return pl.DataFrame(rows)


def charts_by_id() -> dict[str, Chart]:
    """The charts of the house by their id."""
    from assets.charts import CHARTS

    return {chart.chart_id: chart for chart in CHARTS}
