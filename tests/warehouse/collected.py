"""The collection the figures were taken from, read under the names this repository gives them."""

import csv
import re
from functools import cache, partial
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SNAPSHOTS = ROOT / "warehouse" / "snapshots"
COLLECTED = ROOT.parent / "shared" / "data"

# Our vintage id -> the label the collection gives it; {year} is the period of the cell.
CITY_VINTAGE_LABELS = {
    "census_2020_boundaries": "2010 counts adjusted to 2020 boundaries (v1)",
    "ceads_2022_09": "CEADs 2022-09 release",
    "dsec_2026": "DSEC table as downloaded 2025-2026",
    "nbs_major_cities_2019": "NBS major-cities database, downloaded 2019",
    "nbs_major_cities_2020_11": "NBS major-cities database, downloaded 2020-11",
    "guangdong_yearbook_to_2022": "Guangdong yearbook (edition with data to 2021)",
    "sichuan_yearbook_to_2022": "Sichuan yearbook (edition with data to 2022)",
    "shandong_yearbook_to_2013": "Shandong yearbook, data year 2013",
    "yearbook_own_year_shandong": "Shandong yearbook, data year {year}",
    "yearbook_own_year": "yearbook, data year {year}",
} | {f"jiangsu_yearbook_{year}": f"Jiangsu yearbook {year}" for year in range(2018, 2024)}
# Wujiang became a district of Suzhou in 2012; the census of 2010 prints its code as a city.
COUNTY_CODES_2010 = {"320509": "320584"}

Key = tuple[str, str, str, str]  # series, region, period, vintage label


def read(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@cache
def manifest() -> list[dict[str, str]]:
    return read(SNAPSHOTS / "manifest.csv")


@cache
def cells(snapshot_id: str) -> dict[tuple[str, str], str]:
    """Printed text by (region, period), blanks left out."""
    return {
        (row["region_id"], period): text
        for row in read(SNAPSHOTS / f"{snapshot_id}.csv")
        for period, text in row.items()
        if period not in ("region_id", "region") and text
    }


def embedded(collection: str, without: str = "") -> dict[Key, str]:
    """Every embedded cell under the vintage label of the collection."""
    found: dict[Key, str] = {}
    for entry in manifest():
        if entry["snapshot_id"] == without:
            continue
        printed = cells(entry["snapshot_id"]) if entry["collection"] == collection else {}
        for (region, period), text in printed.items():
            key = (entry["series_id"], region, period, collected_label(entry, period))
            assert key not in found, f"{key} is embedded twice"
            found[key] = text
    return found


def collected_label(entry: dict[str, str], period: str) -> str:
    vintage = entry["vintage_id"]
    if entry["collection"] == "provinces":
        # The collection keeps the preliminary rows of 2021 under census4.
        if vintage == "first_yearbook":
            return "first_published"
        return vintage.removesuffix("_preliminary")
    if entry["collection"] != "cities":
        return ""
    # Of these only the Zhejiang rows name their yearbook in the label.
    named = vintage == "yearbook_own_year" and entry["source_id"] == "zhejiang_stats"
    return ("Zhejiang " if named else "") + CITY_VINTAGE_LABELS[vintage].format(year=period)


def collected_panel(file: str) -> dict[Key, str]:
    found: dict[Key, str] = {}
    for row in read(COLLECTED / file):
        foreign = re.search("HKD|MOP", row["unit"])
        series = row["indicator"] + (f"_{foreign[0].lower()}" if foreign else "")
        key = (series, row["region_code"], row["year"], row["vintage"])
        assert key not in found, f"{key} is collected twice"
        found[key] = row["value"]
    return found


def collected_rates() -> dict[Key, str]:
    regions = {"cny_per_usd": "100000", "hkd_per_usd": "810000", "cny_per_hkd_cross": "810000"}
    regions |= {"cny_per_mop_cross": "820000", "mop_per_hkd_parity": "820000"}
    return {
        (re.sub("_(cross|parity)$", "", column), region, row["year"], ""): row[column]
        for row in read(COLLECTED / "exchange_rates.csv")
        for column, region in regions.items()
    }


def collected_counties() -> dict[Key, str]:
    duckdb = pytest.importorskip("duckdb", reason="the county tables are parquet files")
    entries = [entry for entry in manifest() if entry["collection"] == "counties"]
    regions = {key[1] for key in embedded("counties")}
    found: dict[Key, str] = {}
    for index, period in enumerate(("2010", "2020")):
        # A title ends with the two column names: "...: <column of 2010> | <column of 2020>".
        columns = [entry["table_title"].split(": ")[1].split(" | ")[index] for entry in entries]
        table = f"'{COLLECTED}/county_census_{period}.parquet'"
        names = '", "'.join(columns)
        rows = duckdb.sql(f'select 区划代码, "{names}" from {table}').fetchall()
        by_code = {code: values for code, *values in rows}
        for region in regions:
            code = COUNTY_CODES_2010.get(region, region) if period == "2010" else region
            for entry, value in zip(entries, by_code[code], strict=True):
                found[entry["series_id"], region, period, ""] = str(value)
    return found


COLLECTIONS = {
    "provinces": partial(collected_panel, "province_panel.csv"),
    "cities": partial(collected_panel, "city_panel.csv"),
    "counties": collected_counties,
    "exchange_rates": collected_rates,
}
