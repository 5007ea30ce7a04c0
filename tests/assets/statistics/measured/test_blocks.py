import numpy as np

from assets.statistics.measured.blocks import attempt_rows, cells
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.refusal import RefusedError


def test_cells_are_named_by_their_position():
    assert list(cells("m", "tag", np.array([[1.0, 2.0]]))) == [
        Measured("m", "tag|0|0", 1.0),
        Measured("m", "tag|0|1", 2.0),
    ]
    assert list(cells("m", "tag", np.array(3.0))) == [Measured("m", "tag", 3.0)]


def test_a_refusal_becomes_a_row():
    def refuse(name):
        raise RefusedError(f"{name} is too short; use gaps")

    assert list(attempt_rows("m", "k", refuse, "the panel")) == [
        Refused("m", "k", "the panel is too short; use gaps")
    ]
