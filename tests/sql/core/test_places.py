"""core/places: the file by region."""

from tests.sql.given import check, run_model


def test_places_by_region():
    places = """
        region_id  longitude  latitude  how
        440000     113.4      23.3      centre
        110000     116.4      40.2      centre
    """
    check(
        run_model({"reference/places": places}, "core/places"),
        """
        region_id  longitude  latitude  how
        110000     116.4      40.2      centre
        440000     113.4      23.3      centre
        """,
    )
