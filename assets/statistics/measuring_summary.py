"""The end of what `qipan measure` prints: how many measures were written, and which were refused and why."""

import re
from pathlib import Path

from assets.statistics.measure_words import key_in_words, measure_in_words
from assets.statistics.measured.rows import Measured, Refused
from assets.statistics.measuring_words import counted

# a summary is read on a screen; the file has every reason
SHOWN_REASONS = 10
SHOWN_MEASURES = 3
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?(e[+-]?[0-9]+)?")


def outcome(rows: list[Measured | Refused], out_file: Path) -> list[str]:
    """Lines: counts first, then the refusals by reason, most frequent first."""
    # one reason with many figures in it is one reason
    reasons: dict[str, list[Refused]] = {}
    for row in rows:
        if isinstance(row, Refused):
            reasons.setdefault(NUMBER.sub("#", row.reason), []).append(row)
    refused = sum(map(len, reasons.values()))
    written = f"{counted(len(rows) - refused, 'measure')} written to {out_file}"
    if not refused:
        return [f"{written}, none refused"]
    lines = [f"{written}, {refused} refused:"]
    ordered = sorted(reasons.values(), key=len, reverse=True)
    lines += [_reason(alike) for alike in ordered[:SHOWN_REASONS]]
    if len(ordered) > SHOWN_REASONS:
        hidden = sum(map(len, ordered[SHOWN_REASONS:]))
        others = counted(len(ordered) - SHOWN_REASONS, "other reason")
        lines.append(f"{hidden:6}  for {others}: see the column reason")
    return lines


def _reason(alike: list[Refused]) -> str:
    """Measures in words, where, why and what instead."""
    metrics: dict[str, dict[str, None]] = {}
    for row in alike:
        metrics.setdefault(measure_in_words(row.metric), {})[row.metric] = None
    shown = _some([f"{words} [{_some(list(names))}]" for words, names in metrics.items()])
    places = list(dict.fromkeys(place for row in alike if (place := key_in_words(row.key))))
    where = f", {places[0]}" if places else ""
    if len(places) > 1:
        where += f" and {len(places) - 1} more such"
    return f"{len(alike):6}  {shown}{where}: {alike[0].reason}"


def _some(names: list[str]) -> str:
    """The first names, and how many more there are."""
    more = f" and {len(names) - SHOWN_MEASURES} more" if len(names) > SHOWN_MEASURES else ""
    return ", ".join(names[:SHOWN_MEASURES]) + more
