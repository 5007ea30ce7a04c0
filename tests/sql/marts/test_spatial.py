"""marts/spatial: units beside their neighbours with the index of their year."""

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    indicator_labels,
    indicators,
    methods,
    region_labels,
    regions,
    view_labels,
    views,
)
from tests.sql.marts.passing import check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "period", "region_id")
LOCAL = [
    metric_row(columns_of("spatial_local"), number, group_id="nation", period=period, region_id=region)
    for number, (period, region) in enumerate((period, region) for period in (2020, 2021) for region in "ab")
]
GLOBAL = [
    metric_row(columns_of("spatial_moran"), 10 + period, group_id="nation", period=period)
    for period in (2020, 2021)
]


def spatial():
    return run_model(
        {
            "metrics/spatial_local": LOCAL,
            "metrics/spatial_moran": GLOBAL,
            "core/regions": regions("a", "b"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/spatial_local"),
        },
        "marts/spatial",
    )


def test_local_figures_and_their_own_p():
    found = spatial()
    check_passed_on(found, [{k: v for k, v in row.items() if k != "p_value"} for row in LOCAL], KEY)
    p = {(row["period"], row["region_id"]): row["p_value"] for row in LOCAL}
    for row in found:
        assert row["local_p_value"] == p[row["period"], row["region_id"]]


def test_the_index_is_that_of_the_year():
    of_year = {row["period"]: row for row in GLOBAL}
    for row in spatial():
        for name in ("moran_index", "expected_index", "z_score", "p_value", "non_neighbour_share"):
            assert row[name] == of_year[row["period"]][name]


def test_labels():
    check_labels(
        spatial(), {"region_id": region_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
