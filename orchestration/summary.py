"""The summary of a release, read from the published file as any reader would."""

import duckdb

from assets.steps import Place


def print_summary(place: Place, seconds: float) -> None:
    """Tables, rows, checks, claims and where everything lies."""
    with duckdb.connect(str(place.published_file), read_only=True) as release:
        ((release_id, built_at),) = release.execute(
            "select release_id, built_at from catalog.release"
        ).fetchall()
        ((tables, rows),) = release.execute("select count(*), sum(row_count) from catalog.tables").fetchall()
        ((passed, warned, failed),) = release.execute(
            "select count(*) filter (is_passed), count(*) filter (not is_passed and not is_critical),"
            " count(*) filter (not is_passed and is_critical) from catalog.checks"
        ).fetchall()
        verdicts = dict(
            release.execute("select verdict, count(*) from marts.claims group by verdict").fetchall()
        )
    charts = len(list((place.build / "charts").glob("*.svg")))
    megabytes = place.published_file.stat().st_size / 1e6
    shown = {
        "release": f"{release_id}, built {built_at} UTC",
        "tables": f"{tables}, {rows:,} rows",
        "checks": f"{passed} passed, {warned} warned, {failed} failed",
        "claims": ", ".join(f"{count} {name.replace('_', ' ')}" for name, count in sorted(verdicts.items())),
        "warehouse": f"{_relative(place, place.published_file)} ({megabytes:.0f} MB)",
        "report": _relative(place, place.build / "report" / "index.html"),
        "charts": f"{_relative(place, place.build / 'charts')} ({charts} pictures)",
        "exports": _relative(place, place.build / "exports"),
        "seconds": f"{seconds:.1f}",
    }
    for name, value in shown.items():
        print(f"  {name:<10} {value}")


def _relative(place: Place, path: object) -> str:
    return str(path).removeprefix(f"{place.root}/")
