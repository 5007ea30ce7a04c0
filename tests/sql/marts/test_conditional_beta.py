"""marts/conditional_beta: both betas labelled, the controls named in the order of the file."""

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    LANGUAGES,
    check_labels,
    group_labels,
    groups,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)
from tests.sql.marts.passing import check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "conditioning_set_id", "period_start", "period_end")
FIGURES = [
    metric_row(
        columns_of("conditional_beta"),
        number,
        group_id="nation",
        conditioning_set_id=set_id,
        period_start=2001,
        period_end=end,
    )
    for number, (set_id, end) in enumerate(
        (set_id, end) for set_id in ("both", "one") for end in (2002, 2003)
    )
]
CONDITIONING = """
    conditioning_set_id  indicator_id  control_indicator_id  line_number
    both                 gdp_per_head  gdp                   2
    both                 gdp_per_head  energy                3
    one                  gdp_per_head  energy                4
    one                  gdp           energy                5
"""


def conditional():
    return run_model(
        {
            "metrics/conditional_beta": FIGURES,
            "core/conditioning": CONDITIONING,
            "core/groups": groups("nation"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/conditional_beta"),
        },
        "marts/conditional_beta",
    )


def test_figures_are_passed_on():
    found = conditional()
    check_passed_on(found, FIGURES, KEY)
    assert {row["method_id"] for row in found} == {"metrics/conditional_beta@1"}


def test_controls_are_named_in_the_order_of_the_file():
    for row in conditional():
        names = ["gdp", "energy"] if row["conditioning_set_id"] == "both" else ["energy"]
        for language in LANGUAGES:
            expected = [indicator_labels(name)[f"indicator_name_{language}"] for name in names]
            joint = ", " if language == "en" else "、"
            assert row[f"control_names_{language}"] == joint.join(expected)


def test_labels():
    check_labels(
        conditional(), {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
