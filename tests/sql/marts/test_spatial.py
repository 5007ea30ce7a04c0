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
WEIGHTS = ("contiguity", "nearest_4", "inverse_distance")
GLOBAL = [
    metric_row(columns_of("spatial_moran"), 10 * number + period, group_id="nation", period=period)
    | {"weights_id": weights}
    for period in (2020, 2021)
    for number, weights in enumerate(WEIGHTS)
]


def spatial(of_year=GLOBAL):
    return run_model(
        {
            "metrics/spatial_local": LOCAL,
            "metrics/spatial_moran": of_year,
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
    of_year = {row["period"]: row for row in GLOBAL if row["weights_id"] == "contiguity"}
    names = (
        "moran_index",
        "expected_index",
        "z_score",
        "p_value",
        "permutation_p_value",
        "non_neighbour_share",
    )
    for row in spatial():
        for name in names:
            assert row[name] == of_year[row["period"]][name]


def test_other_weights_stand_beside_it():
    found = {(row["period"], row["weights_id"]): row for row in GLOBAL}
    for row in spatial():
        for weights in WEIGHTS[1:]:
            for name in ("moran_index", "p_value", "permutation_p_value"):
                assert row[f"{weights}_{name}"] == found[row["period"], weights][name]


def test_without_places_the_rows_stay():
    found = spatial([row for row in GLOBAL if row["weights_id"] == "contiguity"])
    assert len(found) == len(LOCAL)
    assert {row["nearest_4_moran_index"] for row in found} == {None}
    assert {row["inverse_distance_p_value"] for row in found} == {None}


def test_labels():
    check_labels(
        spatial(), {"region_id": region_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
