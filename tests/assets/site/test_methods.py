"""Method cards: the formula apart from what follows it."""

from assets.site.pages.methods import clauses


def test_clauses_after_semicolons_are_details() -> None:
    formula, details = clauses("a = b (Barro 1992; Sala-i-Martin 1996); errors HC1; at least 5 years")
    assert formula == "a = b (Barro 1992; Sala-i-Martin 1996)"
    assert details == ["errors HC1", "at least 5 years"]


def test_a_formula_alone_has_no_details() -> None:
    assert clauses("a = b") == ("a = b", [])
