"""One cell of a spreadsheet to number text: what looks like a number and is none gets its own error."""

from decimal import Decimal

from assets.landing.errors import LandingError, PrintedNumberError
from assets.landing.file_errors import (
    DateCellError,
    ErrorCellError,
    FormulaWithoutValueError,
    PercentCellError,
)
from assets.landing.printed import normal_name, read_number
from assets.sources.grids.grid import BOOLEAN, DATE, ERROR, FORMULA, NUMBER, Cell, shown


def number_of(cell: Cell, percent_cells: str, place: str) -> tuple[str, str, str]:
    """Number text, reason it is missing, footnote mark of a cell.

    Raises DateCellError, ErrorCellError, FormulaWithoutValueError, PercentCellError, PrintedNumberError or
    NotFiniteError.
    """
    remedies: dict[str, tuple[type[LandingError], str]] = {
        DATE: (
            DateCellError,
            "a spreadsheet made a date of it; write the figure as printed, cell set to text",
        ),
        ERROR: (ErrorCellError, "mend the formula in a copy, or clear the cell if nothing is printed there"),
        FORMULA: (
            FormulaWithoutValueError,
            "open the file in a spreadsheet program, let it calculate, save it",
        ),
        BOOLEAN: (PrintedNumberError, "a number was expected; write the figure as printed"),
    }
    if cell.kind in remedies:
        error, remedy = remedies[cell.kind]
        raise error(f"{place}: found {cell.kind} {shown(cell.text)}; {remedy}")
    text = cell.text
    is_text = normal_name(text).endswith("%")
    if is_text and percent_cells == "as_shown":
        text = normal_name(text).removesuffix("%")
    elif is_text or (cell.is_percent and not percent_cells):
        raise PercentCellError(
            f"{place}: found {shown(text)}{' shown as a percentage' if cell.is_percent else ''}; say"
            ' percent_cells = "as_shown" (0.123 shown as 12.3% counts as 12.3) or "as_held" (as 0.123)'
            " under [table]"
        )
    elif cell.is_percent and cell.kind == NUMBER and percent_cells == "as_shown":
        hundredfold = format(Decimal(text).scaleb(2), "f")
        text = hundredfold.rstrip("0").rstrip(".") if "." in hundredfold else hundredfold
    return read_number(text, place)
