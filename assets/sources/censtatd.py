"""Hong Kong Census and Statistics Department: one POST per series, rows of all frequencies mixed.

`catalogue_code` is the table (310-31001). `item_code` says which rows of it, parted by slashes: variable,
presentation, rows (Y annual, H06 and H12 the half-yearly ones of mid-year and year-end), then the
dimensions of which the total is meant: `POP/Raw_K_1dp_per_n/H12/SEX/AGE`. The department answers
Success for a category it does not know and gives the total, or rows of several groups without saying
which; so each dimension of a row is looked at, and a row of which it cannot be told is an error.
"""

import json
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from assets.landing.content import list_member, member, read_json, text_member
from assets.landing.errors import (
    EmptyAnswerError,
    PrintedNumberError,
    RenamedIndicatorError,
    RepeatedRegionError,
    ShapeError,
    StrayPeriodError,
    UnitChangedError,
    UnknownIndicatorError,
    UnsuccessfulAnswerError,
    WrongIndicatorError,
)
from assets.landing.exchange import Answer, Fetch, Figure, LiveSeries, Question, Years
from assets.landing.printed import MISSING_MARKS, normal_name, read_number

HOSTS = frozenset({"www.censtatd.gov.hk"})
ADDRESS = "https://www.censtatd.gov.hk/api/post.php"
REGION = ("810000", "Hong Kong")
# The unit a presentation code stands for; the rows do not say it in every table.
UNITS = {"Raw_M_hkd_d": "HK$ million", "Raw_hkd_d": "HK$", "Raw_K_1dp_per_n": "'000 persons"}
# What a description that names a unit contains; there its change is a change of unit, not of name.
UNIT_WORDS = ("hk$", "%", "'000", "no.", "index", "million", "number")
ROW_FIELDS = frozenset({"freq", "period", "sv", "svDesc", "figure", "sd_value"})


class Wanted(NamedTuple):
    """Which rows of a table make the series."""

    variable: str
    presentation: str
    frequency: str
    month: str
    dimensions: tuple[str, ...]


def ask(series: LiveSeries, years: Years, fetch: Fetch) -> list[Answer]:
    """One answer with every row of the years asked."""
    wanted = _wanted(series)
    query = {
        "id": series.catalogue_code,
        "lang": "en",
        "sv": {wanted.variable: [wanted.presentation]},
        "cv": {dimension: [""] for dimension in wanted.dimensions},
        # left out, only a default window comes back
        "period": {"start": f"{years.first}01", "end": f"{years.last}12"},
    }
    question = Question(
        series.collection,
        series.series_id,
        "data",
        "POST",
        ADDRESS,
        form=(("query", json.dumps(query, separators=(",", ":"))),),
        holds_figures=True,
        years=years,
        context=(("first_year", str(years.first)), ("last_year", str(years.last))),
    )

    def check(body: bytes) -> None:
        next(_rows_wanted(body, wanted, question.place))

    return [fetch(question, check)]


def newest_period(series: LiveSeries, fetch: Fetch) -> str | None:
    """None: the department has no cheaper question than the one for the figures, which is small."""
    return None


def read(body: bytes, series: LiveSeries, context: Mapping[str, str], place: str) -> list[Figure]:
    """Annual figures of Hong Kong. Half-yearly rows give the year of their month, `202512` gives 2025.

    `context` needs first_year and last_year. Raises UnsuccessfulAnswerError, UnknownIndicatorError,
    EmptyAnswerError, WrongIndicatorError, RenamedIndicatorError, UnitChangedError, StrayPeriodError,
    RepeatedRegionError, ShapeError and what read_json and read_number raise.
    """
    wanted = _wanted(series)
    unit = UNITS[wanted.presentation]
    if normal_name(unit) != normal_name(series.unit_printed):
        raise UnitChangedError(
            f"{place}: {wanted.presentation} is {unit!r}, series.csv converts from {series.unit_printed!r};"
            " make the two agree"
        )
    years = range(int(context["first_year"]), int(context["last_year"]) + 1)
    figures: dict[str, Figure] = {}
    for number, row in _rows_wanted(body, wanted, place):
        here = f"{place} dataSet[{number}]"
        _check_name(row, series, unit, here)
        year = text_member(row, "period", place=here)[:4]
        if int(year) not in years:
            raise StrayPeriodError(f"{here}: found {year}, asked for {years[0]} to {years[-1]}")
        if year in figures:
            raise RepeatedRegionError(
                f"{here}: {year} a second time, first at {figures[year].cell_address};"
                " several groups came without a label, see the dimensions in item_code"
            )
        text, reason, flag = _printed(row, here)
        figures[year] = Figure(*REGION, year, text, reason, flag, unit, f"dataSet[{number}].figure")
    return [figures[year] for year in sorted(figures)]


def _wanted(series: LiveSeries) -> Wanted:
    variable, presentation, rows, *dimensions = [*series.item_code.split("/"), "", ""]
    if presentation not in UNITS or rows not in ("Y", "H06", "H12"):
        raise UnknownIndicatorError(
            f"{series.collection}/{series.series_id}: item_code {series.item_code!r} is not"
            f" variable/presentation/rows with a presentation of {', '.join(UNITS)} and rows Y, H06 or H12"
        )
    return Wanted(variable, presentation, rows[0], rows[1:], tuple(filter(None, dimensions)))


def _rows_wanted(body: bytes, wanted: Wanted, place: str) -> Iterator[tuple[int, dict[str, object]]]:
    """The rows of the series with their number in the answer; at least one, or EmptyAnswerError."""
    found = False
    for number, row in enumerate(_rows(body, place)):
        here = f"{place} dataSet[{number}]"
        if not isinstance(row, dict):
            raise ShapeError(f"{here}: found {row!r:.60}, an object was expected")
        variable = text_member(row, "sv", place=here)
        if variable != wanted.variable:
            raise WrongIndicatorError(f"{here}: found {variable}, asked for {wanted.variable}")
        period = text_member(row, "period", place=here)
        if not period.isascii() or not period.isdigit() or len(period) not in (4, 6):
            raise StrayPeriodError(f"{here}: period {period!r} is neither a year nor a month")
        if text_member(row, "freq", place=here) != wanted.frequency or period[4:] != wanted.month:
            continue
        if _is_total(row, wanted, here):
            found = True
            yield number, row
    if not found:
        raise EmptyAnswerError(
            f"{place}: no row of frequency {wanted.frequency}{wanted.month} for the total;"
            " look at the table, its codes may have changed"
        )


def _rows(body: bytes, place: str) -> list[object]:
    answer = read_json(body, place)
    name = text_member(answer, "header", "status", "name", place=place)
    if name != "Success":
        said = member(answer, "header", "status", "message", place=place)
        error = UnknownIndicatorError if "not defined" in str(said) else UnsuccessfulAnswerError
        raise error(f"{place}: the department answers {name}, {said!r:.200}; check table and codes")
    rows = list_member(answer, "dataSet", place=place)
    if not rows:
        raise EmptyAnswerError(f"{place}: Success without rows")
    return rows


def _is_total(row: dict[str, object], wanted: Wanted, here: str) -> bool:
    for dimension in wanted.dimensions:
        if text_member(row, dimension, place=here) != "":
            return False
    for field, label in row.items():
        is_known = field in ROW_FIELDS or field in wanted.dimensions or field.endswith("Desc")
        if not is_known and label != "":
            raise ShapeError(
                f"{here}: {field} is {label!r:.60}, a dimension nobody asked for; add it to item_code"
            )
    return True


def _check_name(row: dict[str, object], series: LiveSeries, unit: str, here: str) -> None:
    """The description is the name in some tables and the unit in others; either must be a known one."""
    printed = text_member(row, "svDesc", place=here)
    if normal_name(printed) in {normal_name(name) for name in (*series.printed_names, unit)}:
        return
    known = " | ".join((*series.printed_names, unit))
    is_unit = any(word in printed.casefold() for word in UNIT_WORDS)
    error = UnitChangedError if is_unit else RenamedIndicatorError
    raise error(f"{here}: described as {printed!r:.80}, known is {known!r}; see what was meant, then add it")


def _printed(row: dict[str, object], here: str) -> tuple[str, str, str]:
    """Number text, reason it is missing, flag. The mark stands in sd_value, beside the figure."""
    mark = row.get("sd_value") or ""
    if not isinstance(mark, str):
        raise ShapeError(f"{here}: sd_value is {mark!r:.60}, text was expected")
    text, reason, footnote = read_number(member(row, "figure", place=here), here)
    if text and mark and mark in MISSING_MARKS:
        raise PrintedNumberError(
            f"{here}: found {text} marked {mark!r}, which means that there is none; look at the table"
        )
    if not text and mark:
        reason = MISSING_MARKS.get(mark, "marker")
    return text, reason, mark or footnote
