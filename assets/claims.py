"""Official headline figures as checks: one check per line of claims.csv, on the mart `marts/claims`."""

import csv

import duckdb

from assets.steps import CheckName, CheckResult, Place

REASON = "an official figure that our data, definitions and arithmetic should give"


def claim_checks(place: Place) -> tuple[CheckName, ...]:
    """The checks the pack's claims stand for; none of them stops publication."""
    path = place.reference / "claims.csv"
    if not path.is_file():
        return ()
    with path.open(encoding="utf-8", newline="") as file:
        return tuple(
            CheckName(f"claim_{line['claim_id']}", False, f"{REASON}: {line['statement_en']}")
            for line in csv.DictReader(file)
        )


def judge_claims(connection: duckdb.DuckDBPyConnection) -> tuple[CheckResult, ...]:
    """The verdict of every claim: passed when reproduced or within the stated tolerance."""
    rows = connection.execute(
        "select claim_id, verdict, claimed_value, computed_value, null_reason, statement_en, note"
        " from marts.claims order by claim_id"
    ).fetchall()
    return tuple(
        CheckResult(
            name=f"claim_{claim_id}",
            passed=verdict in ("reproduced", "within_tolerance"),
            is_critical=False,
            reason=f"{REASON}: {statement}",
            observed={
                "verdict": verdict,
                "official": claimed,
                "computed": "" if computed is None else round(computed, 6),
                "why": null_reason or note or "",
            },
        )
        for claim_id, verdict, claimed, computed, null_reason, statement, note in rows
    )
