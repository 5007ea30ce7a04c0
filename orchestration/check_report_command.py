"""`qipan check-report`: charts and numbers of a report that are not those of the current release."""

import sys
from pathlib import Path
from typing import Annotated

import typer


def check_report_command(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="a report: .md, .html or .docx")],
    as_json: Annotated[bool, typer.Option("--json", help="everything found as JSON")] = False,
) -> None:
    """List charts and numbers in a report that differ from the current release.

    \b
      qipan check-report report.docx
      qipan check-report report.md --json

    Charts are known by file name, frame, alt text, the line printed below the picture, or their bytes.
    Numbers are compared where the report names their row, and in sentences taken from charts and readings.
    The exit code is 1 when something differs.
    """
    import duckdb

    from assets.report_check.check import check_report
    from assets.report_check.document import ReportFileError
    from assets.report_check.printing import printed
    from assets.report_check.release import NoReleaseError
    from orchestration.place import default_place

    try:
        checked = check_report(file, default_place())
    except (NoReleaseError, ReportFileError) as error:
        sys.exit(f"check-report: {error}")
    except duckdb.Error as error:
        sys.exit(f"check-report: the published warehouse cannot be read: {error}; run qipan refresh")
    print(checked.as_json() if as_json else printed(checked))
    if checked.differs:
        sys.exit(1)
