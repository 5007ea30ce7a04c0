"""Damage made again by its seed: every damaged answer is met by name, or its figures are right."""

from collections import Counter

import pytest

from assets.landing.errors import LandingError
from assets.landing.exchange import Figure
from assets.landing.judging import judge
from assets.sources.nbs_matrix import read
from orchestration.trials.mutations import KINDS, mutate
from tests.orchestration.replay.nbs_service import answer_for, facts, line

SEEDS = 400
SERIES = ["gdp_nominal", "cpi_prev_year_100"]


@pytest.mark.parametrize("series_id", SERIES)
def test_no_damage_ends_in_a_wrong_number_or_another_exception(series_id: str) -> None:
    series = line("nbs_province_year", series_id)
    last = 2024 if series_id == "gdp_nominal" else 2019
    answer = answer_for(series, last - 2, last)
    context = dict(answer.question.context)
    right = _texts(read(answer.body, series, context, "right"))
    held, limits = facts().held[series.indicator_id], facts().limits[series.indicator_id]
    met: Counter[str] = Counter()
    for seed in range(SEEDS):
        damaged, what = mutate(answer.body, seed)
        try:
            figures = read(damaged, series, context, "damaged")
            judge(figures, series.unit_factor, held, limits, "damaged", printed_before=right)
        except LandingError as error:
            met[type(error).__name__] += 1
            continue
        found = _texts(figures)
        wrong = {cell for cell in found | right if _number(found.get(cell)) != _number(right.get(cell))}
        assert not wrong, f"seed {seed}, {what}: {sorted(wrong)[:3]}"
        met["right"] += 1
    # the damage is of many kinds, and most of it is noticed
    assert len(met) >= 15
    assert met["right"] < SEEDS / 3


def _texts(figures: list[Figure]) -> dict[tuple[str, str], str]:
    return {(figure.region_code, figure.period_text): figure.value_text for figure in figures}


def _number(text: str | None) -> float | None:
    return float(text) if text else None


def test_the_same_seed_does_the_same() -> None:
    answer = answer_for(line("nbs_province_year", "gdp_nominal"), 2023, 2024)
    again = [mutate(answer.body, seed) for seed in range(20)]
    assert again == [mutate(answer.body, seed) for seed in range(20)]
    assert len({body for body, _ in again}) > 15
    assert all(body != answer.body for body, _ in again)


def test_all_kinds_of_damage_are_done() -> None:
    answer = answer_for(line("nbs_province_year", "gdp_nominal"), 2024, 2024)
    said = {mutate(answer.body, seed)[1].split(":")[0] for seed in range(60)}
    assert said == {kind for kind, _ in KINDS}


def test_what_is_no_answer_cannot_be_damaged() -> None:
    with pytest.raises(ValueError, match="Expecting value"):
        mutate(b"<html>", 1)
