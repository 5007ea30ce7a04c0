"""Metrics and keys of `qipan measure` in words, for people who read why one was refused."""

import re

# the longest name a metric opens with counts
MEASURES = {
    "atkinson": "Atkinson index",
    "beta": "beta convergence",
    "beta.half_life": "half-life of a gap",
    "beta.lambda": "speed of convergence",
    "beta.lambda.nls": "speed of convergence by nonlinear least squares",
    "beta.se_hc3": "robust error of beta (HC3)",
    "beta_club": "beta convergence within groups",
    "beta_panel": "beta convergence with region and year effects",
    "beta_zone": "beta convergence with zones",
    "ccd": "coupling coordination",
    "clubs": "convergence clubs",
    "cv": "coefficient of variation",
    "dagum": "Gini by groups (Dagum)",
    "decomp": "inequality by groups",
    "decomp.GE2": "squared coefficient of variation by groups",
    "decomp.L": "Theil L by groups",
    "decomp.T": "Theil T by groups",
    "delta": "distance to the best",
    "entropy": "entropy weights",
    "esteban_gradin_ray": "polarization (Esteban-Gradin-Ray)",
    "esteban_ray": "polarization (Esteban-Ray)",
    "gamma": "gamma convergence",
    "gap": "gap between groups",
    "gap.abs_range": "range",
    "gap.max_min_ratio": "highest over lowest",
    "gap.relative_range": "range over the mean",
    "ge-1": "generalised entropy (-1)",
    "ge2": "generalised entropy (2)",
    "gini": "Gini",
    "gravity": "potential linkage",
    "group.mean": "group mean",
    "hhi": "concentration of values",
    "hhi_totals": "concentration of totals",
    "hoover": "Hoover index",
    "hp_trend": "trend of the logs (Hodrick-Prescott)",
    "kanbur_zhang": "polarization (Kanbur-Zhang)",
    "kde": "density",
    "kendall": "Kendall's W",
    "leave_one_out": "range with one region left out",
    "logt": "log t test",
    "market_seg": "market segmentation",
    "markov": "moves between classes",
    "mean": "mean",
    "moran": "Moran's I",
    "moran.local": "local Moran",
    "n": "number of regions",
    "nested_theil": "Theil in two stages",
    "quintile_ratio": "richest over poorest fifth",
    "rank": "changes of rank",
    "rank.theta": "rank changes of whole groups",
    "sd": "standard deviation",
    "sdlog": "sigma (standard deviation of logs)",
    "shapley_T_between": "Shapley shares of zones in Theil T",
    "shiftshare": "shift-share",
    "sigma_test": "test of sigma convergence",
    "sigma_test.F": "F test of two variances",
    "sigma_test.carree_klomp_T2": "Carree-Klomp test T2",
    "sigma_test.carree_klomp_T3": "Carree-Klomp test T3",
    "sigma_test.pitman_morgan": "Pitman-Morgan test",
    "sigma_trend": "trend of dispersion",
    "sigma_trend_ln": "trend of the logs of dispersion",
    "spatial_gini": "Gini of neighbours and others",
    "spatial_markov": "moves by the class of the neighbours",
    "theil.L": "Theil L",
    "theil.T": "Theil T",
    "time_to_parity": "years to parity",
    "tsui_wang": "polarization (Tsui-Wang)",
    "verdict": "verdict on convergence",
    "wolfson": "polarization (Wolfson)",
    "zone_cells": "Theil T by overlaps of zones",
    "zone_nested_theil": "Theil of a zone inside a zone",
    "zone_vs_rest": "zone against the rest",
    "zones_as_partition": "zones as groups",
}
YEARS = re.compile(r"([12][0-9]{3})-([12][0-9]{3})")
KEYS = {
    "all": "all zones together",
    "as_given": "of the values as they stand",
    "hp400": "of logs smoothed with lambda 400",
    "fqsb_c0": "with the R package's settings",
    "pooled_q3": "three classes of all years",
    "yearly_q4": "yearly quartiles",
    "yearly_q5": "yearly quintiles",
}


def measure_in_words(metric: str) -> str:
    """Name of the measure a metric of the file belongs to; the metric itself where none is known."""
    parts = metric.split(".")
    names = (".".join(parts[:count]) for count in range(len(parts), 0, -1))
    return next((MEASURES[name] for name in names if name in MEASURES), metric)


def key_in_words(key: str) -> str:
    """Where: years, classes, groups and regions, with commas."""
    return ", ".join(_part(part) for part in key.split("|") if part)


def _part(part: str) -> str:
    years = YEARS.fullmatch(part)
    if years:
        return f"{years[1]} to {years[2]}"
    if part.startswith("hp400_"):
        rest = part.removeprefix("hp400_")
        return ", ".join([KEYS["hp400"], *([KEYS.get(rest, rest)] if rest else [])])
    if part.startswith("relmean_"):
        return f"classes cut at {', '.join(part.split('_')[1:])} of the mean"
    return KEYS.get(part, part)
