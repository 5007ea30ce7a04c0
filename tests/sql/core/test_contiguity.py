"""core/contiguity: each pair of the file in both directions."""

from tests.sql.given import check, run_model


def test_pairs_stand_in_both_directions():
    pairs = """
        region_id  neighbour_region_id
        110000     120000
        440000     460000
    """
    check(
        run_model({"reference/contiguity": pairs}, "core/contiguity"),
        """
        region_id  neighbour_region_id
        110000     120000
        120000     110000
        440000     460000
        460000     440000
        """,
    )
