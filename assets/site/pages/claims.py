"""Official figures: as stated, as recomputed, and the verdict."""

from collections.abc import Iterator

from assets.site.environment import Words
from assets.site.house import House
from assets.site.pages.page import Page

VERDICTS = ("reproduced", "within_tolerance", "not_reproduced", "not_computable")


def pages(house: House, language: str) -> Iterator[Page]:
    """One page."""
    words = Words(language)
    claims = house.rows["claims"]
    yield Page(
        "claims.html",
        "claims.html.jinja",
        "claims",
        "",
        {
            "claims": claims,
            "counts": [(name, house.by("claims", "verdict").get(name, [])) for name in VERDICTS],
            "reasons": {
                row["claim_id"]: reason_in_words(row["null_reason"], words)
                for row in claims
                if row["null_reason"]
            },
        },
    )


def reason_in_words(null_reason: str, words: Words) -> str:
    """Why a claim has no value: the word for the code, and what the mart adds to it, such as years."""
    code, _, detail = null_reason.partition(": ")
    first, _, last = detail.partition("-")
    detail = first if first == last else detail
    return f"{words.of('reason', code)} {detail.replace('-', '–')}".strip()
