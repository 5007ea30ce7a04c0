"""The inbox as an asset: files landed, files refused by name, and nothing to do when nothing waits."""

import os
from pathlib import Path

import dagster
import pytest

from assets.steps import Place
from orchestration.inbox_asset import inbox_asset
from orchestration.run import QUIET
from tests.assets.sources.inboxes import GDP, SERIES, SIDECAR, workbook
from tests.orchestration.landing_house import failure, materializations, observations
from tests.small_house import small_house

LINE = {"name_en": "Files", "name_zh_hans": "文件"}


@pytest.fixture
def place(tmp_path: Path) -> Place:
    place = small_house(tmp_path)
    place.inbox.mkdir()
    return place


def put(place: Place, name: str, content: bytes) -> Path:
    path = place.inbox / name
    path.write_bytes(content)
    # older than a copy in progress would be
    os.utime(path, (1_700_000_000, 1_700_000_000))
    return path


def run(place: Place) -> dagster.ExecuteInProcessResult:
    definitions = dagster.Definitions(
        assets=[inbox_asset(place, LINE)],
        jobs=[dagster.define_asset_job("land_inbox")],
        executor=dagster.in_process_executor,
    )
    with dagster.DagsterInstance.ephemeral() as instance:
        return definitions.resolve_job_def("land_inbox").execute_in_process(
            instance=instance, raise_on_error=False, run_config={"loggers": QUIET}
        )


def test_an_empty_inbox_is_observed(place: Place) -> None:
    result = run(place)
    assert result.success and materializations(result) == []
    assert observations(result)[0].description == "no file waits in the inbox"


def test_a_refused_file_is_named_and_stays(place: Place) -> None:
    path = put(place, "table.xlsx", workbook(GDP))
    found = failure(run(place))
    assert found is not None
    assert "NoMappingError: table.xlsx: no sidecar table.xlsx.toml" in found[1]
    assert path.is_file()
    # in this state it is not tried again
    assert observations(run(place))[0].description == "no file waits in the inbox"


def test_a_good_file_lands_beside_a_refused_one(place: Place) -> None:
    put(place, "good.xlsx", workbook(GDP))
    put(place, "good.xlsx.toml", (SIDECAR + SERIES).replace("2025-09-30", "2026-10-15").encode())
    put(place, "picture.png", b"\x89PNG\r\n\x1a\n")
    result = run(place)
    found = failure(result)
    assert found is not None
    assert "picture.png" in found[1] and "1 of 2 series landed" in found[1]
    (event,) = materializations(result)
    assert event.metadata["result"].value == "1 landed, 1 refused"
    assert (place.inbox / "done" / "good.xlsx").is_file()
