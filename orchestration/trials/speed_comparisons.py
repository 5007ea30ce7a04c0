"""The library's measures, each beside its floor or its peers."""

import numpy as np
from numpy import ndarray

from assets.statistics import dispersion, inequality
from assets.statistics.beta import slopes_of_all_windows
from assets.statistics.beta_windows import beta_of_all_windows
from assets.statistics.clubs import find_clubs
from assets.statistics.dagum import dagum
from assets.statistics.decomposition import entropy_decomposition
from assets.statistics.distribution import classes_by_year, transitions
from assets.statistics.weighting import grouping
from orchestration.trials import speed_peers as peers
from orchestration.trials.speed_lines import Comparison
from orchestration.trials.speed_panel import CLASSES, SpeedPanel

# order-based measures are promised within this share of the bare sort
SORT = 1 / 1.5


def _gini(panel: SpeedPanel) -> list[float]:
    return [inequality.gini(year, None) for year in panel.by_year]


def _gini_weighted(panel: SpeedPanel) -> list[float]:
    return [inequality.gini(year, panel.weights) for year in panel.by_year]


def _dagum(panel: SpeedPanel) -> list[float]:
    # the groups hold in all years, so they are found once, as `qipan measure` does
    groups = grouping(panel.four_groups)
    return [dagum(year, panel.weights, groups).total for year in panel.by_year]


def _theil(panel: SpeedPanel) -> list[float]:
    return [inequality.theil_t(year, None) for year in panel.by_year]


def _between(panel: SpeedPanel) -> list[float]:
    return [entropy_decomposition(year, None, panel.labels, 1).between for year in panel.by_year]


def _three(panel: SpeedPanel) -> list[list[float]]:
    return [
        [
            inequality.gini(year, None),
            inequality.theil_t(year, None),
            dispersion.coefficient_of_variation(year, None, 1),
        ]
        for year in panel.by_year
    ]


def _windows(panel: SpeedPanel) -> ndarray:
    return slopes_of_all_windows(panel.values, panel.years)[np.triu_indices(len(panel.years), 1)]


def _windows_with_errors(panel: SpeedPanel) -> ndarray:
    found = beta_of_all_windows(panel.values, panel.years)
    upper = np.triu_indices(len(panel.years), 1)
    return np.stack([found.slope[upper], found.error[upper]])


def _counts(panel: SpeedPanel) -> ndarray:
    return transitions(panel.classes, CLASSES).counts


def _chances(panel: SpeedPanel) -> ndarray:
    return transitions(classes_by_year(panel.values, CLASSES), CLASSES).probabilities


def _clubs(panel: SpeedPanel) -> ndarray:
    found = find_clubs(panel.trends)
    numbers = np.zeros(panel.regions)
    for number, club in enumerate(found.clubs, start=1):
        numbers[list(club.members)] = number
    return numbers


def _sigma(panel: SpeedPanel) -> list[float]:
    return [dispersion.standard_deviation_of_logs(year, None, 1) for year in panel.by_year]


def _last_window(panel: SpeedPanel) -> float:
    return float(beta_of_all_windows(panel.values, panel.years).slope[0, -1])


COMPARISONS = (
    Comparison(
        "Gini", "NumPy: sort each year", _gini, peers.sort, target=SORT, target_sizes=(3_000, 100_000)
    ),
    Comparison(
        "Gini, weighted",
        "NumPy: order each year",
        _gini_weighted,
        peers.order,
        target=SORT,
        target_sizes=(3_000, 100_000),
    ),
    Comparison(
        "Dagum, weighted, 4 groups",
        "NumPy: order each year",
        _dagum,
        peers.order,
        target=SORT,
        target_sizes=(3_000, 100_000),
    ),
    Comparison("Gini", "inequality: Gini", _gini, peers.gini_of_inequality, "inequality"),
    Comparison("Theil T", "inequality: Theil", _theil, peers.theil_of_inequality, "inequality"),
    Comparison(
        "Theil T between groups", "inequality: TheilD", _between, peers.between_of_inequality, "inequality"
    ),
    Comparison(
        "Gini, Theil T, CV",
        "geometrics: inequality over time, figure",
        _three,
        peers.three_of_geometrics,
        "geometrics",
        most_regions=3_000,
    ),
    Comparison(
        "sd of logs",
        "geometrics: sigma, trend, figure",
        _sigma,
        peers.sigma_of_geometrics,
        "geometrics",
        most_regions=3_000,
    ),
    Comparison(
        "beta, 780 windows with HC1",
        "statsmodels: 780 OLS, slopes",
        _windows,
        peers.slopes_of_statsmodels,
        "statsmodels",
        target=100,
        target_sizes=(3_000,),
    ),
    Comparison(
        "beta, 780 windows with HC1",
        "statsmodels: 780 OLS with HC1",
        _windows_with_errors,
        peers.errors_of_statsmodels,
        "statsmodels",
        target=20,
        target_sizes=(3_000,),
    ),
    Comparison(
        "beta, 780 windows with HC1",
        "geometrics: 1 window, figure",
        _last_window,
        peers.last_window_of_geometrics,
        "geometrics",
        most_regions=3_000,
    ),
    Comparison(
        "moves between 5 classes, counted", "giddy: Markov", _counts, peers.counts_of_giddy, "giddy", target=5
    ),
    Comparison(
        "5 classes of each year and their moves",
        "geometrics: Markov, indices, figure",
        _chances,
        peers.chances_of_geometrics,
        "geometrics",
        most_regions=3_000,
    ),
    Comparison(
        "clubs (log t, R's rules)",
        "convergence-clubs: find_clubs",
        _clubs,
        peers.clubs_of_peer,
        "convergence_clubs",
        target=1,
        most_regions=3_000,
    ),
)
