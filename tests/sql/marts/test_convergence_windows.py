"""marts/convergence_windows: beta and sigma of one window side by side, labelled, no row lost or doubled."""

from tests.sql.given import run_model
from tests.sql.marts.labels import (
    check_labels,
    group_labels,
    groups,
    indicator_labels,
    indicators,
    methods,
    view_labels,
    views,
)
from tests.sql.marts.passing import SERIES, check_passed_on, columns_of, metric_row

KEY = ("view_id", "indicator_id", "group_id", "period_start", "period_end")
WINDOWS = [
    {"group_id": group, "period_start": start, "period_end": end}
    for group in ("nation", "east")
    for start, end in ((2001, 2002), (2001, 2003))
]
BETA = [metric_row(columns_of("beta_window"), number, **window) for number, window in enumerate(WINDOWS)]
SIGMA = [
    SERIES
    | window
    | {
        "weighting": weighting,
        "n_members": BETA[number]["n_members"],
        "has_break": BETA[number]["has_break"],
        "sigma_start": 1.0 + number + extra,
        "sigma_end": 2.0 + number + extra,
        "sigma_change": 3.0 + number + extra,
        "relative_sigma_change": 4.0 + number + extra,
    }
    for number, window in enumerate(WINDOWS)
    for weighting, extra in (("unweighted", 0.0), ("weighted", 0.5))
]


def windows(beta=BETA, sigma=SIGMA):
    return run_model(
        {
            "metrics/beta_window": beta,
            "metrics/sigma_window": sigma,
            "core/groups": groups("nation", "east"),
            "core/indicators": indicators(),
            "core/views": views(),
            "core/methods": methods("metrics/beta_window"),
        },
        "marts/convergence_windows",
    )


def test_one_row_a_window_with_beta_and_both_sigmas():
    found = windows()
    check_passed_on(found, BETA, KEY)
    check_passed_on(found, [row for row in SIGMA if row["weighting"] == "unweighted"], KEY)
    for row in found:
        for name in ("start", "end", "change"):
            assert row[f"weighted_sigma_{name}"] == row[f"sigma_{name}"] + 0.5
    assert {row["method_id"] for row in found} == {"metrics/beta_window@1"}


def test_without_weights_or_beta_the_window_stays():
    found = windows(BETA[:1], [row for row in SIGMA if row["weighting"] == "unweighted"])
    assert len(found) == len(WINDOWS)
    assert {row["weighted_sigma_start"] for row in found} == {None}
    assert sum(row["beta"] is not None for row in found) == 1


def test_labels():
    check_labels(
        windows(), {"group_id": group_labels, "indicator_id": indicator_labels, "view_id": view_labels}
    )
