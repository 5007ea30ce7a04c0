"""The whole comparison of one report with the published release."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

import duckdb

from assets.report_check.cells import differing_cells
from assets.report_check.charts import Found, charts_in
from assets.report_check.reading import read_document
from assets.report_check.release import NoReleaseError, read_release
from assets.report_check.sentences import (
    Difference,
    differences,
    sentences_of_charts,
    sentences_of_readings,
)
from assets.steps import Place


@dataclass(frozen=True)
class CheckedReport:
    """What was found: charts, how many sentences and addressed numbers were compared, what differs."""

    file: str
    release: str
    charts: tuple[Found, ...]
    n_sentences: int
    n_cells: int
    numbers: tuple[Difference, ...]

    @property
    def differs(self) -> bool:
        """Whether anything in the report is not as in the current release."""
        return bool(self.numbers) or any(chart.differs for chart in self.charts)

    @property
    def is_empty(self) -> bool:
        """Whether nothing of the house was found in the report."""
        return not (self.charts or self.n_sentences or self.n_cells)

    def as_json(self) -> str:
        """Everything, with `differs` beside it."""
        return json.dumps(asdict(self) | {"differs": self.differs}, ensure_ascii=False, indent=1)


def check_report(path: Path, place: Place) -> CheckedReport:
    """Compares a report with the published release of `place`.

    Raises ReportFileError for a file that cannot be read, NoReleaseError when nothing is published.
    """
    document = read_document(path)
    if not place.published_file.is_file():
        raise NoReleaseError("nothing is published yet; run qipan refresh")
    release = read_release(place.build)
    with duckdb.connect(str(place.published_file), read_only=True) as connection:
        from assets.wording.readings import readings

        ((release_id,),) = connection.execute("select release_id from catalog.release").fetchall()
        sentences = [
            *sentences_of_charts(release.passports.values()),
            *sentences_of_readings(readings(connection)),
        ]
        count, numbers = differences(document.blocks, sentences)
        cells = differing_cells(connection, document.cells)
    # a number that names its row may stand in a sentence that was recognised as well
    seen = {(wrong.report, wrong.row, wrong.column) for wrong in cells}
    others = [wrong for wrong in numbers if (wrong.report, wrong.row, wrong.column) not in seen]
    return CheckedReport(
        str(path), release_id, tuple(charts_in(document, release)), count, len(document.cells),
        (*cells, *others),
    )  # fmt: skip
