"""Packed data: fewer bytes, the same rows when read back."""

from assets.charts.packing import packed


def test_names_of_columns_stand_once_and_rows_keep_their_order():
    spec = {"mark": "line", "datasets": {"a": [{"x": 1, "y": 0.123456789123}, {"x": 2, "y": None}]}}
    assert packed(spec) == {
        "mark": "line",
        "datasets": {"a": {"columns": ["x", "y"], "rows": [[1, 0.12345679], [2, None]]}},
    }


def test_what_is_no_table_stays_as_it_is():
    datasets = {"outlines": {"type": "Topology"}, "ragged": [{"x": 1}, {"y": 2}], "none": [], "bare": [1, 2]}
    assert packed({"datasets": datasets}) == {"datasets": datasets}
    assert packed({"mark": "line"}) == {"mark": "line"}
