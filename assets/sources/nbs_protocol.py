"""How the data service of the National Bureau of Statistics (opened 2026-03) talks: paths, roots, codes.

What every answer has in common is read here; catalogues, figures and the agenda have their own modules.
"""

import re

from assets.landing.content import list_member, member, read_json
from assets.landing.errors import EmptyAnswerError, ShapeError, StrayPeriodError, UnsuccessfulAnswerError
from assets.landing.exchange import LiveSeries
from assets.landing.printed import normal_name

HOST = "data.stats.gov.cn"
BASE = f"https://{HOST}/dg/website/publicrelease/web/external"
HEADERS = (
    ("Accept", "application/json, text/plain, */*"),
    ("Referer", f"https://{HOST}/dg/website/page.html"),
)
# Id of the catalogue tree a collection belongs to, and the ending of its period codes.
ROOTS = {
    "nbs_province_year": ("c4d82af16c3d4f0cb4f09d4af7d5888e", "YY"),
    "nbs_province_quarter": ("854f819b04104191a5ae2f2cba270e6c", "SS"),
    "nbs_city_year": ("2d06bab01494417e9052ef0f8d93e23e", "YY"),
}
SUCCESS_STATE = 20000
# No figure is older than the Republic; anything else is a damaged code.
PERIOD_CODE = re.compile(r"(?P<year>19[4-9]\d|20\d\d)(YY|0(?P<quarter>[1-4])SS)")
LAST_BRACKET = re.compile(r"(?P<name>.+)\((?P<unit>[^()]*)\)")


def read_data(body: bytes, place: str) -> object:
    """What stands under `data` in the envelope; raises UnsuccessfulAnswerError, ShapeError and those of
    content.read_json.
    """
    answer = read_json(body, place)
    success = member(answer, "success", place=place)
    state = answer.get("state", SUCCESS_STATE) if isinstance(answer, dict) else None
    if success is not True or state != SUCCESS_STATE:
        said = answer.get("message") if isinstance(answer, dict) else None
        raise UnsuccessfulAnswerError(
            f"{place}: success {success!r:.20}, state {state!r:.20}, message {said!r:.80}; ask again later"
        )
    return member(answer, "data", place=place)


def read_periods(body: bytes, place: str) -> list[object]:
    """The blocks of a data answer, one a period; raises EmptyAnswerError where there are none."""
    found = read_data(body, place)
    if found is None or found == []:
        raise EmptyAnswerError(
            f"{place}: successful, with no data at all; the service does that now and then,"
            " and always for an id it does not know"
        )
    return list_member(found, place=f"{place} data")


def period_of(code: str, place: str) -> str:
    """`2024YY` is 2024, `202503SS` is 2025Q3; raises StrayPeriodError."""
    found = PERIOD_CODE.fullmatch(code)
    if not found:
        raise StrayPeriodError(
            f"{place}: period code {code!r:.40}; a year is printed 2024YY, a quarter 202503SS"
        )
    return found["year"] + (f"Q{found['quarter']}" if found["quarter"] else "")


def code_of(period: str) -> str:
    """The code of a period: the other way round."""
    year, _, quarter = period.partition("Q")
    return f"{year}0{quarter}SS" if quarter else f"{year}YY"


def periods_between(first_year: int, last_year: int, collection: str) -> list[str]:
    """Every period of the years, in order; quarters for a quarterly collection."""
    _, ending = ROOTS[collection]
    parts = ("Q1", "Q2", "Q3", "Q4") if ending == "SS" else ("",)
    return [f"{year}{part}" for year in range(first_year, last_year + 1) for part in parts]


def is_named(shown: str, series: LiveSeries) -> bool:
    """Whether a printed name is one of those expected, with or without the expected unit in brackets."""
    name = normal_name(shown)
    unit = f"({normal_name(series.unit_printed)})"
    return name in _expected(series) or (name.endswith(unit) and name.removesuffix(unit) in _expected(series))


def other_unit_in_name(shown: str, series: LiveSeries) -> str:
    """The unit in brackets where a name is the expected one but for its unit; else empty."""
    found = LAST_BRACKET.fullmatch(normal_name(shown))
    if found is None or is_named(shown, series) or found["name"] not in _expected(series):
        return ""
    return found["unit"]


def text_or_nothing(row: object, key: str, place: str) -> str:
    """A text member that may be absent, null or empty; raises ShapeError for anything else."""
    found = row.get(key) if isinstance(row, dict) else None
    if found is None:
        return ""
    if not isinstance(found, str):
        raise ShapeError(f"{place}.{key}: found {type(found).__name__}, text was expected")
    return found.strip()


def _expected(series: LiveSeries) -> set[str]:
    return {normal_name(name) for name in series.printed_names}
