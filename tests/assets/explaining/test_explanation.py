"""Numbers of a release are made again from their printed figures: one by hand, many by sampling."""

import hashlib
import random
import shutil
from collections import Counter
from pathlib import Path

import duckdb
import pytest

from assets.explaining.explanation import explain
from assets.explaining.printing import printed
from assets.explaining.telling import telling
from orchestration.place import default_place
from tests.assets.explaining.explained_release import (
    FILES,
    NORTHEAST,
    SAMPLED,
    all_nodes,
    cell_text,
    leaves_of,
    row_ids,
)
from tests.small_house import built_house


def test_a_ratio_leads_back_to_the_cells_of_the_snapshots(release: duckdb.DuckDBPyConnection) -> None:
    explanation = explain(release, f"{NORTHEAST}#ratio")
    snapshots = built_house().snapshots
    levels = {}
    for part in ("subject", "reference"):
        (group,) = explanation.parts[part]
        # GDP in 100 million yuan, population in 10 thousand persons: 10,000 yuan a head
        output, people = [], []
        for region in group.children:
            sides = {side.facts["role"]: side for side in region.children}
            texts = {
                role: [cell_text(snapshots, leaf.facts["cell_address"]) for leaf in side.leaves()]
                for role, side in sides.items()
            }
            output.append(float(texts["numerator"][0]))
            year_before, year_end = texts["denominator"]
            people.append((float(year_before) + float(year_end)) / 2)
        levels[part] = 10_000 * sum(output) / sum(people)
    assert [region.label for region in explanation.parts["subject"][0].children] == [
        "Liaoning",
        "Jilin",
        "Heilongjiang",
    ]
    stored = explanation.cell("ratio").value
    assert levels["subject"] / levels["reference"] == pytest.approx(stored, rel=1e-12)
    assert explanation.figures["ratio"].is_equal
    assert explanation.made_of == ("metrics.gap_to_nation/latest/dated/gdp_per_head/bloc_northeast/2023",)
    assert explanation.method and explanation.method.method_id.startswith("metrics/gap_to_nation@")


def test_every_leaf_names_a_file_whose_bytes_have_the_digest(release: duckdb.DuckDBPyConnection) -> None:
    leaves = leaves_of(explain(release, NORTHEAST))
    assert len(leaves) == 3 * (3 + 31)  # one figure of output and two year-ends for each member of both
    for leaf in leaves:
        content = (built_house().snapshots / f"{leaf.facts['snapshot_id']}.csv").read_bytes()
        assert leaf.facts["sha256"] == hashlib.sha256(content).hexdigest()
        assert leaf.facts["publisher"] and leaf.facts["published_on"] and leaf.facts["table_title"]


def test_converted_money_carries_its_rate(tmp_path: Path) -> None:
    file = tmp_path / "converted.duckdb"
    shutil.copyfile(built_house().published_file, file)
    with duckdb.connect(str(file)) as connection:
        # as if Liaoning printed Hong Kong dollars
        connection.execute(
            "update core.observations set currency = 'HKD', conversion_rate = rates.value,"
            " conversion_rate_name = rates.conversion_rate_name, value = value_in_currency * rates.value"
            " from core.exchange_rates as rates where rates.indicator_id = 'cny_per_hkd' and rates.is_used"
            " and rates.period = observations.period and observations.region_id = '210000'"
            " and observations.indicator_id = 'gdp_nominal' and observations.period = 2023"
        )
        explanation = explain(connection, "core.observations/gdp_nominal/210000/2023/census5#value")
        text = printed(explanation, telling(connection))
    (figure,) = leaves_of(explanation)
    (rate,) = figure.children
    assert rate.unit == "CNY per HKD" and rate.facts["sha256"] and rate.comparison.is_equal
    by_hand = float(figure.facts["value_text"]) * float(rate.facts["value_text"])
    assert explanation.figures["value"].stored == pytest.approx(by_hand, rel=1e-12)
    assert explanation.figures["value"].is_equal
    assert f" x {rate.value:,.10g} (" in text and rate.how == rate.address.split("/")[-1]


@pytest.mark.parametrize("path", FILES, ids=lambda path: f"{path.parent.name}/{path.stem}")
def test_every_table_with_inputs_is_made_again(release: duckdb.DuckDBPyConnection, path: Path) -> None:
    ids = row_ids(release, path.parent.name, path.stem)
    found: Counter[str] = Counter()
    for row_id in random.Random(path.stem).sample(ids, min(8, len(ids))):
        explanation = explain(release, row_id)
        assert set(explanation.figures) <= {cell.name for cell in explanation.row}
        wrong = {name: figure for name, figure in explanation.figures.items() if figure.is_equal is False}
        assert wrong == {}, row_id
        # nothing stored that has leaves is left without comparison
        open_figures = [
            name for name, it in explanation.figures.items() if it.stored is not None and not it.is_equal
        ]
        assert open_figures == [], row_id
        for nodes in explanation.parts.values():
            for node in all_nodes(nodes):
                assert node.comparison.is_equal is not False, (row_id, node.address)
        found.update(name for name, figure in explanation.figures.items() if figure.is_equal)
        assert all(leaf.facts["sha256"] for leaf in leaves_of(explanation))
    assert found or not explain(release, ids[0]).figures


def test_two_hundred_numbers_of_the_published_release_come_out_again() -> None:
    file = default_place().published_file
    if not file.is_file():
        pytest.skip("no release is published in this checkout; run qipan refresh")
    with duckdb.connect(str(file), read_only=True) as connection:
        numbers = 0
        chance = random.Random(1949)
        for name in SAMPLED:
            ids = row_ids(connection, "marts", name)
            for row_id in chance.sample(ids, 16):
                figures = explain(connection, row_id).figures.values()
                stored = [figure for figure in figures if figure.stored is not None]
                assert all(figure.is_equal for figure in stored), row_id
                numbers += len(stored)
    assert numbers >= 200
