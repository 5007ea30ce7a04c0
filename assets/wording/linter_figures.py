"""Every bound piece against the cell it claims: value, rounding, period, unit."""

import math
from collections.abc import Collection, Iterator, Mapping

from assets.wording.figures import Figure, FigureError, Quote, Wording
from assets.wording.linter_evidence import PERIOD, VERDICT, mart_of
from assets.wording.linter_lookup import Lookup, LookupFailedError
from assets.wording.linter_problems import Problem
from assets.wording.linter_sentences import Piece, Sentence
from assets.wording.linter_words import Words


def unlike_the_cell(sentence: Sentence, language: str, words: Words, lookup: Lookup) -> Iterator[Problem]:
    """Pieces that are not what their cells hold, written with their kind and decimals."""
    for piece in sentence.pieces:
        try:
            expected = _expected(piece.source, language, words, lookup)
        except (LookupFailedError, FigureError) as error:
            yield Problem("cell", sentence.text, _named(piece), "no such cell", str(error))
            continue
        if piece.text not in expected:
            rule = "rounding" if isinstance(piece.source, Figure) else "quotation"
            yield Problem(rule, sentence.text, _named(piece), piece.text, " or ".join(sorted(expected)))


def wrong_units(sentence: Sentence, words: Words) -> Iterator[Problem]:
    """Figures followed by the unit of another kind, differences of percentages without theirs."""
    for piece, figure in sentence.figures:
        if figure.kind in ("percent", "change") and not piece.text.endswith("%"):
            yield Problem("unit", sentence.text, _named(piece), piece.text, f"{piece.text}%")
        after = sentence.free[piece.end :].lstrip(" \u00a0")
        unit = next((word for word in words.units if _opens(after, word)), "")
        if unit and figure.kind not in words.units[unit]:
            kinds = " or ".join(sorted(words.units[unit])) or "no figure"
            expected = f"'{unit}' after a figure of kind {kinds}, not {figure.kind}"
            yield Problem("unit", sentence.text, _named(piece), f"{piece.text} {unit}", expected)
        if figure.kind == "points" and not unit:
            expected = " or ".join(word for word, kinds in words.units.items() if "points" in kinds)
            yield Problem("unit", sentence.text, _named(piece), after[:20], f"followed by {expected}")


def years_spoken_of(wording: Wording) -> dict[str, set[int]]:
    """The years a wording names, by the mart they are read from."""
    found: dict[str, set[int]] = {}
    for figure in wording.figures:
        if figure.kind == "year" and figure.column == PERIOD:
            for row in figure.rows:
                found.setdefault(mart_of(row), set()).add(int(figure.value))
    return found


def wrong_periods(
    sentence: Sentence, years: Mapping[str, Collection[int]], lookup: Lookup
) -> Iterator[Problem]:
    """Years that are not their row's, and numbers of a year the wording does not speak of."""
    for piece, figure in sentence.figures:
        for row in figure.rows:
            period, named = _period(row, lookup), years.get(mart_of(row), ())
            if period is None or figure.how != "read":
                continue
            if figure.kind == "year":
                if figure.column == PERIOD and figure.value != period:
                    yield Problem("period", sentence.text, _named(piece), piece.text, str(period))
            elif named and period not in named:
                expected = f"a figure of {', '.join(map(str, sorted(named)))}, the years spoken of"
                yield Problem("period", sentence.text, _named(piece), f"a figure of {period}", expected)


def _expected(source: Figure | Quote, language: str, words: Words, lookup: Lookup) -> set[str]:
    """How the piece may read: several ways for a verdict, and where the order of two rows is not known."""
    if isinstance(source, Quote):
        cells = {(mart_of(row), str(lookup(row, source.column))) for row in source.rows}
        if not source.column.endswith(VERDICT):
            return {cell for _, cell in cells}
        return {word for mart, verdict in cells for word in words.of_verdict(mart, verdict)}
    if source.how == "counted":
        for row in source.rows:
            lookup(row, lookup.grain(row.split("/")[0])[0])
        return {Figure(len(set(source.rows)), source.kind, source.digits).written(language)}
    if not source.rows and source.how == "computed" and source.kind == "count" and source.value == 0:
        return {source.written(language)}
    if not source.rows:
        raise LookupFailedError("the figure names no row; bind it to the rows it comes from")
    if source.how == "read":
        values = {_number(row, source.column, lookup) for row in source.rows}
    else:
        values = _computed(source, lookup)
    return {Figure(value, source.kind, source.digits).written(language) for value in values}


def _computed(figure: Figure, lookup: Lookup) -> set[float]:
    """The number worked out again where the way is known: changes of logs, differences of two rows."""
    if figure.kind == "change" and figure.column.startswith("log_") and len(figure.rows) == 1:
        return {math.expm1(_number(figure.rows[0], figure.column, lookup))}
    if figure.kind == "points" and len(figure.rows) == 2:
        rows = sorted(figure.rows, key=lambda row: _period(row, lookup) or 0)
        first, last = (_number(row, figure.column, lookup) for row in rows)
        is_ordered = _period(rows[0], lookup) != _period(rows[1], lookup)
        return {last - first} if is_ordered else {last - first, first - last}
    for row in figure.rows:
        lookup(row, lookup.grain(row.split("/")[0])[0])
    return {figure.value}


def _number(row: str, column: str, lookup: Lookup) -> float:
    value = lookup(row, column)
    if isinstance(value, (int, float)):
        return float(value)
    raise LookupFailedError(f"{row}#{column} holds {value!r}, which is no number")


def _period(row: str, lookup: Lookup) -> int | None:
    try:
        period = lookup.key(row).get(PERIOD, "")
    except LookupFailedError:
        return None
    return int(period) if period.isdigit() else None


def _opens(text: str, word: str) -> bool:
    """Whether a text opens with a word, not with a longer one."""
    rest = text[len(word) :]
    is_cut = word.isascii() and word.isalpha() and rest[:1].isalpha()
    return text.lower().startswith(word) and not is_cut


def _named(piece: Piece) -> str:
    """The piece with the address of its first cell."""
    row = piece.source.rows[0] if piece.source.rows else "no row"
    return f"{piece.text} ({row}#{piece.source.column})"
