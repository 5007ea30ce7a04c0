"""The report as a step: a static site in three languages from the finished tables and charts.

What the pages say and how they are written is in `site/`; naming the step imports none of it.
"""

from pathlib import Path

import duckdb

from assets.steps import Outcome, Place, Step, digest_files, installed_version, release_id

# Tables the pages are made from.
TABLES = (
    "core/groups", "core/group_members", "core/group_observations", "core/indicators", "core/methods",
    "core/observations", "core/region_values", "core/regions", "core/views", "ingest/snapshots",
    "marts/claims", "marts/convergence_verdicts", "marts/coverage", "marts/group_gap", "marts/group_profile",
    "marts/group_share", "marts/province_gap", "marts/revisions", "reference/columns",
    "reference/indicators", "reference/membership", "reference/partitions", "reference/sources",
    "reference/units", "reference/vintages",
)  # fmt: skip
PACKAGES = ("jinja2", "markupsafe", "pypinyin", "fluent.runtime", "vl-convert-python")
ENDINGS = {".py", ".sql", ".jinja", ".js", ".css"}
FOLDER = Path(__file__).parent


def report_step(place: Place, made: list[Step]) -> Step:
    """One step that writes `report/` from what was made before it: tables, charts and, if there, exports."""
    charts = [step for step in made if step.room == "charts"]
    has_exports = any(step.room == "exports" for step in made)
    deps = tuple(sorted({*TABLES, *(step.key for step in made)}))

    def run(connection: duckdb.DuckDBPyConnection) -> Outcome:
        from assets.site.site import build

        recorded = dict(connection.execute("from build.fingerprints").fetchall())
        release = release_id({key: recorded.get(key, "") for key in deps})
        downloads = _downloads(place) if has_exports else ()
        facts = build(connection, place, charts, release, downloads)
        return Outcome(facts={**facts, "page": "report/index.html"})

    return Step(
        key="report/site",
        description="The report site: pages for groups, regions, indicators, charts and claims, offline.",
        deps=deps,
        digest=digest_files(_files(), *(f"{package}={installed_version(package)}" for package in PACKAGES)),
        run=run,
        kinds=("html",),
    )


def _files() -> list[Path]:
    """Everything the pages are written with; charts and tables have steps of their own."""
    found = [path for path in (FOLDER / "site").rglob("*") if path.suffix in ENDINGS]
    found += (FOLDER / "wording").rglob("*.py")
    found += (FOLDER / "wording" / "readings").rglob("*.sql")
    for name in ("site", "readings"):
        found += (FOLDER / "wording").glob(f"*/{name}.ftl")
    return [Path(__file__), FOLDER / "charts" / "page.py", *sorted(found)]


def _downloads(place: Place) -> tuple[tuple[str, int], ...]:
    """Names and bytes of the exported files, of this build where it made them, else of the one before."""
    sizes: dict[str, int] = {}
    for folder in (place.build / "exports", place.staged / "exports"):
        if folder.is_dir():
            sizes |= {path.name: path.stat().st_size for path in folder.iterdir() if path.is_file()}
    return tuple(sorted(sizes.items()))
