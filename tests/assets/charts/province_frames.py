"""Provinces in several years with their ranks, for the charts of moves."""

import polars as pl

from tests.assets.charts.frames import COMMON, named

# ratio to the nation in the first, a middle and the last year
COURSES = {
    "a": (3.0, 2.5, 2.0), "b": (1.5, 1.4, 0.6), "c": (1.2, 1.2, 1.3), "d": (0.9, 0.9, 1.0),
    "e": (0.5, 0.8, 1.4),
}  # fmt: skip


def courses(found=COURSES, years=(2006, 2015, 2024)):
    """A frame of the mart's columns; equal ratios share the better rank."""
    rows = []
    for at, year in enumerate(years):
        values = [course[at] for course in found.values()]
        for region, course in found.items():
            rows.append(
                COMMON
                | named("region_short_name", region.upper())
                | {"view_id": "census5", "indicator_id": "gdp_per_head", "region_id": region,
                   "period": year, "value": 10.0, "ratio": course[at], "has_break": False,
                   "value_rank": 1 + sum(value > course[at] for value in values)}
            )  # fmt: skip
    return pl.DataFrame(rows)
