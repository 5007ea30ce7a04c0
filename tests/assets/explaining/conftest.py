"""The release whose numbers are explained."""

from collections.abc import Iterator

import duckdb
import pytest

from tests.small_house import built_house


@pytest.fixture(scope="module")
def release() -> Iterator[duckdb.DuckDBPyConnection]:
    with duckdb.connect(str(built_house().published_file), read_only=True) as connection:
        yield connection
