"""Events and their placebo dates: counted as the mart judges them, told apart without colour."""

from datetime import date

import altair as alt
import polars as pl
import pytest

from assets.charts.policy_break_words import WORDS
from assets.charts.policy_breaks import CHART, MARKS
from assets.wording.figures import LANGUAGES
from tests.assets.charts.frames import COMMON, named
from tests.assets.charts.test_chart_drawing import inline, layers

NONE, COINCIDES, LARGER = "no change found", "coincides with a change", "larger change at another date"
TOO_FEW = "not testable (too few years)"


def event(number, verdict, statistic, placebos=()):
    """One event and its other dates; the placebo p counts the event among the dates."""
    common = COMMON | named("event_name", f"Event {number}") | named("group_short_name", "Delta") | {
        "event_id": f"e{number}", "group_id": "yrd", "event_date": date(2010 + number, 9, 1),
        "period_start": 2001, "period_end": 2023,
    }  # fmt: skip
    tested = statistic is not None
    larger = sum(other >= statistic for other in placebos) if tested else 0
    own = {
        "period": 2011 + number, "is_event": True, "verdict": verdict, "statistic": statistic,
        "p_value": 0.2 if tested else None, "n_placebos": len(placebos) if tested else None,
        "placebo_p": (1 + larger) / (1 + len(placebos)) if tested else None,
    }  # fmt: skip
    others = [
        {"period": 2001 + place, "is_event": False, "verdict": None, "statistic": value,
         "p_value": None, "n_placebos": None, "placebo_p": None}
        for place, value in enumerate(placebos)
    ]  # fmt: skip
    return [common | row for row in (own, *others)]


def frame(*events):
    return pl.DataFrame([row for rows in events for row in rows], infer_schema_length=None)


QUIET = frame(event(1, NONE, 0.5, (0.1, 2.0)), event(2, NONE, 2.6, (0.1, 0.2)), event(3, TOO_FEW, None))


def test_no_coincidence_is_said_with_what_could_not_be_tested():
    words = CHART.words(QUIET, "en")
    assert words.title == "None of 2 testable events coincides with a change; 1 are not testable"
    assert "no change found 2, not testable (too few years) 1" in words.description


def test_only_events_with_a_larger_placebo_lie_within_the_placebo_dates():
    # 0.5 is below 2.0; 2.6 is above both others, though the test finds no change
    assert CHART.words(QUIET, "en").note.startswith("At 1 of 2 testable events: no change beyond")


def test_a_coincidence_is_counted_and_not_called_an_effect():
    words = CHART.words(frame(event(1, COINCIDES, 9.0, (0.1,)), event(2, LARGER, 5.0, (8.0,))), "en")
    assert words.title == "1 of 2 testable events coincides with a change; 0 are not testable"
    assert "not to be caused" in words.note
    assert "effect" not in " ".join(part.text for part in words.parts.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_events_stand_among_their_own_placebo_dates(language):
    spec = CHART.draw(QUIET, language)
    placebos, own = layers(spec, "point")[:2]
    assert sorted((row["place"], row["statistic"]) for row in inline(spec, placebos)) == [
        (0, 0.1), (0, 2.0), (1, 0.1), (1, 0.2)
    ]  # fmt: skip
    assert [(row["place"], row["statistic"]) for row in inline(spec, own)] == [(0, 0.5), (1, 2.6)]
    alt.Chart.from_dict(spec)


def test_verdicts_differ_in_shape():
    assert len({shape for shape, *_ in MARKS.values()}) == len(MARKS)


def test_legend_names_only_the_marks_that_occur():
    spec = CHART.draw(QUIET, "en")
    texts = [row.get("label") for layer in layers(spec, "text") for row in inline(spec, layer)]
    assert "no change found" in texts and "coincides with a change" not in texts


def test_every_verdict_has_words_in_every_language():
    for language in LANGUAGES:
        assert {NONE, COINCIDES, LARGER, TOO_FEW, "not testable (break)"} <= WORDS[language].keys()
