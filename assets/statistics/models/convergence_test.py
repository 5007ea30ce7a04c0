"""Whether the members of a group drew closer: the test behind every verdict."""

from collections.abc import Iterator
from itertools import groupby
from typing import Any

from numpy import arange, array, errstate, log, ndarray

from assets.python_models import Inputs
from assets.statistics.group_panels import PANEL_VALUES, GroupPanel, group_panels
from assets.statistics.refusal import RefusedError
from assets.statistics.runs_of_years import longest_run, unbroken_runs
from assets.statistics.verdict import LEAST_REGIONS, TEST, Evidence, Verdict, holm, judge

DESCRIPTION = (
    "Whether the members of a group drew closer over a window of at least five years: one of six"
    " verdicts, with the test it rests on. Windows: all years, up to and from the base year of official"
    " comparisons, and the longest without a break. One row per view, indicator, group, window, weighting."
)
GRAIN = ("view_id", "indicator_id", "group_id", "window_id", "weighting")
DEPS = ("core/panel_values", "core/events", "core/group_members", "core/groups")
METHOD = (
    "dispersion = standard deviation of logs, weighted by the mean of the weights of both years or"
    " unweighted; converging or diverging only when the Pitman-Morgan correlation of sums and differences"
    " (Pitman 1939, Morgan 1939) has p < 0.05 by 1999 sign flips and the studentised bootstrap interval"
    " (95%, 999 draws of whole regions) of the change ln(end / start) excludes 0; up to 99,999 draws"
    " where the word would hang on them; seed 1939; fewer than 5"
    " members: too few units; a break inside: not testable (break); a figure that has no logarithm, or no"
    " dispersion to compare: not testable (values), and null_reason says which; p adjusted by Holm 1979"
    " over the groups of one indicator, view, window and weighting; p_clustered flips great regions as"
    " wholes, since regions that move together make p too small (7-8% false verdicts instead of 5% when"
    " blocs share half their news); beta is description"
)
COLUMNS = (
    "view_id",
    "indicator_id",
    "group_id",
    "window_id",
    "weighting",
    "period_start",
    "period_end",
    "n_members",
    "has_break",
    "verdict",
    "test_name",
    "statistic",
    "p_value",
    "log_change",
    "log_change_low",
    "log_change_high",
    "sigma_start",
    "sigma_end",
    "lowest_log_change",
    "highest_log_change",
    "most_influential_region_id",
    "beta",
    "p_clustered",
    "null_reason",
    "p_adjusted",
)
BASE_YEARS = "select min(year(event_date)) from core.events where event_type = 'baseline'"
# Great regions whose provinces share their news: the one partition with six groups or more of old standing.
CLUSTERS = """
    select distinct group_members.region_id, group_members.group_id
    from core.group_members
    inner join core.groups on group_members.group_id = groups.group_id
    where groups.partition_id = 'gb6' and group_members.membership = 'dated'
"""
LEAST_CLUSTERS = 6
LEAST_YEARS = 5
# The library refuses such figures; a table that is printed needs a word for every row.
UNTESTABLE_VALUES = "not testable (values)"
P_VALUE = COLUMNS.index("p_value")
# the groups of one indicator in one view, window and weighting are one family of tests
FAMILY = tuple(COLUMNS.index(name) for name in ("view_id", "indicator_id", "window_id", "weighting"))


def rows(inputs: Inputs) -> Iterator[tuple[Any, ...]]:
    """Every window of every panel, unweighted and, where it has weights, weighted."""
    base_year = inputs.rows(BASE_YEARS)[0][0]
    cluster_of = dict(inputs.rows(CLUSTERS))
    panels = group_panels(inputs.rows(PANEL_VALUES))
    for _, of_series in groupby(panels, key=lambda panel: panel.key[:2]):
        tests = [test for panel in of_series for test in _tests(panel, base_year, cluster_of)]
        tests.sort(key=lambda test: tuple(test[place] for place in FAMILY))
        for _, family in groupby(tests, key=lambda test: tuple(test[place] for place in FAMILY)):
            yield from _adjusted(list(family))


def windows_of(panel: GroupPanel, base_year: int | None) -> dict[str, tuple[int, int]]:
    """Positions of the first and last year of each window; of equal windows the first name is kept."""
    last = len(panel.years) - 1
    unbroken = longest_run(unbroken_runs(arange(last + 1), panel.breaks))
    windows = {"all_years": (0, last)}
    if base_year in panel.years:
        base = panel.years.tolist().index(base_year)
        windows |= {"to_base_year": (0, base), "from_base_year": (base, last)}
    windows["longest_without_break"] = (unbroken.start, unbroken.stop - 1)
    found: dict[str, tuple[int, int]] = {}
    for name, (start, end) in windows.items():
        if panel.years[end] - panel.years[start] >= LEAST_YEARS and (start, end) not in found.values():
            found[name] = (start, end)
    return found


def _tests(panel: GroupPanel, base_year: int | None, cluster_of: dict[str, str]) -> Iterator[tuple[Any, ...]]:
    labels = [cluster_of.get(region) for region in panel.regions]
    clusters = array(labels) if None not in labels and len(set(labels)) >= LEAST_CLUSTERS else None
    for name, (start, end) in windows_of(panel, base_year).items():
        yield _test(panel, name, start, end, "unweighted", clusters)
        if panel.weights is not None:
            yield _test(panel, name, start, end, "weighted", clusters)


def _test(
    panel: GroupPanel, name: str, start: int, end: int, weighting: str, clusters: ndarray | None
) -> tuple[Any, ...]:
    first, last = panel.values[:, start], panel.values[:, end]
    years = (int(panel.years[start]), int(panel.years[end]))
    weight = shared_weight(panel, start, end) if weighting == "weighted" else None
    has_break = panel.has_break(start, end)
    key = (*panel.key, name, weighting, *years, len(panel.regions), has_break)
    is_tested = len(first) >= LEAST_REGIONS and not has_break
    if is_tested and not ((first > 0).all() and (last > 0).all()):
        return (*key, UNTESTABLE_VALUES, *[None] * 13, "undefined_for_these_values")
    # without a test no figure is looked at, so that none needs a logarithm
    with errstate(divide="ignore", invalid="ignore"):
        logs = log(first), log(last)
    try:
        found = judge(*logs, years[1] - years[0], weight, clusters=clusters, has_break=has_break)
    except RefusedError as refusal:
        return (*key, UNTESTABLE_VALUES, *[None] * 13, f"refused: {refusal}")
    return (*key, *_figures(found, panel), None)


def shared_weight(panel: GroupPanel, start: int, end: int) -> ndarray | None:
    """One weight (n,) for both years, their mean, so that moving people are no change of dispersion."""
    return None if panel.weights is None else (panel.weights[:, start] + panel.weights[:, end]) / 2


def _figures(found: Verdict, panel: GroupPanel) -> tuple[Any, ...]:
    evidence: Evidence | None = found.evidence
    if evidence is None:
        return (found.word, *[None] * 13)
    change, influence, most = evidence.change, evidence.influence, evidence.most_influential
    return (
        found.word,
        TEST,
        evidence.statistic,
        evidence.p,
        change.estimate,
        change.low,
        change.high,
        evidence.start,
        evidence.end,
        influence.lowest if influence else None,
        influence.highest if influence else None,
        None if most is None else panel.regions[most],
        evidence.beta,
        evidence.p_clustered,
    )


def _adjusted(family: list[tuple[Any, ...]]) -> Iterator[tuple[Any, ...]]:
    tested = [place for place, test in enumerate(family) if test[P_VALUE] is not None]
    adjusted = holm(array([family[place][P_VALUE] for place in tested], dtype=float)).tolist()
    of_place = dict(zip(tested, adjusted, strict=True))
    yield from ((*test, of_place.get(place)) for place, test in enumerate(family))
