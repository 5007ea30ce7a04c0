"""Our results under the metric names and keys of the truth cases.

`.u` is unweighted, `.w` weighted; a key is `year`, `year|partition`, `year|partition|group`,
`year|zone` or `year|group|reference`. Groups of a case are written `partition|group`; a zone's
partition is `zone|rest`.
"""

from collections.abc import Iterator

from tests.sql.given import Row

SUFFIX = {"unweighted": "u", "weighted": "w"}
# metric of ours -> names by weighting; the cases name the population form where both are unweighted
DISPERSION = {
    "coefficient_of_variation": {"unweighted": "cv.u.pop", "weighted": "cv.w"},
    "sd_log": {"unweighted": "sdlog.pop", "weighted": "sdlog.w"},
    "gini": {"unweighted": "gini.u", "weighted": "gini.w"},
    "theil_t": {"unweighted": "theil.T.u", "weighted": "theil.T.w"},
    "theil_l": {"unweighted": "theil.L.u", "weighted": "theil.L.w"},
}
Named = Iterator[tuple[tuple[str, str], float]]


def produced(results: dict[str, list[Row]]) -> dict[tuple[str, str], float]:
    """(metric, key) -> value for everything the models gave."""
    named = [
        *_nation(results),
        *_groups(results),
        *_decompositions(results["metrics/theil_decomposition"]),
        *_gaps(results),
    ]
    return {name: value for name, value in named if value is not None}


def _nation(results: dict[str, list[Row]]) -> Named:
    for row in results["core/member_moments"]:
        if row["group_id"] == "nation":
            yield (f"mean.{SUFFIX[row['weighting']]}", str(row["period"])), row["group_mean"]
    for metric, names in DISPERSION.items():
        for row in results[f"metrics/{metric}"]:
            if row["group_id"] == "nation":
                yield (names[row["weighting"]], str(row["period"])), row["value"]
    for row in results["metrics/member_extremes"]:
        if row["group_id"] == "nation":
            year = str(row["period"])
            yield ("gap.max_min_ratio", year), row["ratio"]
            yield ("gap.abs_range", year), row["absolute_gap"]
            yield ("gap.relative_range", year), row["relative_gap"]


def _groups(results: dict[str, list[Row]]) -> Named:
    for row in results["metrics/theil_by_group"]:
        key = f"{row['period']}|{row['group_id']}"
        suffix = SUFFIX[row["weighting"]]
        yield (f"decomp.T.group_within_contrib.{suffix}", key), row["theil_t_within"]
        if row["weighting"] == "unweighted":
            yield ("group.mean.u", key), row["group_mean"]
    # the weighted mean of a group is its sum over sum, which the gaps stand on
    for row in results["core/group_observations"]:
        yield ("group.mean.w", f"{row['period']}|{row['group_id']}"), row["value"]


def _decompositions(rows: list[Row]) -> Named:
    for row in rows:
        index, suffix = row["index_id"][-1].upper(), SUFFIX[row["weighting"]]
        zone, is_zone, _ = row["set_id"].partition("|rest")
        metric = f"zone_vs_rest.{index}_" if is_zone else f"decomp.{index}."
        key = f"{row['period']}|{zone}"
        yield (f"{metric}between.{suffix}", key), row["between_groups"]
        yield (f"{metric}within.{suffix}", key), row["within_groups"]


def _gaps(results: dict[str, list[Row]]) -> Named:
    for row in results["metrics/gap_between_groups"]:
        group, reference = (row[name].split("|")[-1] for name in ("group_id", "reference_id"))
        key = f"{row['period']}|{group}|{reference}"
        yield ("gap.abs", key), row["absolute_gap"]
        yield ("gap.rel", key), row["relative_gap"]
        yield ("gap.ratio", key), row["ratio"]
        yield ("gap.log", key), row["log_gap"]
    for row in results["metrics/gap_to_rest"]:
        yield ("zone_vs_rest.ratio.w", f"{row['period']}|{row['group_id']}"), row["ratio"]
