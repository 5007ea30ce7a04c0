"""What the tests of the decompositions share: one partition of a few regions, as tables."""

from tests.sql.given import Given, Row

Regions = list[tuple[str, float, float | None]]  # group, value, weight


def tables(regions: Regions, set_id: str = "blocs", is_partition: bool = True) -> Given:
    """core.member_values and core.group_sets of one set of groups in one period."""
    common = {"membership": "dated", "period": 2020}
    members: list[Row] = [
        common
        | {
            "view_id": "latest",
            "indicator_id": "gdp_per_head",
            "group_id": group_id,
            "region_id": f"r{number:02}",
            "value": float(value),
            "weight": None if weight is None else float(weight),
        }
        for number, (group_id, value, weight) in enumerate(regions)
    ]
    sets: list[Row] = [
        common | {"set_id": set_id, "group_id": group_id, "is_partition": is_partition}
        for group_id in sorted({group_id for group_id, _, _ in regions})
    ]
    return {"core/member_values": members, "core/group_sets": sets}
