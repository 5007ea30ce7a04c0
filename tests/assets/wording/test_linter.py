"""The linter of sentences: sound ones pass, every planted error is caught and said."""

from dataclasses import replace

import pytest

from assets.wording.figures import Figure, Quote
from assets.wording.linter import lint
from tests.assets.wording.printed_sentences import (
    CHANGE,
    END,
    GAP,
    HIGH_NOW,
    HIGH_THEN,
    NOW,
    PLACE_NOW,
    POINTS,
    RANK_NOW,
    RANK_THEN,
    RATIO_NOW,
    RATIO_THEN,
    SPREAD_NOW,
    SPREAD_THEN,
    START,
    TEST,
    YEAR_NOW,
    YEAR_THEN,
    P,
    lookup,
    rules,
    sentence,
)

SOUND = {
    "a ratio in two years": (
        "en",
        (RATIO_THEN, " of the nation in ", YEAR_THEN, ", ", RATIO_NOW, " in ", YEAR_NOW, "; it rose."),
    ),
    "a gap that narrows while the ratio rises": (
        "en",
        (
            "The gap narrowed, as ",
            RATIO_THEN,
            " in ",
            YEAR_THEN,
            " became ",
            RATIO_NOW,
            " in ",
            YEAR_NOW,
            ".",
        ),
    ),
    "a difference of percentages": ("en", ("It rose by ", POINTS, " percentage points.")),
    "the same in Chinese": ("zh-Hans", ("上升", POINTS, "个百分点。")),
    "and in traditional characters": ("zh-Hant", ("上升", POINTS, "個百分點。")),
    "a relative change": ("en", ("The figure fell (", CHANGE, ").")),
    "a verdict with its evidence": (
        "en",
        ("Converging: dispersion fell from ", START, " to ", END, ", p ", P, "."),
    ),
    "a verdict in Chinese": ("zh-Hans", ("差异由", START, "缩小至", END, "，p ", P, "：收敛。")),
    "a number in a name": ("en", ("Beds per 1,000 population in the 31 provinces: ", RATIO_NOW, ".")),
    "a quotation": ("en", (Quote("West", "group_short_name_en", (NOW,)), ": ", RATIO_NOW, ".")),
    "a verdict bound to its row": ("en", (Quote("converging", "verdict", (TEST,)), ", p ", P, ".")),
    "a higher place": ("en", ("Risen: ", RANK_THEN, " → ", RANK_NOW, ".")),
    "a ratio that fell while the rank rose": (
        "en",
        ("It fell: ", HIGH_THEN, " (rank ", RANK_THEN, "), then ", HIGH_NOW, " (rank ", RANK_NOW, ")."),
    ),
    "a range of other members": ("en", ("It narrowed from ", SPREAD_THEN, " to ", SPREAD_NOW, " times.")),
    "a count of what rose": (
        "en",
        (
            Figure(1, "count", rows=(PLACE_NOW,), how="counted"),
            " rose, it narrowed from ",
            SPREAD_THEN,
            " to ",
            SPREAD_NOW,
            ".",
        ),
    ),
    "a count of nothing": ("en", (Figure(0, "count", how="computed"), " clubs.")),
    "counts": (
        "en",
        (
            Figure(3, "count", rows=tuple(f"marts.claims/H{n}" for n in range(3)), how="counted"),
            " come out as printed, ",
            Figure(1, "count", rows=("marts.claims/H9",), how="counted"),
            " differently.",
        ),
    ),
}


@pytest.mark.parametrize("name", SOUND)
def test_a_sound_sentence_passes(name):
    language, parts = SOUND[name]
    assert [str(problem) for problem in lint(sentence(*parts, language=language), language, lookup())] == []


PLANTED = {
    "a number nobody bound": ("digit", "en", ("In 2024 it was ", RATIO_NOW, ".")),
    "a count nobody bound": ("digit", "zh-Hans", ("全国12个地区，", RATIO_NOW, "。")),
    "a percentage called points": ("unit", "en", (RATIO_NOW, " percentage points of the nation.")),
    "a relative change called points": ("unit", "zh-Hans", ("下降", CHANGE, "个百分点。")),
    "a ratio called points": ("unit", "zh-Hant", (Figure(0.79, "ratio", 2, "ratio", (NOW,)), "個百分點。")),
    "points without their unit": ("unit", "en", ("It rose by ", POINTS, " since.")),
    "points called percent": ("unit", "en", ("It rose by ", POINTS, "%.")),
    "a year of another row": ("period", "en", (RATIO_NOW, " in ", replace(YEAR_THEN, rows=(NOW,)), ".")),
    "a number of another year": ("period", "en", (RATIO_THEN, " in ", YEAR_NOW, ".")),
    "fell for a rise": (
        "direction",
        "en",
        (RATIO_THEN, " in ", YEAR_THEN, " fell to ", RATIO_NOW, " in ", YEAR_NOW, "."),
    ),
    "unchanged for a rise": (
        "direction",
        "en",
        (RATIO_THEN, " in ", YEAR_THEN, ", unchanged at ", RATIO_NOW, " in ", YEAR_NOW, "."),
    ),
    "widened for a ratio that nears one": (
        "direction",
        "zh-Hans",
        (YEAR_THEN, "年", RATIO_THEN, "，", YEAR_NOW, "年", RATIO_NOW, "，差距扩大。"),
    ),
    "rose for a negative change": ("direction", "zh-Hant", ("上升（", CHANGE, "）。")),
    "wider for a smaller dispersion": (
        "direction",
        "en",
        ("Converging, p ", P, ": it widened from ", START, " to ", END),
    ),
    "fallen for a higher place": ("direction", "en", ("Fallen: ", RANK_THEN, " → ", RANK_NOW, ".")),
    "a narrower range called wider": (
        "direction",
        "zh-Hans",
        ("由", SPREAD_THEN, "倍扩大到", SPREAD_NOW, "倍。"),
    ),
    "a change nothing shows": ("direction", "en", ("The West rose, ", RATIO_NOW, ".")),
    "a quotation that was changed": ("quotation", "en", (Quote("East", "group_short_name_en", (NOW,)), ".")),
    "a row that is not there": ("cell", "en", (replace(RATIO_NOW, rows=(f"{GAP}/2031",)), ".")),
    "a figure without a row": ("cell", "en", (replace(RATIO_NOW, rows=()), ".")),
    "a wrong count": (
        "rounding",
        "en",
        (Figure(2, "count", rows=("marts.claims/H9",), how="counted"), " differently."),
    ),
    "a wrong difference": (
        "rounding",
        "en",
        ("It rose by ", replace(POINTS, value=0.16), " percentage points."),
    ),
    "another verdict": ("verdict", "en", ("Diverging: dispersion ", START, " and ", END, ", p ", P, ".")),
    "a bound verdict that is not the row's": (
        "quotation",
        "en",
        (Quote("inconclusive", "verdict", (TEST,)), "."),
    ),
    "no verdict": ("verdict", "zh-Hans", ("差异由", START, "缩小至", END, "，p ", P, "。")),
    "counts with their verdicts exchanged": (
        "verdict",
        "en",
        (
            Figure(3, "count", rows=tuple(f"marts.claims/H{n}" for n in range(3)), how="counted"),
            " come out differently, ",
            Figure(1, "count", rows=("marts.claims/H9",), how="counted"),
            " come out as printed.",
        ),
    ),
}


@pytest.mark.parametrize("name", PLANTED)
def test_a_planted_error_is_caught(name):
    rule, language, parts = PLANTED[name]
    assert rule in rules(sentence(*parts, language=language), language)
