"""Cross-sections, windows, keys, and refusals as rows."""

import numpy

from assets.statistics.measured.attempts import (
    attempt,
    attempt_parts,
    cross_sections,
    group_parts,
    key_of,
    windows,
)
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.panel import NO_YEAR
from assets.statistics.refusal import RefusedError
from tests.assets.statistics.measured.panels import small_panel


def refuse(*_):
    raise RefusedError("too small; use more")


def test_cross_sections_leave_out_missing_regions_and_weigh_where_they_can():
    sections = list(cross_sections(small_panel()))
    assert [(section.year, section.suffix) for section in sections[:3]] == [
        (2000, "u"),
        (2000, "w"),
        (2001, "u"),
    ]
    incomplete = sections[7]
    assert (incomplete.year, incomplete.suffix, len(incomplete.value)) == (2003, "w", 5)
    assert incomplete.weight.tolist() == [5, 2, 8, 3, 1]
    assert incomplete.labels(small_panel(), "halves").tolist() == list("HHHGG")
    groups = incomplete.groups(small_panel(), "halves")
    assert [groups.names[code] for code in groups.codes] == list("HHHGG")
    assert {section.suffix for section in cross_sections(small_panel(weights=None))} == {"u"}


def test_windows_are_every_pair_of_years():
    found = [key for _, _, key in windows(small_panel())]
    assert len(found) == 10
    assert found[:2] == ["2000-2001", "2000-2002"]


def test_keys_leave_out_a_year_that_is_none_and_name_a_partition_where_labels_are_shared():
    assert key_of(2000, "bloc", "east") == "2000|bloc|east"
    assert key_of(NO_YEAR, "bloc") == "bloc"
    assert group_parts(small_panel(), "halves") == ()
    shared = small_panel(partitions={"one": tuple("AABBCC"), "two": tuple("CCDDEE")})
    assert group_parts(shared, "one") == ("one",)


def test_a_refusal_becomes_a_row_and_a_fault_does_not():
    assert attempt("m", "k", max, 1, 2) == Measured("m", "k", 2.0)
    assert attempt("m", "k", refuse) == Refused("m", "k", "too small; use more")
    parts = {"real": "real", "imag": "imag"}
    assert list(attempt_parts(parts, "k", complex, 1, 2)) == [
        Measured("real", "k", 1),
        Measured("imag", "k", 2),
    ]
    assert [row.metric for row in attempt_parts(parts, "k", refuse)] == ["real", "imag"]


def test_values_are_plain_floats():
    assert type(attempt("m", "k", numpy.float64, 1).value) is float
