"""Names beside points: a free side, else none; earlier points choose first."""

from hypothesis import given
from hypothesis import strategies as st

from assets.charts.name_places import _box, sides

PLOT = (300.0, 200.0)


def test_a_lone_name_stands_at_the_right_and_moves_to_the_left_at_the_rim():
    assert sides([(100, 100, "Hebei")], PLOT) == ["right"]
    assert sides([(295, 100, "Hebei")], PLOT) == ["left"]


def test_a_name_keeps_off_other_points_and_what_is_taken():
    assert sides([(100, 100, "Hebei"), (120, 100, "")], PLOT)[0] == "left"
    assert sides([(100, 100, "Hebei")], PLOT, [(0, 0, 300, 200)]) == [None]


@given(
    st.lists(
        st.tuples(st.floats(0, 300), st.floats(0, 200), st.sampled_from(["Hebei", "云南", "Inner Mongolia"])),
        max_size=30,
    )
)
def test_placed_names_never_meet(points):
    found = sides(points, PLOT)
    boxes = [_box(x, y, name, side) for (x, y, name), side in zip(points, found, strict=True) if side]
    for place, one in enumerate(boxes):
        for other in boxes[:place]:
            apart = one[0] >= other[2] or other[0] >= one[2] or one[1] >= other[3] or other[1] >= one[3]
            assert apart
