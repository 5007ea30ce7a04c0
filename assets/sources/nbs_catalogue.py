"""Which indicator of an NBS catalogue is ours: by its id, its printed name and its unit, every time anew.

Ids are stable for weeks, names for years, and neither is promised: both are checked before any figure.
"""

from assets.landing.content import list_member, member, text_member
from assets.landing.errors import (
    EmptyAnswerError,
    RenamedIndicatorError,
    UnitChangedError,
    UnknownIndicatorError,
    WrongIndicatorError,
)
from assets.landing.exchange import LiveSeries
from assets.landing.printed import normal_name
from assets.sources.nbs_protocol import is_named, other_unit_in_name, read_data, text_or_nothing

# The same name again for the same period of the year before; `dp` says so.
COMPARISONS = ("3", "24")
MOST_CANDIDATES = 12


def read_catalogue(body: bytes, place: str) -> list[object]:
    """Rows of a queryIndicatorsByCid answer; raises EmptyAnswerError where there are none."""
    rows = list_member(read_data(body, place), "list", place=place)
    if not rows:
        raise EmptyAnswerError(
            f"{place}: the catalogue is empty; if it stays so, its id in live_series.csv is old"
        )
    return rows


def find_item(body: bytes, series: LiveSeries, place: str) -> str:
    """Id of the indicator a series means, in the answer that lists its catalogue.

    Raises UnknownIndicatorError (no row, or several), RenamedIndicatorError, UnitChangedError,
    WrongIndicatorError for the list of another catalogue.
    """
    rows = read_catalogue(body, place)
    if series.item_code:
        same = [row for row in rows if text_member(row, "_id", place=place) == series.item_code]
        if len(same) != 1:
            raise UnknownIndicatorError(
                f"{place}: {len(same)} rows with id {series.item_code} for '{series.printed_names[0]}';"
                f" there are {_listed(rows, place)}. Write the right id into item_code of live_series.csv"
            )
        check_name_and_unit(same[0], series, f"{place} id {series.item_code}")
        return series.item_code
    named = [row for row in rows if _is_candidate(row, series, place)]
    unit = normal_name(series.unit_printed)
    with_unit = [row for row in named if normal_name(_unit_of(row, series, place)) == unit]
    ours = [row for row in with_unit if text_or_nothing(row, "dp", place) not in COMPARISONS]
    if len(ours) == 1:
        _refuse_other_catalogue(ours[0], series, place)
        return text_member(ours[0], "_id", place=place)
    if len(named) == 1:
        check_name_and_unit(named[0], series, place)
    raise UnknownIndicatorError(
        f"{place}: {len(ours) or 'no'} rows named '{' | '.join(series.printed_names)}' in"
        f" {series.unit_printed}; there are {_listed(ours or named or rows, place)}."
        " Complete printed_name, or write the id into item_code of live_series.csv"
    )


def check_name_and_unit(row: object, series: LiveSeries, place: str, unit_stated: str = "") -> str:
    """The unit a row prints; raises RenamedIndicatorError or UnitChangedError where it is another thing.

    `unit_stated` is what the catalogue said, for rows that print neither unit nor name.
    """
    shown = text_or_nothing(row, "i_showname", place)
    if shown and not is_named(shown, series) and not other_unit_in_name(shown, series):
        raise RenamedIndicatorError(
            f"{place}: named '{shown:.60}', expected '{' | '.join(series.printed_names)}'; if it is the same"
            " quantity, add the name to printed_name in live_series.csv"
        )
    unit = _unit_of(row, series, place) or unit_stated
    if normal_name(unit) != normal_name(series.unit_printed):
        raise UnitChangedError(
            f"{place}: in '{unit or 'no unit'}', expected '{series.unit_printed}'; if that is right, correct"
            " unit_printed and unit_factor in series.csv together"
        )
    return unit


def _unit_of(row: object, series: LiveSeries, place: str) -> str:
    """The unit a row states, in its own field or in brackets at the end of its name; else empty."""
    shown = text_or_nothing(row, "i_showname", place)
    printed = text_or_nothing(row, "du_name", place)
    other = other_unit_in_name(shown, series)
    if other:
        return other
    # indices carry their base in the name, and "%" as their unit
    is_index = series.unit_printed.endswith("=100") and printed == "%"
    in_name = f"({normal_name(series.unit_printed)})" in normal_name(shown)
    return series.unit_printed if in_name and (is_index or not printed) else printed


def _is_candidate(row: object, series: LiveSeries, place: str) -> bool:
    shown = text_member(row, "i_showname", place=place)
    return is_named(shown, series) or bool(other_unit_in_name(shown, series))


def _refuse_other_catalogue(row: object, series: LiveSeries, place: str) -> None:
    """A name alone does not tell catalogues apart: 地区生产总值 stands in a dozen of them."""
    catalogue = text_or_nothing(row, "catalogid", place)
    if catalogue and catalogue != series.catalogue_code:
        raise WrongIndicatorError(
            f"{place}: the list is of catalogue {catalogue:.40}, asked for was {series.catalogue_code};"
            " the service ignores an id it does not know: look it up anew"
        )


def _listed(rows: list[object], place: str) -> str:
    """Names and ids for a message, the first dozen."""
    shown = [
        f"'{text_or_nothing(row, 'i_showname', place):.60}' {member(row, '_id', place=place)!s:.40}"
        for row in rows[:MOST_CANDIDATES]
    ]
    rest = len(rows) - len(shown)
    return "; ".join(shown) + (f" and {rest} more" if rest else "")
