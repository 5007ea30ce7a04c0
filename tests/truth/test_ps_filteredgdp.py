"""152 countries 1970-2003, logs already smoothed: log t, clubs and both mergings against the truth case."""

from assets.statistics.measured.clubs import measure_logs
from assets.statistics.measured.rows import Measured
from assets.statistics.structure_inputs import read_smoothed_logs
from tests.truth.panels import TRUTH, compare, read

NAME = "ps_filteredgdp"


def test_every_row_is_the_cases():
    read(NAME, "expected.csv")  # skips where the fixtures are absent
    logs = read_smoothed_logs(TRUTH / NAME / "filtered_log_gdp_wide.csv")
    rows = list(measure_logs(logs.regions, logs.years, logs.values))
    assert all(isinstance(row, Measured) for row in rows)
    comparison = compare(NAME, {(row.metric, row.key): row.value for row in rows})
    assert comparison.mismatched == []
    assert comparison.not_produced == {}
    assert comparison.matched == 762
