"""Sentences with figures of made-up cells, for tests of the linter."""

from assets.wording.figures import Figure, joined
from assets.wording.linter import lint
from assets.wording.linter_lookup import Lookup, LookupFailedError, grain_of

GAP = "marts.group_gap/latest/dated/gdp_per_head/bloc_west/national31"
THEN, NOW = f"{GAP}/2006", f"{GAP}/2024"
TEST = "marts.convergence_verdicts/latest/gdp_per_head/bloc_west/all_years/weighted"
REVISION = "marts.revisions/gdp_nominal/440000/2018/census4"
PLACE = "marts.province_gap/latest/gdp_per_head"
PLACE_THEN, PLACE_NOW = f"{PLACE}/340000/2006", f"{PLACE}/340000/2024"
TOP_THEN, TOP_NOW = f"{PLACE}/310000/2006", f"{PLACE}/110000/2024"
TOP_LATER = f"{PLACE}/310000/2024"
CELLS = {
    THEN: {"period": 2006, "ratio": 0.627, "group_short_name_en": "West"},
    NOW: {"period": 2024, "ratio": 0.79, "group_short_name_en": "West"},
    TEST: {
        "verdict": "converging",
        "p_value": 0.009,
        "sigma_start": 0.464,
        "sigma_end": 0.336,
        "n_members": 12,
    },
    PLACE_THEN: {"period": 2006, "value_rank": 25, "ratio": 0.6},
    PLACE_NOW: {"period": 2024, "value_rank": 13, "ratio": 0.8},
    TOP_THEN: {"period": 2006, "ratio": 3.2},
    TOP_NOW: {"period": 2024, "ratio": 2.4},
    TOP_LATER: {"period": 2024, "ratio": 2.3},
    REVISION: {"period": 2018, "relative_change": -0.161},
    **{f"marts.claims/H{n}": {"claim_id": f"H{n}", "verdict": "reproduced"} for n in range(3)},
    "marts.claims/H9": {"claim_id": "H9", "verdict": "not_reproduced"},
}
NAMES = {"en": frozenset({"Beds per 1,000 population"})}


def lookup(cells=CELLS):
    """A lookup of the cells above."""

    def read(row, column):
        if row in cells and column in grain_of(row.split("/")[0]) and column not in cells[row]:
            return "a part of the key"
        if column not in cells.get(row, {}):
            raise LookupFailedError(f"{row}#{column} is not there")
        return cells[row][column]

    return Lookup(read, grain_of, NAMES)


def read(row, column, kind, digits=-1):
    """The figure of a cell."""
    return Figure(CELLS[row][column], kind, digits, column, (row,))


RATIO_THEN, RATIO_NOW = read(THEN, "ratio", "percent", 1), read(NOW, "ratio", "percent", 1)
YEAR_THEN, YEAR_NOW = read(THEN, "period", "year"), read(NOW, "period", "year")
POINTS = Figure(0.163, "points", 1, "ratio", (THEN, NOW), "computed")
RANK_THEN, RANK_NOW = read(PLACE_THEN, "value_rank", "count"), read(PLACE_NOW, "value_rank", "count")
HIGH_THEN, HIGH_NOW = read(TOP_THEN, "ratio", "percent"), read(TOP_LATER, "ratio", "percent")
# 3.2 / 0.6 and 2.4 / 0.8: another province is on top a year later
SPREAD_THEN = Figure(5.33, "ratio", 1, "ratio", (TOP_THEN, PLACE_THEN), "computed")
SPREAD_NOW = Figure(3.0, "ratio", 1, "ratio", (TOP_NOW, PLACE_NOW), "computed")
CHANGE = read(REVISION, "relative_change", "change")
P = read(TEST, "p_value", "p_value")
START, END = read(TEST, "sigma_start", "index"), read(TEST, "sigma_end", "index")


def sentence(*parts, language="en"):
    """Pieces and words put together without a joint."""
    return joined(list(parts), "", language)


def rules(wording, language="en", cells=CELLS):
    """The rules a wording breaks."""
    return {problem.rule for problem in lint(wording, language, lookup(cells))}
