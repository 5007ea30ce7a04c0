"""A check on every landing asset: did the last question about each of its series end well?

It stands at the asset with the names of the errors until the series is answered, whichever run asked.
"""

from collections import Counter
from typing import Any

import dagster

from assets.landing.collecting import SeriesOutcome
from assets.landing.reading import live_series
from assets.landing.store import LandingStore
from assets.steps import Place
from orchestration.landing_report import series_list

NAME = "every_series_is_answered"


def answered_spec(asset: dagster.AssetKey) -> dagster.AssetCheckSpec:
    """The check of a landing asset; it stops nothing: what was landed before stays in use."""
    return dagster.AssetCheckSpec(
        NAME, asset=asset, description="The last question about each series ended without an error."
    )


def answered(place: Place, collection: str, asset: dagster.AssetKey) -> dagster.AssetCheckResult:
    """How the series of a collection were last answered; those never asked are left out."""
    store = LandingStore(place.landing)
    states = {key: store.asked(*key) for key in live_series(place.reference) if key[0] == collection}
    refused = [
        SeriesOutcome(*key, "refused", state["sentence"], state["error_name"])
        for key, state in states.items()
        if state.get("error_name")
    ]
    names = Counter(outcome.error_name for outcome in refused)
    asked = sum(bool(state) for state in states.values())
    words = ", ".join(f"{name} in {count} series" for name, count in sorted(names.items()))
    return dagster.AssetCheckResult(
        asset_key=asset,
        check_name=NAME,
        passed=not refused,
        severity=dagster.AssetCheckSeverity.ERROR,
        description=words or f"{asked} of {len(states)} series asked, none with an error",
        metadata=_first_and_all(refused) if refused else {},
    )


def _first_and_all(refused: list[SeriesOutcome]) -> dict[str, dagster.MetadataValue[Any]]:
    """The first error in full, since the list opens only on a click."""
    first = refused[0]
    return {
        "first error": dagster.MetadataValue.text(f"{first.error_name}: {first.sentence}"),
        "series": series_list(refused),
    }
