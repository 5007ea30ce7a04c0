"""Pictures laid out by hand: pixels from the top, one layer for each look, hatching within its box."""

from assets.charts.sheet import Sheet, words

SHEET = Sheet(200, 100)


def box(colour="red", **more):
    return {"x": 0, "x2": 14, "y": 0, "y2": 7, "colour": colour} | more


def test_rows_are_read_from_the_top_in_pixels():
    (layer,) = SHEET.boxes([box()])
    assert layer["encoding"]["x"]["scale"]["domain"] == [0, 200]
    assert layer["encoding"]["y"]["scale"]["domain"] == [100, 0]


def test_a_look_is_said_once_for_its_layer():
    layers = SHEET.boxes([box("red"), box("blue"), box("red")])
    assert [layer["mark"]["color"] for layer in layers] == ["red", "blue"]
    assert [len(layer["data"]["values"]) for layer in layers] == [2, 1]
    assert "colour" not in layers[0]["data"]["values"][0]


def test_only_rows_with_a_tip_have_a_tooltip():
    assert "tooltip" not in SHEET.boxes([box()])[0]["encoding"]
    assert SHEET.boxes([box(tip="1 of 31")])[0]["encoding"]["tooltip"]["field"] == "tip"


def test_no_rows_no_layer():
    assert SHEET.boxes([]) == SHEET.words([]) == SHEET.hatching([]) == SHEET.marks([]) == []


def test_text_of_two_lines_starts_higher_so_that_it_is_centred():
    assert words(0, 50, "one")["y"] == 50
    assert words(0, 50, "one\ntwo")["y"] == 44


def test_hatching_has_no_more_lines_than_the_half_rim_is_long():
    """A box of 14 by 7: lines at 7 and 14 of the 21 pixels along its edge; the filter stops at the corner."""
    fill, lines = SHEET.hatching([box()], gap=7)
    assert fill["mark"]["type"] == "rect"
    assert lines["transform"][0]["calculate"] == "sequence(1, 4)"
    assert lines["transform"][2]["filter"] == "datum.k * 7 < (datum.y2 - datum.y) + (datum.x2 - datum.x)"
