"""What was found in a report as a table for a terminal."""

from collections.abc import Iterator, Sequence

from assets.report_check.charts import CURRENT, FOLLOWS, GONE, MISSPELT, OLDER, UNKNOWN, Found
from assets.report_check.check import CheckedReport

STATUS = {
    CURRENT: "current",
    OLDER: "OLDER",
    GONE: "GONE: the release has no such chart",
    FOLLOWS: "follows the current release",
    UNKNOWN: "edition cannot be told",
    MISSPELT: "NO SUCH CHART",
}
CONTEXT = 100


def printed(checked: CheckedReport) -> str:
    """The report in words: charts, then numbers that differ, then the sum."""
    if checked.is_empty:
        return f"{checked.file}: no chart, no sentence and no number of Qipan was found in it"
    return "\n".join([*_charts(checked), *_numbers(checked), _sum(checked)])


def _charts(checked: CheckedReport) -> Iterator[str]:
    if checked.charts:
        rows = [
            (chart.chart_id, chart.language or "-", chart.edition or "-", chart.current_edition or "-",
             _status(chart), chart.how)
            for chart in checked.charts
        ]  # fmt: skip
        yield from _table(("chart", "language", "edition", "current", "status", "found by"), rows)
        yield ""


def _status(chart: Found) -> str:
    near = f"; near it are {', '.join(chart.nearest)}" if chart.nearest else ""
    return STATUS[chart.status] + near


def _numbers(checked: CheckedReport) -> Iterator[str]:
    for wrong in checked.numbers:
        context = wrong.context if len(wrong.context) <= CONTEXT else f"{wrong.context[:CONTEXT]}…"
        yield f"report {wrong.report}, now {wrong.current}: “{context}” ({wrong.source})"
        yield f"    {wrong.row}#{wrong.column}" if wrong.row else "    counted or computed from many rows"
    if checked.numbers:
        yield ""


def _sum(checked: CheckedReport) -> str:
    stale = sum(chart.differs for chart in checked.charts)
    return (
        f"{checked.file} against release {checked.release}: {len(checked.charts)} charts,"
        f" {stale} not current; {checked.n_sentences} sentences and {checked.n_cells} numbers with a row"
        f" compared, {len(checked.numbers)} numbers differ"
    )


def _table(heads: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    widths = [max(len(line[place]) for line in (heads, *rows)) for place in range(len(heads))]
    for line in (heads, *rows):
        yield "  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip()
