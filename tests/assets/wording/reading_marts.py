"""Small marts that readings are made from, in tests."""

from pathlib import Path

from assets.wording.readings import readings
from assets.wording.readings_definitions import FOLDER

PUBLISHED = Path(__file__).parents[3] / "warehouse" / "build" / "qipan.duckdb"
NAMES = {
    "group_short_name": ("西部", "西部", "West"),
    "indicator_name": ("人均地区生产总值", "人均地區生產總值", "Gross regional product per head"),
}
ENDINGS = ("zh_hans", "zh_hant", "en")


def mart(connection, table, rows, **same):
    """Create a mart from rows of equal keys; `same` stands in every row, names in three languages."""
    labels = {
        f"{name}_{ending}": text
        for name, texts in NAMES.items()
        for ending, text in zip(ENDINGS, texts, strict=True)
    }
    lines = [labels | same | row for row in rows]
    connection.execute("create schema if not exists marts")
    values = ", ".join("(" + ", ".join(_sql(value) for value in line.values()) + ")" for line in lines)
    connection.execute(
        f"create table marts.{table} as from (values {values}) as rows ({', '.join(lines[0])})"
    )


def _sql(value):
    if value is None:
        return "null"
    if isinstance(value, float):
        return f"{value}::double"
    return "'" + value + "'" if isinstance(value, str) else str(value)


def only(tmp_path, *names):
    """A folder with some of the definitions."""
    for name in names:
        (tmp_path / f"{name}.sql").write_text(
            (FOLDER / f"{name}.sql").read_text(encoding="utf-8"), encoding="utf-8"
        )
    return tmp_path


def levels(connection, *years):
    """The gap of the West: (period, ratio, has_break)."""
    mart(
        connection, "group_gap",
        [{"period": year, "ratio": ratio, "has_break": new} for year, ratio, new in years],
        view_id="latest", membership="dated", indicator_id="gdp_per_head", group_id="bloc_west",
        reference_id="national31", reference_kind="nation", is_mixed_basis=False,
    )  # fmt: skip


def verdict(connection, **changed):
    """One verdict on the members of the West."""
    row = {
        "verdict": "converging", "p_value": 0.0004, "sigma_start": 0.4, "sigma_end": 0.3,
        "log_change_low": -0.5, "log_change_high": -0.1, "n_members": 12, "period_start": 2006,
        "period_end": 2024,
    }  # fmt: skip
    mart(
        connection, "convergence_verdicts", [row | changed], view_id="latest", indicator_id="gdp_per_head",
        group_id="bloc_west", window_id="all_years", weighting="weighted",
    )  # fmt: skip


def said(connection, folder, language="en"):
    """The sentences about the West, as text."""
    return [wording.text for wording in readings(connection, folder)["group", "bloc_west"][language]]
