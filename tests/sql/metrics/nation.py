"""What tests share that need the nation's own row: its group and its value, coverage given."""

from tests.sql.given import Given


def nation(coverage: float = 1, value: float | None = 1, period: int = 2020) -> Given:
    """core.groups with the nation, and its row of gdp_per_head in core.group_observations."""
    return {
        "core/groups": [{"group_id": "nation", "group_kind": "nation"}],
        "core/group_observations": [
            {
                "view_id": "latest",
                "indicator_id": "gdp_per_head",
                "group_id": "nation",
                "period": period,
                "coverage": coverage,
                "value": value,
            }
        ],
    }
