"""31 provinces 2000-2024 through the Python models against the truth case china_gdppc."""

import pytest

from tests.assets.statistics.models.running import GROUPS, rows_of
from tests.sql.given import Row
from tests.truth.panels import compare, read

NAME = "china_gdppc"
SCHEMES = {
    "relative_to_mean": "relmean_0.75_0.9_1.1_1.25",
    "yearly_quartiles": "yearly_q4",
    "yearly_quintiles": "yearly_q5",
}
WINDOWS = {
    "beta": "beta.beta",
    "standard_error": "beta.se_hc1",
    "r_squared": "beta.r2",
    "convergence_rate": "beta.lambda",
    "half_life": "beta.half_life",
}
QUADRANTS = ("", "high_high", "low_high", "low_low", "high_low")


@pytest.fixture(scope="module")
def panel() -> list[Row]:
    return [
        {
            "view_id": "latest",
            "indicator_id": "y",
            "group_id": "nation",
            "period": int(row["year"]),
            "region_id": row["region"],
            "membership": "dated",
            "value": float(row["y"]),
            "weight": float(row["pop"]),
            "n_breaks": 0,
        }
        for row in read(NAME, "panel.csv")
    ]


def matched(produced: dict[tuple[str, str], float]) -> int:
    """How many true rows our numbers are; none may differ."""
    comparison = compare(NAME, produced)
    assert comparison.mismatched == []
    return comparison.matched


def test_windows(panel: list[Row]) -> None:
    found = {
        (metric, f"{row['period_start']}-{row['period_end']}"): row[column]
        for row in rows_of("beta_window", {"core/panel_values": panel})
        for column, metric in WINDOWS.items()
        if row[column] is not None
    }
    assert matched(found) == 3 * len(WINDOWS)


def test_space(panel: list[Row]) -> None:
    pairs = [
        {"region_id": one, "neighbour_region_id": other}
        for pair in read(NAME, "contiguity.csv")
        for one, other in ((pair["region"], pair["neighbor"]), (pair["neighbor"], pair["region"]))
    ]
    tables = {
        "core/panel_values": [row for row in panel if row["period"] in (2000, 2012, 2024)],
        "core/groups": GROUPS,
        "core/contiguity": [dict(pair) for pair in {tuple(pair.items()) for pair in pairs}],
    }
    found = {}
    regions = sorted({row["region_id"] for row in panel})
    # the truth knows neighbours only; any places do
    places = [
        {"region_id": region, "longitude": float(number), "latitude": 0.0, "how": "given"}
        for number, region in enumerate(regions)
    ]
    for row in rows_of("spatial_moran", tables | {"core/places": places}):
        if row["weights_id"] != "contiguity":
            continue
        year = str(row["period"])
        found["moran.I", year] = row["moran_index"]
        found["moran.z_rand", year] = row["z_score"]
        found["spatial_gini.nonneighbor_share", year] = row["non_neighbour_share"]
    for row in rows_of("spatial_local", tables):
        key = f"{row['period']}|{row['region_id']}"
        found["moran.local", key] = row["local_index"]
        found["moran.quadrant", key] = float(QUADRANTS.index(row["quadrant"]))
    # three years: three figures of the nation and two of each of 31 provinces
    assert matched(found) >= 3 * (2 + 2 * 31)


def test_moves(panel: list[Row]) -> None:
    tables = {"core/panel_values": panel, "core/groups": GROUPS}
    found = {}
    for row in rows_of("mobility_matrix", tables):
        key = f"{SCHEMES[row['class_scheme']]}|{row['from_class'] - 1}|{row['to_class'] - 1}"
        found["markov.count", key] = float(row["n_moves"])
        for metric, column in (("markov.p", "probability"), ("markov.mfpt", "first_passage_years")):
            if row[column] is not None:
                found[metric, key] = row[column]
    for row in rows_of("mobility_index", tables):
        measure = {"second_eigenvalue": "l2", "determinant": "det"}.get(row["measure_id"], row["measure_id"])
        name = measure.removesuffix("_years").removesuffix("_share")
        place = f"|{row['from_class'] - 1}" if row["from_class"] else ""
        if row["value"] is not None:
            found[f"markov.{name}", f"{SCHEMES[row['class_scheme']]}{place}"] = row["value"]
    assert matched(found) >= 100
