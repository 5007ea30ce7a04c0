"""The columns a panel file must have, long or wide, and what to rename where it has others."""

import re

from assets.statistics.input_errors import InputShapeError, UnknownWeightError

YEAR = re.compile(r"[12][0-9]{3}")
# columns of a long file that are not groups: what is measured, its weight, and what it is per head of
OWN_COLUMNS = ("region", "year", "y", "pop", "gdp")
# names under which the columns come from elsewhere
OTHER_NAMES = {
    "region": (
        "regions",
        "region_id",
        "geo",
        "code",
        "province",
        "country",
        "state",
        "county",
        "name",
        "unit",
    ),
    "year": ("years", "period", "time", "date", "t"),
    "y": (
        "value",
        "values",
        "val",
        "obs_value",
        "gdppc",
        "gdp_per_head",
        "gdp_per_capita",
        "income",
        "level",
    ),
}
WEIGHT_NAMES = ("population", "popul", "weight", "weights", "persons", "people", "inhabitants", "w")


def check_panel_columns(file: str, header: tuple[str, ...]) -> None:
    """Nothing where the header is one of a long or a wide file.

    Raises InputShapeError, and UnknownWeightError for a weight under another name.
    """
    if "y" in header:
        if "region" not in header:
            raise InputShapeError(
                f"{file} line 1: found {_shown(header)}; a column region is needed{_rename(header, 'region')}"
            )
        check_weight_names(file, header)
        if "year" not in header and _rename(header, "year"):
            raise InputShapeError(
                f"{file} line 1: found {_shown(header)}; the years need a column year"
                f"{_rename(header, 'year')}, or remove it where all lines are of one year"
            )
        return
    wrong = [name for name in header[1:] if not YEAR.fullmatch(name)]
    if not wrong and len(header) > 1:
        return
    years = [name for name in header if YEAR.fullmatch(name)]
    if years:
        raise InputShapeError(
            f"{file} line 1: found column {_shown(wrong or header)} in a wide file (it has column"
            f" {years[0]}); it has the regions first, then one column per year and nothing else: weights"
            " need a long file, groups go to --groups"
        )
    renamed = "".join(_rename(header, name) for name in ("region", "year", "y") if name not in header)
    raise InputShapeError(
        f"{file} line 1: found {_shown(header)}, no column y and no columns of years; a long file has"
        f" region,year,y[,pop], a wide one region,2000,2001,...{renamed}"
    )


def check_weight_names(file: str, names: tuple[str, ...]) -> None:
    """Raise UnknownWeightError for a column that is named like a weight, but not pop."""
    for name in names:
        if name.lower() in WEIGHT_NAMES or (name.lower() == "pop" and name != "pop"):
            raise UnknownWeightError(
                f"{file} line 1: found column {name}; the weight is the column pop of a long panel: name it"
                " so, or remove it to measure unweighted"
            )


def _rename(header: tuple[str, ...], wanted: str) -> str:
    for name in header:
        if name.lower() in (wanted, *OTHER_NAMES[wanted]):
            return f"; name {name} {wanted}"
    return ""


def _shown(names: tuple[str, ...] | list[str]) -> str:
    return ",".join(names)[:80]
