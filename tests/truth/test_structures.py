"""Inputs that are no panel: hand_public (prices, indicators, gravity) and reat_docs (industries)."""

import json
import math

import numpy as np
import pytest

from assets.statistics.coupling import coupling_coordination
from assets.statistics.measured.linkage import (
    measure_gravity,
    measure_indicators,
    measure_prices,
    measure_shift_share,
    measure_systems,
)
from assets.statistics.refusal import RefusedError
from assets.statistics.structure import (
    coulter_coefficient,
    herfindahl,
    krugman_index,
    krugman_index_to_mean,
    location_quotient,
    locational_gini,
    structural_similarity,
)
from assets.statistics.structure_inputs import read_distances, read_indicators, read_masses, read_prices
from tests.truth.panels import TRUTH, compare, read

HAND, REAT = TRUTH / "hand_public", TRUTH / "reat_docs"
HAND_FAMILIES = ("market_seg.", "entropy.", "ccd.", "gravity.")
REAT_FAMILIES = ("coulter", "gini.conc", "gini.spec", "hhi", "krugman", "lq", "unido", "shiftshare.")
# Farhauer & Kröll 2013, as documented with the R package REAT: jobs of five countries in five industries,
# and of five industries in five regions
COUNTRIES = {
    "Denmark": (40000, 10000, 25000, 9000, 18000),
    "Finland": (30000, 11000, 18000, 3000, 13000),
    "Iceland": (40000, 6000, 11000, 2000, 12000),
}
INDUSTRIES = {
    "chemicals": (20000, 11000, 31000, 8000, 20000),
    "social services": (40000, 10000, 25000, 9000, 16000),
    "electronics": (10000, 11000, 14000, 14000, 13000),
    "wood": (7000, 7500, 11000, 1500, 36000),
}
MINING = (4320, 7811, 3900, 2300, 47560)


def named(rows) -> dict[tuple[str, str], float]:
    return {(row.metric, row.key): row.value for row in rows}


def hand_public() -> dict[tuple[str, str], float]:
    expected = read("hand_public", "expected.csv")
    masses = read_masses(HAND / "gravity.csv")
    systems = {row["key"] for row in expected if row["metric"] == "ccd.T"}
    return named(
        [
            *measure_prices(read_prices(HAND / "chain_price_index.csv", HAND / "price_pairs.csv")),
            *measure_indicators(read_indicators(HAND / "indicators.csv"), np.array([1, 1, -1, 1])),
            *measure_gravity(masses, read_distances(HAND / "distance.csv", masses.regions)),
            *(row for key in systems for row in measure_systems(np.array(key.split("|"), dtype=float), key)),
        ]
    )


def test_prices_indicators_and_gravity_are_the_cases():
    comparison = compare("hand_public", hand_public())
    assert comparison.mismatched == []
    assert [metric for metric in comparison.not_produced if metric.startswith(HAND_FAMILIES)] == []
    assert comparison.matched == 114
    assert comparison.as_peers_print_it == []


def test_the_miscopied_coupling_is_refused():
    wrong = [row for row in read("hand_public", "expected.csv") if row["metric"] == "ccd.C_misused"]
    assert wrong
    for row in wrong:
        systems = np.array(row["key"].split("|"), dtype=float)
        with pytest.raises(RefusedError, match="standard form is"):
            coupling_coordination(systems, form="miscopied")
        ours = coupling_coordination(systems).coupling
        assert math.isclose(ours, len(systems) * float(row["value"]), rel_tol=1e-9)


def reat_docs() -> dict[tuple[str, str], float]:
    read("reat_docs", "expected.csv")
    given = json.loads((REAT / "inputs.json").read_text(encoding="utf-8"))
    given = {name: value if isinstance(value, dict) else np.array(value) for name, value in given.items()}
    sales = herfindahl(given["sales"])
    nation = given["shiftshare_nation"]
    others = np.array([given["norway"], *COUNTRIES.values()])
    pairs = {"fk_spec": given["krugman_spec"], "sweden_norway": (given["sweden"], given["norway"])}
    shifts = [
        row
        for region, (before, after) in given["shiftshare_regions"].items()
        for row in measure_shift_share(region, (np.array(before), np.array(after), nation[0], nation[1]))
    ]
    return named(shifts) | {
        ("hhi", "sales"): sales.index,
        ("hhi.norm", "sales"): sales.normalised,
        ("hhi.equiv", "sales"): sales.equivalent,
        ("hhi", "de_gdp2015"): herfindahl(given["de_gdp2015"]).index,
        ("coulter", "bip_bev"): coulter_coefficient(given["bip"], given["bev"]),
        ("lq", "fk"): location_quotient(*given["lq_fk"]),
        ("gini.conc", "fk"): locational_gini(*given["gini_conc"]),
        ("gini.spec", "fk"): locational_gini(*given["gini_spec"]),
        ("krugman.vs_mean", "sweden"): krugman_index_to_mean(given["sweden"], others),
        ("krugman.vs_mean", "bergbau"): krugman_index_to_mean(
            np.array(MINING), np.array(list(INDUSTRIES.values()))
        ),
        **{("krugman", key): krugman_index(*pair) for key, pair in pairs.items()},
        **{("unido", key): structural_similarity(*pair) for key, pair in pairs.items()},
    }


def test_structure_and_shift_share_are_the_cases():
    expected = [
        row
        for row in read("reat_docs", "expected.csv")
        if row["status"] == "truth" and row["metric"].startswith(REAT_FAMILIES)
    ]
    ours = reat_docs()
    assert len(expected) == len(ours) == 44
    # a part that is zero comes with the rounding of amounts of some hundreds
    wrong = [
        row
        for row in expected
        if not math.isclose(ours[row["metric"], row["key"]], float(row["value"]), rel_tol=1e-9, abs_tol=1e-10)
    ]
    assert wrong == []
