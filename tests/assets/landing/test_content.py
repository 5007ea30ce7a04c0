"""The first look at an answer: pages, encodings, depth, shapes, each with its own name."""

import pytest

from assets.landing import errors
from assets.landing.content import list_member, member, read_json, text_member

CHALLENGE = "<html><noscript><title>Please enable JavaScript and refresh the page</title></noscript></html>"
PAGES = [
    (CHALLENGE, errors.ChallengePageError),
    ("<html><body>请开启JavaScript并刷新该页.</body></html>", errors.ChallengePageError),
    ("<h1>403 Forbidden</h1><p>reason:UrlACL</p>", errors.BlockedError),
    ("<title>Microsoft-Azure-Application-Gateway/v2</title>", errors.BlockedError),
    ("<!DOCTYPE html><title>服务异常</title>", errors.ServiceExceptionPageError),
    ("<html>anything else</html>", errors.NotTheFormatError),
    ("<?xml version='1.0'?><wb:error/>", errors.NotTheFormatError),
]


@pytest.mark.parametrize(("page", "error"), PAGES)
def test_a_page_instead_of_an_answer(page: str, error: type[errors.LandingError]) -> None:
    for prefix in ("", "\ufeff", " \n"):
        with pytest.raises(error, match="gdp"):
            read_json((prefix + page).encode(), "nbs/gdp (data)")


@pytest.mark.parametrize(
    ("body", "error", "words"),
    [
        ('{"name":"地区"}'.encode("gbk"), errors.WrongEncodingError, "GBK"),
        (b'{"a": "\xff\xfe\xfa"', errors.WrongEncodingError, "UTF-8"),
        (b'{"a": [1, 2', errors.NotTheFormatError, "cut off"),
        (b"", errors.NotTheFormatError, "empty"),
        (b"  \n", errors.NotTheFormatError, "empty"),
        (b'{"a": NaN}', errors.NotFiniteError, "NaN"),
        (b'{"a": -Infinity}', errors.NotFiniteError, "Infinity"),
        (b'{"a": 1, "a": 2}', errors.ShapeError, "twice"),
        (b"[" * 200_000, errors.TooDeepError, "deep"),
        (b'{"a": ' + b"1" * 5000 + b"}", errors.NotTheFormatError, "not readable"),
    ],
)
def test_a_body_that_is_no_answer(body: bytes, error: type[errors.LandingError], words: str) -> None:
    with pytest.raises(error, match=words):
        read_json(body, "nbs/gdp (data)")


def test_json_with_or_without_byte_order_mark() -> None:
    assert read_json('{"a": "北京市"}'.encode(), "x") == {"a": "北京市"}
    assert read_json('{"a": "北京市"}'.encode("utf-8-sig"), "x") == {"a": "北京市"}


def test_a_member_that_is_missing_says_where_the_path_ends() -> None:
    answer = {"data": [{"values": "none"}]}
    assert member(answer, "data", 0, "values", place="x") == "none"
    with pytest.raises(errors.ShapeError, match=r"x\.data\[1\]"):
        member(answer, "data", 1, place="x")
    with pytest.raises(errors.ShapeError, match="a list was expected"):
        list_member(answer, "data", 0, "values", place="x")
    with pytest.raises(errors.ShapeError, match="text was expected"):
        text_member(answer, "data", place="x")
