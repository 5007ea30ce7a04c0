"""marts/convergence_verdicts: evidence passed on, the sentence of each verdict, labels."""

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
from tests.sql.marts.passing import check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "window_id", "weighting")
EVIDENCE = {
    "period_start": 2012,
    "period_end": 2024,
    "group_id": "east",
    "most_influential_region_id": "bj",
    # ln .8 is a fall of a fifth, between a third and a tenth
    "log_change": math.log(0.8),
    "log_change_low": math.log(2 / 3),
    "log_change_high": math.log(0.9),
    "p_value": 0.0314,
    "null_reason": None,
}
NOTHING = dict.fromkeys(("log_change", "log_change_low", "log_change_high", "p_value"))


def phrases():
    return [
        {"indicator_id": row["indicator_id"], "indicator_phrase_en": f"{row['indicator_id']} in a sentence"}
        for row in indicators()
    ]


def verdicts(*changes):
    given = [
        metric_row(columns_of("convergence_test"), number, **(EVIDENCE | change))
        for number, change in enumerate(changes)
    ]
    found = run_model(
        {
            "metrics/convergence_test": given,
            "core/groups": groups("east"),
            "core/regions": regions("bj"),
            "core/indicators": indicators(),
            "core/indicator_phrases": phrases(),
            "core/views": views(),
            "core/methods": methods("metrics/convergence_test"),
        },
        "marts/convergence_verdicts",
    )
    return given, found


def test_evidence_is_passed_on():
    given, found = verdicts({"verdict": "converging"}, {"verdict": "inconclusive"})
    check_passed_on(found, given, KEY)
    assert {row["most_influential_region_name_en"] for row in found} == {"bj region_short_name en"}
    assert {row["method_id"] for row in found} == {"metrics/convergence_test@1"}


def sentence(language="en", **change):
    _, (row,) = verdicts({"weighting": "weighted"} | change)
    return row[f"statement_{language}"]


def test_a_verdict_with_evidence_is_a_sentence_to_print():
    assert sentence(verdict="converging") == (
        "2012–2024, east group_short_name en: dispersion of gdp_per_head in a sentence fell by 20.0%"
        " (weighted, 95% interval −33.3% to −10.0%, p = 0.031): converging."
    )
    assert sentence("zh_hans", verdict="converging") == (
        "2012—2024年，east group_short_name zh_hans内部gdp_per_head indicator_name zh_hans的差异缩小20.0%"
        "（加权，95%区间−33.3%至−10.0%，p = 0.031）：收敛。"
    )
    assert sentence("zh_hant", verdict="converging").endswith("p = 0.031）：收斂。")


def test_other_directions_and_small_p():
    assert "rose by 25.0% (unweighted" in sentence(
        verdict="diverging", log_change=math.log(1.25), weighting="unweighted"
    )
    assert "p < 0.001): converging." in sentence(verdict="converging", p_value=0.0004)


def test_an_inconclusive_verdict_claims_no_change():
    """What was measured is said, with its sign, and no word says that anything fell or rose."""
    assert sentence(verdict="inconclusive") == (
        "2012–2024, east group_short_name en: dispersion of gdp_per_head in a sentence, measured change"
        " −20.0% (weighted, 95% interval −33.3% to −10.0%, p = 0.031): inconclusive."
    )
    assert sentence("zh_hans", verdict="inconclusive").endswith(
        "的差异的变化为−20.0%（加权，95%区间−33.3%至−10.0%，p = 0.031）：尚无定论。"
    )


@pytest.mark.parametrize(
    ("verdict", "en", "zh"),
    [
        ("too few units", ": not tested, as there are only 3 members.", "成员仅3个，不作检验。"),
        ("not testable (break)", "figures change their basis in between.", "口径有变，不可检验。"),
    ],
)
def test_a_verdict_without_test_says_why(verdict, en, zh):
    change = NOTHING | {"verdict": verdict, "n_members": 3, "most_influential_region_id": None}
    assert sentence(**change).endswith(en)
    assert sentence("zh_hans", **change).endswith(zh)


@pytest.mark.parametrize(
    ("reason", "en", "hans", "hant"),
    [
        (
            "undefined_for_these_values",
            "in a sentence: not testable, as a member's figure is zero or below and has no logarithm.",
            "的差异：有成员数值不大于零，无法取对数，不可检验。",
            "的差異：有成員數值不大於零，無法取對數，不可檢驗。",
        ),
        (
            "refused: all regions are equal",
            "in a sentence: not testable, as members have no dispersion to compare.",
            "的差异：成员之间没有可比的差异，不可检验。",
            "的差異：成員之間沒有可比的差異，不可檢驗。",
        ),
    ],
)
def test_values_that_cannot_be_tested_say_which(reason, en, hans, hant):
    change = NOTHING | {"verdict": "not testable (values)", "null_reason": reason}
    assert sentence(**change).endswith(en)
    assert sentence("zh_hans", **change).endswith(hans)
    assert sentence("zh_hant", **change).endswith(hant)


def test_labels():
    _, found = verdicts({"verdict": "converging"}, {"verdict": "diverging"})
    check_labels(found, {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels})
