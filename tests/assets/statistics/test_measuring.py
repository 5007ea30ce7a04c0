"""From files to a file of results, with a summary and method cards."""

import csv
from itertools import islice

import pytest

from assets.statistics.input_errors import InputShapeError, NegativeValueError
from assets.statistics.measured.rows import Refused
from assets.statistics.measuring import families, measure_panel, run_measure
from assets.statistics.measuring_tables import Tables
from assets.statistics.reading import read_panel

REGIONS = {"A": (10, 3), "B": (20, 5), "C": (40, 2), "D": (80, 4), "E": (35, 6)}


@pytest.fixture
def files(tmp_path):
    """A panel of five regions and three years, two overlapping zones, a chain of neighbours."""
    panel = ["region,year,y,pop,bloc"]
    for region, (level, people) in REGIONS.items():
        for step, year in enumerate((2000, 2001, 2002)):
            bloc = "west" if region in "AB" else "east"
            panel.append(f"{region},{year},{level + step * people},{people},{bloc}")
    zones = ["region,belt,delta", "A,1,0", "B,1,1", "C,0,1", "D,0,0", "E,0,0"]
    pairs = ["region,neighbor", "A,B", "B,C", "C,D", "D,E"]
    for name, lines in (("panel", panel), ("zones", zones), ("pairs", pairs)):
        (tmp_path / f"{name}.csv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    return tmp_path


def read(path):
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def test_a_panel_becomes_a_file_of_numbers_and_refusals(files):
    summary = run_measure(
        files / "panel.csv", files / "zones.csv", files / "pairs.csv", files / "results.csv"
    )
    rows = read(files / "results.csv")
    assert list(rows[0]) == ["metric", "key", "value", "weighting", "method", "reason"]
    numbers = {(row["metric"], row["key"]): row for row in rows}
    assert len(numbers) == len(rows)
    levels, people = (list(column) for column in zip(*REGIONS.values(), strict=True))
    mean = sum(level * count for level, count in zip(levels, people, strict=True)) / sum(people)
    found = numbers["mean.w", "2000"]
    assert float(found["value"]) == pytest.approx(mean)
    assert (found["weighting"], found["method"], found["reason"]) == ("population", "gaps.mean_level", "")
    assert numbers["gini.u", "2000"]["weighting"] == "unweighted"
    refused = [row for row in rows if row["reason"]]
    assert all(row["value"] == "" for row in refused)
    assert "zones belt and delta share 1 regions" in numbers["zones_as_partition", "all"]["reason"]
    assert summary.startswith("5 regions, 2000 to 2002 (3 years), no value missing, weights from pop")
    assert f"{len(rows) - len(refused)} measures written to" in summary
    assert f", {len(refused)} refused:" in " ".join(summary.split())
    assert all(len(line) <= 110 or " " not in line.strip() for line in summary.splitlines())


def test_without_weights_zones_or_neighbours_what_remains_is_measured(files):
    (files / "wide.csv").write_text("region,2000,2001\nA,1,2\nB,2,3\nC,3,3\nD,9,8\n", encoding="utf-8")
    summary = run_measure(files / "wide.csv", None, None, files / "results.csv")
    assert "no weights (no column pop)" in summary
    metrics = {row["metric"] for row in read(files / "results.csv") if row["value"]}
    assert {"gini.u", "sdlog.pop", "beta.beta"} <= metrics
    assert not {"gini.w", "shapley_T_between.u", "decomp.T.between.u"} & metrics


def test_every_refusal_says_what_to_do(files):
    panel = read_panel(files / "panel.csv", files / "zones.csv", files / "pairs.csv")
    reasons = {row.reason for row in measure_panel(panel) if isinstance(row, Refused)}
    assert reasons
    assert all(reason and ("; " in reason or ": " in reason) for reason in reasons)


def test_a_faulty_panel_writes_nothing(files):
    text = (files / "panel.csv").read_text(encoding="utf-8").replace("A,2000,10", "A,2000,-10")
    (files / "panel.csv").write_text(text, encoding="utf-8")
    with pytest.raises(NegativeValueError):
        run_measure(files / "panel.csv", None, None, files / "results.csv")
    assert not (files / "results.csv").exists()
    with pytest.raises(InputShapeError, match="make it, or write elsewhere"):
        run_measure(files / "panel.csv", None, None, files / "nowhere" / "results.csv")


def test_an_input_is_never_written_over_and_nothing_given_is_passed_over(files):
    panel = files / "panel.csv"
    with pytest.raises(InputShapeError, match="found one of the files to measure there"):
        run_measure(panel, None, None, panel)
    with pytest.raises(InputShapeError, match="found a folder; give --out the name of a file"):
        run_measure(panel, None, None, files)
    with pytest.raises(InputShapeError, match="groups and neighbours are those of a panel"):
        run_measure(None, files / "zones.csv", None, files / "results.csv", Tables())
    assert not (files / "results.csv").exists()


def test_all_families_are_found():
    names = {family.__name__.rpartition(".")[2] for family in islice(families(), 50)}
    assert {
        "beta",
        "decomposition",
        "dispersion",
        "gaps",
        "inequality",
        "overlapping",
        "polarization",
        "ranks",
    } <= names


def test_a_column_of_names_is_left_out_and_said(files):
    text = (files / "panel.csv").read_text(encoding="utf-8").splitlines()
    named = [f"{text[0]},label", *(f"{line},Region {line[0]}" for line in text[1:])]
    (files / "panel.csv").write_text("\n".join(named) + "\n", encoding="utf-8")
    summary = run_measure(files / "panel.csv", None, None, files / "results.csv")
    assert summary.splitlines()[1].startswith("caution: column label is left out: it has a text of its own")
    assert "partition bloc of 2" in summary
    assert not [row for row in read(files / "results.csv") if "label" in row["key"]]


def test_whoever_waits_is_told_what_is_measured(files):
    told = []
    run_measure(files / "panel.csv", None, None, files / "results.csv", at=told.append)
    assert told[0].startswith("5 regions by 3 years: beta, 1 of ")
    assert len(told) == len(families())
