"""Sentences as patterns: the words as they are, the numbers compared."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assets.report_check.sentences import (
    Said,
    Sentence,
    differences,
    even,
    plain,
    sentences_of_charts,
    sentences_of_readings,
)
from assets.wording.figures import Figure, Wording

EAST = Sentence(
    "x title",
    ("In ", " the East stood at ", " of the nation."),
    (Said("2024", "marts.x/2024", "period"), Said("130%", "marts.x/2024", "ratio")),
)


def wrong(text, *sentences):
    return [(found.report, found.current) for found in differences([text], sentences)[1]]


def test_only_numbers_that_differ_are_listed():
    assert wrong("In 2024 the East stood at 130% of the nation.", EAST) == []
    assert wrong("As known: In 2024 the East stood at\n131 % of the nation.", EAST) == [("131 %", "130%")]
    assert wrong("In 2023 the East stood at 131% of the nation.", EAST) == [
        ("2023", "2024"),
        ("131%", "130%"),
    ]
    assert wrong("In 2024 the West stood at 131% of the nation.", EAST) == []


@pytest.mark.parametrize(
    ("typed", "printed"), [("-1,234.5", "−1234.5"), ("= 0.037", "=0.037"), ("5 %", "5%")]
)
def test_forms_of_typing_are_no_difference(typed, printed):
    assert plain(typed) == plain(printed)


def test_chinese_matches_across_line_ends_and_blanks():
    sentence = Sentence("x", ("东部为全国的", "，东北为", "。"), (Said("130%", "", ""), Said("70%", "", "")))
    assert wrong("东部为全国的 130%，\n东北为71%。", sentence) == [("71%", "70%")]


def test_of_several_sentences_that_fit_the_one_that_differs_least_counts():
    other = Sentence(EAST.source, EAST.pieces, (Said("2020", "", ""), Said("140%", "", "")))
    assert wrong("In 2020 the East stood at 140% of the nation.", EAST, other) == []
    assert wrong("In 2020 the East stood at 141% of the nation.", EAST, other) == [("141%", "140%")]


@pytest.mark.parametrize("turned", [False, True])
def test_a_sentence_within_a_longer_one_does_not_count(turned):
    """Two zones may be called Southwest and Greater Southwest; each is right with its own number."""
    pieces = ("Southwest stood at ", " of the nation.")
    pair = [
        Sentence("a", pieces, (Said("59%", "marts.x/a", "ratio"),)),
        Sentence("b", (f"Greater {pieces[0]}", pieces[1]), (Said("60%", "marts.x/b", "ratio"),)),
    ]
    pair = pair[::-1] if turned else pair
    assert differences(["Greater Southwest stood at 60% of the nation."], pair) == (1, [])
    assert wrong("Greater Southwest stood at 59% of the nation.", *pair) == [("59%", "60%")]
    assert wrong("Southwest stood at 60% of the nation.", *pair) == [("60%", "59%")]


def test_a_paragraph_is_cut_into_sentences():
    said = {
        "chart": "x", "title": "", "subtitle": "", "alt": "",
        "description": "The share of the East is 52.4%. The share of the West is 20.1%. No figure here.",
        "figures": [
            {"text": "52.4%", "rows": ["marts.x/a"], "column": "share", "part": "description", "at": 25},
            {"text": "20.1%", "rows": [], "column": "share", "part": "description", "at": 57},
        ],
    }  # fmt: skip
    found = list(sentences_of_charts([said | {"note": ""}]))
    assert [sentence.pieces for sentence in found] == [
        ("The share of the East is ", "."),
        ("The share of the West is ", "."),
    ]
    assert [sentence.figures[0].row for sentence in found] == ["marts.x/a", ""]


def test_sentences_too_short_to_be_ours_are_left_out():
    short = Wording((("In ", None), ("2024", Figure(2024, "year"))))
    long = Wording((("Claims reproduced so far: ", None), ("65", Figure(65, "count")), (".", None)))
    found = list(sentences_of_readings({("release", "release"): {"en": [short, long]}}))
    assert [sentence.pieces[0] for sentence in found] == ["Claims reproduced so far: "]
    assert found[0].source == "release release"


@given(st.floats(min_value=-9, max_value=9, allow_nan=False), st.sampled_from(["percent", "points", "ratio"]))
def test_every_figure_as_it_is_written_fits_its_own_pattern(value, kind):
    text = Figure(value, kind).written("en")
    sentence = Sentence("x", ("The change stands at ", " since then."), (Said(text, "", ""),))
    assert differences([f"The change stands at {text} since then."], [sentence]) == (1, [])


def test_even_text_has_no_blank_beside_chinese():
    assert even("东部 130%，\n 东北  70% of it") == "东部130%，东北70% of it"
