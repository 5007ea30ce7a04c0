"""The summary is read from the published file, as any reader would."""

import pytest

from orchestration.summary import print_summary
from tests.small_house import built_house, published


def test_the_summary_counts_what_is_published(capsys: pytest.CaptureFixture[str]) -> None:
    place = built_house()
    print_summary(place, 12.34)
    lines = dict(line.split(maxsplit=1) for line in capsys.readouterr().out.splitlines())
    ((release_id,),) = published(place, "select release_id from catalog.release")
    ((tables, rows),) = published(place, "select count(*), sum(row_count) from catalog.tables")
    assert lines["release"].startswith(f"{release_id}, built 20") and lines["release"].endswith(" UTC")
    assert lines["tables"] == f"{tables}, {rows:,} rows"
    assert " 0 failed" in lines["checks"]
    assert " reproduced" in lines["claims"]
    # paths are told from the checkout on
    assert lines["warehouse"].startswith("warehouse/build/qipan.duckdb (")
    assert lines["report"] == "warehouse/build/report/index.html"
    assert lines["seconds"] == "12.3"
