"""An empty warehouse for the marts of a test."""

import duckdb
import pytest


@pytest.fixture
def connection():
    with duckdb.connect() as opened:
        yield opened
