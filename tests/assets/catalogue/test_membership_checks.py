"""Memberships that clash with one another, with their group's dates or with their region's life."""

from pathlib import Path

from tests.assets.catalogue.test_tiny_pack import Rows, messages, tiny

ZONE = 6  # the dated membership of the tiny pack, line 8 of the file


def with_zone_member(**cells: str) -> Rows:
    """Add a second membership, line 9, to the dated group."""
    pack = tiny()
    dates = {"valid_from_precision": "day", "valid_to_precision": "day"}
    pack["membership"].append(pack["membership"][ZONE] | dates | cells)
    return pack


def test_group_without_members_needs_a_note(tmp_path: Path) -> None:
    pack = tiny()
    pack["groups"].append(pack["groups"][3] | {"group_id": "counties"})
    assert messages(tmp_path, pack) == [
        "groups.csv line 6, group_id: found 'counties' without a member; "
        "add its members to membership.csv, or say in its note why none are listed"
    ]
    pack["groups"][4]["note"] = "a list of counties"
    assert messages(tmp_path, pack) == []


def test_membership_outside_the_dates_of_its_group(tmp_path: Path) -> None:
    pack = with_zone_member(region_id="12", valid_from="2010-04-30", valid_to="2020-01-02")
    assert messages(tmp_path, pack) == [
        "membership.csv line 9, valid_from: found '2010-04-30' outside the dates of zone; "
        "stay within effective_from 2010-05-01, or correct that in groups.csv",
        "membership.csv line 9, valid_to: found '2020-01-02' outside the dates of zone; "
        "stay within effective_to 2020-01-01, or correct that in groups.csv",
    ]


def test_open_membership_of_a_group_with_dates(tmp_path: Path) -> None:
    open_end = {"valid_to": "", "valid_to_precision": ""}
    pack = with_zone_member(region_id="12", valid_from="2015-01-01", **open_end)
    assert messages(tmp_path, pack) == [
        "membership.csv line 9, valid_to: found '' outside the dates of zone; "
        "stay within effective_to 2020-01-01, or correct that in groups.csv"
    ]


def test_end_of_membership_in_a_retrospective_group(tmp_path: Path) -> None:
    pack = tiny()
    pack["membership"][3] |= {"valid_to": "2001-01-01", "valid_to_precision": "year"}
    assert messages(tmp_path, pack) == [
        "membership.csv line 5, valid_to: found '2001-01-01' in the retrospective group east; "
        "leave it empty, or make the group dated"
    ]


def test_membership_after_the_end_of_its_region(tmp_path: Path) -> None:
    pack = tiny()
    pack["regions"][4]["valid_to"] = "2010-05-01"
    assert messages(tmp_path, pack) == [
        "membership.csv line 8, region_id: found '1101', which does not exist in those dates; "
        "name the region of that time"
    ]


def test_overlapping_memberships(tmp_path: Path) -> None:
    pack = with_zone_member(valid_from="2012-03-01")
    assert messages(tmp_path, pack) == [
        "membership.csv line 9, valid_from: found '1101' in zone at a time that line 8 covers; "
        "keep one, or part their dates"
    ]


def test_memberships_that_follow_one_another(tmp_path: Path) -> None:
    pack = with_zone_member(valid_from="2012-03-01")
    pack["membership"][ZONE] |= {"valid_to": "2012-03-01", "valid_to_precision": "month"}
    assert messages(tmp_path, pack) == []


def test_region_beside_the_region_that_contains_it(tmp_path: Path) -> None:
    pack = with_zone_member(region_id="11", coverage_kind="partial")
    assert messages(tmp_path, pack) == [
        "membership.csv line 8, region_id: found '1101' beside 11, which contains it; "
        "keep one of lines 9 and 8 in zone"
    ]
    pack["membership"][-1]["coverage_kind"] = "policy_only"
    assert messages(tmp_path, pack) == []
    pack["membership"][-1] |= {"coverage_kind": "full", "valid_from": "2015-01-01"}
    pack["membership"][ZONE] |= {"valid_to": "2015-01-01", "valid_to_precision": "year"}
    assert messages(tmp_path, pack) == []
