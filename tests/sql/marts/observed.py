"""The group observations the marts take coverage and origin from."""

from collections.abc import Iterable

from tests.sql.given import Row

# What a mart copies from core.group_observations.
ORIGIN = {
    "n_members": 10,
    "n_present": 9,
    "coverage": 0.97,
    "basis_text": "census4",
    "source_text": "nbs",
    "is_mixed_basis": False,
    "has_break": False,
    "is_weakly_attributed": True,
}
KEY = ("view_id", "membership", "indicator_id", "group_id", "period")


def observations_of(rows: Iterable[Row], *more: Row) -> list[Row]:
    """One observation for every key in `rows`, and `more` that the mart has no use for."""
    keys = {tuple(row[name] for name in KEY): None for row in [*rows, *more]}
    return [dict(zip(KEY, key, strict=True)) | ORIGIN for key in keys]
