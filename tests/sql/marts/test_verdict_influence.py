"""marts/verdict_influence: tests passed on beside the whole's verdict, with sentences and labels."""

import math

import pytest

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    group_labels,
    groups,
    indicator_labels,
    indicators,
    methods,
    regions,
    view_labels,
    views,
)
from tests.sql.marts.passing import SERIES, check_passed_on, columns_of, metric_row
from tests.sql.marts.test_convergence_verdicts import phrases

KEY = ("view_id", "indicator_id", "group_id", "membership", "window_id", "weighting", "left_out_region_id")
SPAN = {"group_id": "nation", "window_id": "from_base_year", "weighting": "weighted"}
TEST = SPAN | {
    "membership": "dated",
    "period_start": 2012,
    "period_end": 2024,
    "verdict": "converging",
    "log_change": math.log(0.8),
    "log_change_low": math.log(2 / 3),
    "log_change_high": math.log(0.9),
    "p_value": 0.0314,
    "null_reason": None,
}
WHOLE = SERIES | SPAN | {"verdict": "inconclusive", "log_change": -0.1, "p_value": 0.2}


def influence(*changes):
    given = [
        metric_row(
            columns_of("verdict_influence"), number, **(TEST | {"left_out_region_id": region} | change)
        )
        for number, (region, change) in enumerate(zip(("bj", "tj"), changes, strict=False))
    ]
    found = run_model(
        {
            "metrics/verdict_influence": given,
            # another window and weighting of the same series: only the row's own is its whole
            "metrics/convergence_test": [
                WHOLE,
                WHOLE | {"window_id": "all_years", "verdict": "diverging"},
                WHOLE | {"weighting": "unweighted", "verdict": "diverging"},
            ],
            "core/groups": groups("nation"),
            "core/regions": regions("bj", "tj"),
            "core/indicators": indicators(),
            "core/indicator_phrases": phrases(),
            "core/views": views(),
            "core/methods": methods("metrics/verdict_influence"),
        },
        "marts/verdict_influence",
    )
    return given, found


def test_tests_are_passed_on_beside_the_whole():
    given, found = influence({}, {"verdict": "inconclusive"})
    check_passed_on(found, given, KEY)
    assert {(row["whole_verdict"], row["whole_log_change"], row["whole_p_value"]) for row in found} == {
        ("inconclusive", -0.1, 0.2)
    }
    assert {row["left_out_region_id"]: row["has_other_verdict"] for row in found} == {
        "bj": True,
        "tj": False,
    }
    assert {row["method_id"] for row in found} == {"metrics/verdict_influence@1"}


def test_the_member_left_out_is_named():
    for row in influence({}, {})[1]:
        assert row["left_out_region_name_en"] == f"{row['left_out_region_id']} region_short_name en"
        assert row["left_out_region_name_zh_hans"] == f"{row['left_out_region_id']} region_short_name zh_hans"


def sentence(language="en", **change):
    return influence(change)[1][0][f"statement_{language}"]


def test_sentences():
    assert sentence() == (
        "2012–2024, nation group_short_name en without bj region_short_name en: dispersion of gdp_per_head"
        " in a sentence fell by 20.0% (weighted, 95% interval −33.3% to −10.0%, p = 0.031): converging;"
        " with all members inconclusive."
    )
    assert sentence("zh_hans") == (
        "2012—2024年，nation group_short_name zh_hans剔除bj region_short_name zh_hans后，gdp_per_head"
        " indicator_name zh_hans的差异缩小20.0%（加权，95%区间−33.3%至−10.0%，p = 0.031）："
        "收敛，结论改变。"
    )
    assert sentence("zh_hant").endswith(
        "縮小20.0%（加權，95%區間−33.3%至−10.0%，p = 0.031）：收斂，結論改變。"
    )
    # ln 1.25 is a rise of a quarter
    rise = {"verdict": "diverging", "log_change": math.log(1.25), "weighting": "unweighted"}
    assert " in a sentence rose by 25.0% (unweighted, " in sentence(**rise)
    assert "的差异扩大25.0%（不加权，" in sentence("zh_hans", **rise)
    assert "的差異擴大25.0%（不加權，" in sentence("zh_hant", **rise)


def test_an_inconclusive_verdict_claims_no_change():
    """What was measured is said, with its sign, and no word says that anything fell or rose."""
    assert sentence(verdict="inconclusive") == (
        "2012–2024, nation group_short_name en without bj region_short_name en: dispersion of gdp_per_head"
        " in a sentence, measured change −20.0% (weighted, 95% interval −33.3% to −10.0%, p = 0.031):"
        " inconclusive, as with all members."
    )
    assert sentence("zh_hans", verdict="inconclusive").endswith(
        "的差异的变化为−20.0%（加权，95%区间−33.3%至−10.0%，p = 0.031）：尚无定论，结论不变。"
    )
    assert sentence("zh_hant", verdict="inconclusive", log_change=math.log(1.25)).endswith(
        "的差異的變化為+25.0%（加權，95%區間−33.3%至−10.0%，p = 0.031）：尚無定論，結論不變。"
    )


@pytest.mark.parametrize(
    ("language", "end"), [("en", "not testable."), ("zh_hans", "不可检验。"), ("zh_hant", "不可檢驗。")]
)
def test_without_test_the_sentence_says_so(language, end):
    nothing = dict.fromkeys(("log_change", "log_change_low", "log_change_high", "p_value"))
    change = nothing | {"verdict": "not testable (values)", "null_reason": "refused: equal"}
    assert sentence(language, **change).endswith(end)


def test_labels():
    _, found = influence({}, {})
    check_labels(found, {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels})
