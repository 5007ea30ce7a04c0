"""From printed figures upwards: sides, regions, groups, each worked out from what lies below it."""

from typing import Any

from assets.explaining.material import CELL, REQUEST, SIDE, Key, Material, Row, key_of
from assets.explaining.nodes import Node, divided, number_in, total

ADDITIVE = ("sum", "period_average")
FACTS = (
    "indicator_id", "period", "value_text", "unit_printed", "unit_factor", "currency",
    "cell_address", "table_title", "snapshot_id", "sha256", "retrieved", "vintage_id",
    "vintage_name", "basis_id", "published_on", "source_id", "publisher", "is_weakly_attributed",
    "attribution_note",
)  # fmt: skip


def parts_of(material: Material) -> dict[str, list[Node]]:
    """The nodes of each part of a row, one per subject."""
    parts: dict[str, list[Node]] = {}
    built: dict[Key, Node] = {}
    for request in material.requests:
        key = (*key_of(request, REQUEST), request["factor"])
        if key not in built:
            built[key] = _subject(material, request)
        parts.setdefault(request["part"], []).append(built[key])
    return parts


def _subject(material: Material, request: Row) -> Node:
    cells = material.cells.get(key_of(request, REQUEST), [])
    regions = tuple(_region(material, cell, request["factor"]) for cell in cells)
    if request["scope"] not in ("group", "dose"):
        return regions[0]
    indicator = material.indicators[request["indicator_id"]]
    is_dose = request["scope"] == "dose"
    is_sum = not is_dose and indicator["aggregation"] in ADDITIVE
    present = [region for region in regions if region.children]
    if is_dose:
        present = [region for region in present if None not in (region.numerator, region.denominator)]
    numerator = total([region.numerator for region in present])
    denominator = total([region.denominator for region in present])
    stored = material.groups.get(key_of(request, REQUEST[:-1]), {})
    return Node(
        kind="group",
        address=_address("core.group_observations", request, "subject_id") if stored else "",
        label=stored.get("name_en") or request["subject_id"],
        unit=indicator["unit"] or "",
        value=stored.get("value"),
        recomputed=numerator if is_sum else divided(numerator, denominator),
        how="sum_over_members" if is_sum else "sums_divided",
        numerator=numerator,
        denominator=denominator,
        factor=request["factor"],
        facts={
            "indicator_id": request["indicator_id"],
            "indicator": indicator["name_en"],
            "period": request["period"],
            "group_id": None if is_dose else request["subject_id"],
            "n_strategies": request["subject_id"] if is_dose else None,
            "name_zh": stored.get("name_zh"),
            "n_members": len(regions),
            "n_present": len(present),
            **{name: stored.get(name) for name in ("coverage", "null_reason", "basis_text", "has_break")},
        },
        children=regions,
    )


def _region(material: Material, cell: Row, factor: float) -> Node:
    indicator = material.indicators[cell["indicator_id"]]
    sides = tuple(_side(material, side) for side in material.sides.get(key_of(cell, CELL), []))
    value, numerator, denominator, how = _as_defined(indicator, sides)
    is_printed = cell["vintage_id"] is not None
    return Node(
        kind="region",
        address="" if is_printed else _address("core.region_values", cell, "region_id"),
        label=cell["name_en"] or cell["region_id"],
        unit=indicator["unit"] or "",
        value=sides[0].value if is_printed and sides else cell["value"],
        recomputed=value,
        how=how,
        numerator=numerator,
        denominator=denominator,
        factor=factor,
        facts={
            "indicator_id": cell["indicator_id"],
            "indicator": indicator["name_en"],
            "period": cell["period"],
            "scale": indicator["scale"] if how == "numerator_over_denominator" else None,
            "region_id": cell["region_id"],
            **{name: cell[name] for name in ("name_zh", "coverage_kind", "basis_text", "has_break")},
        },
        children=sides,
    )


def _as_defined(
    indicator: Row, sides: tuple[Node, ...]
) -> tuple[float | None, float | None, float | None, str]:
    """Value, numerator and denominator of a region as indicators.csv defines them, and how."""
    found = {side.facts["role"]: side.recomputed for side in sides}
    if "numerator" in found:
        top, bottom = found["numerator"], found.get("denominator")
        numerator = None if top is None else indicator["scale"] * top
        return divided(numerator, bottom), numerator, bottom, "numerator_over_denominator"
    value, weight = found.get("value"), found.get("weight")
    if indicator["aggregation"] in ADDITIVE:
        return value, value, weight, "as_printed"
    if value is None or weight is None:
        return value, None, weight, "as_printed"
    return value, value * weight, weight, "as_printed"


def _side(material: Material, side: Row) -> Node:
    indicator = material.indicators[side["side_indicator_id"]]
    figures = tuple(_figure(figure) for figure in material.figures.get(key_of(side, SIDE), []))
    values = [figure.recomputed for figure in figures]
    added = total(values)
    is_viewed = side["vintage_id"] is None and side["value"] is not None
    return Node(
        kind="side",
        address=_address("core.viewed_values", side, "region_id", "side_") if is_viewed else "",
        label=indicator["name_en"],
        unit=indicator["unit"] or "",
        value=side["value"] if is_viewed else (figures[0].value if figures else None),
        recomputed=None if added is None else added / len(values),
        how="mean_of_year_ends" if len(figures) > 1 else "as_printed",
        facts={
            "role": side["role"],
            "indicator_id": side["side_indicator_id"],
            "period": side["side_period"],
            "vintage_id": side["side_vintage_id"],
        },
        children=figures,
    )


def _figure(figure: Row) -> Node:
    rates = (_rate(figure),) if figure["conversion_rate_name"] else ()
    rate = (rates[0].recomputed or rates[0].value) if rates else 1.0
    number = number_in(figure["value_text"])
    factor = figure["unit_factor"]
    return Node(
        kind="figure",
        address=f"core.observations/{figure['indicator_id']}/{figure['region_id']}/{figure['period']}"
        f"/{figure['vintage_id']}",
        label=f"{figure['indicator_id']} {figure['period']}",
        unit=figure["unit_printed"] or "",
        value=figure["value"],
        recomputed=None if number is None or factor is None or rate is None else number * factor * rate,
        how="printed_number" + ("" if factor in (None, 1) else "_factor") + ("_rate" if rates else ""),
        facts={name: figure[name] for name in FACTS},
        children=rates,
    )


def _rate(figure: Row) -> Node:
    parts = [number_in(part) for part in (figure["rate_text"] or "").split(" / ")]
    recomputed = parts[0] if figure["rate_kind"] in ("embedded", "printed") else None
    if figure["rate_kind"] == "cross_rate" and len(parts) == 2:
        recomputed = divided(*parts)
    return Node(
        kind="rate",
        address=f"core.exchange_rates/cny_per_{figure['currency'].lower()}/{figure['period']}"
        f"/{figure['rate_kind']}",
        label=figure["conversion_rate_name"],
        unit=f"CNY per {figure['currency']}",
        value=figure["conversion_rate"],
        recomputed=recomputed,
        # a mean of daily fixings is kept as a mean; its days are in staging.landed_figures
        how=figure["rate_kind"],
        facts={
            "indicator_id": f"cny_per_{figure['currency'].lower()}",
            "period": figure["period"],
            "value_text": figure["rate_text"],
            "cell_address": figure["rate_cell"],
            "sha256": figure["rate_sha256"],
        },
    )


def _address(table: str, row: Row, subject: str, prefix: str = "") -> str:
    keys: list[Any] = [row["view_id"]]
    if table == "core.group_observations":
        keys.append(row["membership"])
    return "/".join(
        str(key) for key in (table, *keys, row[f"{prefix}indicator_id"], row[subject], row[f"{prefix}period"])
    )
