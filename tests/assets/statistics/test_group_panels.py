"""Rows to panels: shapes, weights known or not, breaks of all members."""

import pytest
from numpy import testing

from assets.statistics.group_panels import group_panels


def lines(indicator="gdp", missing=None):
    """Two regions in three years; the second breaks in 2003."""
    return [
        (
            "latest",
            indicator,
            "nation",
            year,
            region,
            10.0 * place + year - 2000,
            weight,
            int(year > 2002) * place,
        )
        for year in (2001, 2002, 2003)
        for place, (region, weight) in enumerate((("a", 1.0), ("b", missing or 2.0)))
    ]


def test_a_panel_is_regions_by_years():
    (panel,) = group_panels(lines())
    assert (panel.key, panel.regions) == (("latest", "gdp", "nation"), ("a", "b"))
    testing.assert_array_equal(panel.years, [2001, 2002, 2003])
    testing.assert_array_equal(panel.values, [[1, 2, 3], [11, 12, 13]])
    testing.assert_array_equal(panel.weights, [[1, 1, 1], [2, 2, 2]])


def test_a_break_of_one_member_is_one_of_the_panel():
    (panel,) = group_panels(lines())
    assert (panel.has_break(0, 1), panel.has_break(1, 2), panel.has_break(0, 2)) == (False, True, True)


def test_a_missing_weight_leaves_none_and_series_stay_apart():
    gone = [line if line[4] == "a" else (*line[:6], None, line[7]) for line in lines("income")]
    with_weights, without = group_panels(lines() + gone)
    assert with_weights.weights is not None
    assert without.weights is None


@pytest.mark.parametrize(("value", "positive"), [(1.0, True), (0.0, False), (-1.0, False)])
def test_only_positive_values_have_logarithms(value, positive):
    changed = [(*line[:5], value, *line[6:]) for line in lines()]
    assert next(group_panels(changed)).is_positive is positive
