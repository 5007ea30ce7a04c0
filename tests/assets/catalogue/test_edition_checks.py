"""Views, vintages, claims and column descriptions that would mislead a reader."""

from pathlib import Path

from tests.assets.catalogue.test_tiny_pack import messages, tiny


def test_basis_view_without_bases(tmp_path: Path) -> None:
    pack = tiny()
    pack["views"][1]["basis_ids"] = ""
    assert messages(tmp_path, pack) == [
        "views.csv line 3, basis_ids: found an empty cell; name the bases it takes figures from"
    ]


def test_latest_view_with_bases(tmp_path: Path) -> None:
    pack = tiny()
    pack["views"][0]["basis_ids"] = "census"
    assert messages(tmp_path, pack) == [
        "views.csv line 2, basis_ids: found 'census'; leave it empty: a view of kind latest takes from all"
    ]


def test_two_latest_views(tmp_path: Path) -> None:
    pack = tiny()
    pack["views"][1] |= {"kind": "latest", "basis_ids": ""}
    assert messages(tmp_path, pack) == [
        "views.csv line 3, kind: found 'latest' again, first on line 2; keep one of the two"
    ]


def test_no_latest_view(tmp_path: Path) -> None:
    pack = tiny()
    del pack["views"][0]
    pack["claims"][0]["view_id"] = "revised"
    assert messages(tmp_path, pack) == ["views.csv, kind: found no view of kind latest; add one"]


def test_rank_twice(tmp_path: Path) -> None:
    pack = tiny()
    pack["vintages"][1]["rank"] = "1"
    assert messages(tmp_path, pack) == [
        "vintages.csv line 3, rank: found '1' again, first on line 2; give every vintage its own rank"
    ]


def test_periods_in_order(tmp_path: Path) -> None:
    pack = tiny()
    pack["vintages"][0] |= {"first_print_from": "2019", "first_print_to": "2018"}
    pack["claims"][0] |= {"period_start": "2012", "period_end": "2011-12"}
    assert messages(tmp_path, pack) == [
        "claims.csv line 2, period_end: found '2011-12', before period_start '2012'; "
        "write the later period here",
        "vintages.csv line 2, first_print_to: found '2018', before first_print_from '2019'; "
        "write the later period here",
    ]


def test_claims_that_lack_a_side(tmp_path: Path) -> None:
    pack = tiny()
    share = {"claim_id": "a", "measure": "share", "tolerance_kind": "absolute"}
    change = {"claim_id": "b", "measure": "change"}
    pack["claims"] = [pack["claims"][0] | share, pack["claims"][0] | change]
    assert messages(tmp_path, pack) == [
        "claims.csv line 2, reference_id: found an empty cell; name what the share is taken of",
        "claims.csv line 2, tolerance: found an empty cell; write how far off is still right (absolute)",
        "claims.csv line 3, period_start: found an empty cell; name the period the change starts from",
    ]


def test_column_dictionary(tmp_path: Path) -> None:
    pack = tiny()
    described = {row["column_name"]: row for row in pack["columns"]}
    described["decimals"]["type"] = "DOUBLE"
    described["rhythm"]["type"] = "TEXT"
    described["citation"]["description_zh"] = ""
    pack["columns"].remove(described["rank"])
    lines = {row["column_name"]: line for line, row in enumerate(pack["columns"], start=2)}
    assert messages(tmp_path, pack) == [
        "columns.csv, column_name: found no line for rank of vintages.csv; describe it",
        f"columns.csv line {lines['decimals']}, type: found 'DOUBLE' for decimals, "
        "read from units.csv; use one of INTEGER, BIGINT",
        f"columns.csv line {lines['citation']}, description_zh: found an empty cell; fill it in",
        f"columns.csv line {lines['rhythm']}, type: found 'TEXT'; "
        "use one of VARCHAR, BIGINT, INTEGER, DOUBLE, BOOLEAN, DATE, TIMESTAMP",
    ]
