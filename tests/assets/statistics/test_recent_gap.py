"""Which groups have an outlook: those whose own convergence is measured."""

from assets.statistics.gap_series import GAPS
from assets.statistics.recent_gap import GROUPS, gaps_of_panel_groups


class Answers:
    """Inputs that answer by the text of the query."""

    def rows(self, query):
        rows = {
            GROUPS: [("bloc",)],
            GAPS: [("latest", "gdp", name, 2001, 0.5, 0) for name in ("bloc", "city")],
        }
        return rows[query]


def test_only_groups_with_a_panel():
    assert [series.group_id for series in gaps_of_panel_groups(Answers())] == ["bloc"]
