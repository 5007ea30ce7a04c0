"""Prices, indicators, masses and distances measured from files of their own."""

import csv
import math
from pathlib import Path

import pytest

from assets.statistics.input_errors import InputShapeError
from assets.statistics.measured.rows import Measured
from assets.statistics.measuring import run_measure
from assets.statistics.measuring_tables import Tables, measure_tables

TRUTH = Path(__file__).parents[4] / "shared" / "truth" / "hand_public"


def write(path: Path, text: str) -> Path:
    path.write_text("\n".join(line.strip() for line in text.strip().splitlines()) + "\n", encoding="utf-8")
    return path


def test_potential_linkage_by_hand(tmp_path: Path) -> None:
    masses = write(tmp_path / "masses.csv", "region,gdp,pop\nA,4,9\nB,16,1")
    distances = write(tmp_path / "km.csv", "a,b,km\nA,B,2\nB,A,2")
    rows = {(row.metric, row.key): row for row in measure_tables(Tables(masses=masses, distances=distances))}
    found = rows["gravity.sym", "A|B"]
    assert isinstance(found, Measured)
    # sqrt(4 x 9) x sqrt(16 x 1) / 2^2 = 6 x 4 / 4
    assert found.value == pytest.approx(6)


def test_a_file_that_needs_another_says_which(tmp_path: Path) -> None:
    masses = write(tmp_path / "masses.csv", "region,gdp,pop\nA,4,9")
    with pytest.raises(InputShapeError, match=r"masses\.csv: .*--distances"):
        list(measure_tables(Tables(masses=masses)))


def test_an_unknown_indicator_of_which_less_is_better_is_named(tmp_path: Path) -> None:
    indicators = write(tmp_path / "i.csv", "unit,X1,X2\nU1,1,2\nU2,3,4")
    with pytest.raises(InputShapeError, match="names X9, which it has not; use X1, X2"):
        list(measure_tables(Tables(indicators=indicators, lower_is_better=("X9",))))


def test_the_public_case_comes_out_as_printed(tmp_path: Path) -> None:
    if not TRUTH.is_dir():
        pytest.skip("no ../shared/truth here: the case is not in the repository")
    tables = Tables(
        TRUTH / "chain_price_index.csv",
        TRUTH / "price_pairs.csv",
        TRUTH / "indicators.csv",
        ("X3",),
        TRUTH / "gravity.csv",
        TRUTH / "distance.csv",
    )
    out = tmp_path / "out.csv"
    assert run_measure(None, None, None, out, tables).startswith("94 measures written to")
    with (TRUTH / "expected.csv").open(encoding="utf-8") as file:
        expected = {(row["metric"], row["key"]): row for row in csv.DictReader(file)}
    with out.open(encoding="utf-8") as file:
        found = list(csv.DictReader(file))
    assert len(found) == 94
    for row in found:
        truth = expected[row["metric"], row["key"]]
        assert truth["status"] == "truth"
        assert math.isclose(float(row["value"]), float(truth["value"]), rel_tol=1e-9), row
