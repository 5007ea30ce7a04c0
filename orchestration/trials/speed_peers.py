"""What people use instead of the library's measures: NumPy's floors, and peers, imported when compared.

Peers are installed for `make bench` only, from `peers.lock` beside this file. What a peer computes beyond
what is compared (figures, tables) counts as its time where it cannot be had without.
"""

import numpy as np
from numpy import ndarray

from orchestration.trials.speed_panel import CLASSES, SpeedPanel


def sort(panel: SpeedPanel) -> None:
    """The floor of every order-based measure without weights."""
    for year in panel.by_year:
        np.sort(year)


def order(panel: SpeedPanel) -> None:
    """The floor of every order-based measure with weights, which have to follow."""
    for year in panel.by_year:
        np.argsort(year)


def gini_of_inequality(panel: SpeedPanel) -> list[float]:
    """Gini of each year, (T,)."""
    from inequality.gini import Gini

    return [Gini(year).g for year in panel.by_year]


def theil_of_inequality(panel: SpeedPanel) -> ndarray:
    """Theil T of each year, (T,)."""
    from inequality.theil import Theil

    return Theil(panel.values).T


def between_of_inequality(panel: SpeedPanel) -> ndarray:
    """Theil T between groups, (T,)."""
    from inequality.theil import TheilD

    return TheilD(panel.values, panel.labels).bg


def three_of_geometrics(panel: SpeedPanel) -> ndarray:
    """Gini, Theil T and CV (n-1) of each year, (T, 3)."""
    from geometrics import analyze_inequality_over_time

    found = analyze_inequality_over_time(
        panel.frame, "y", entity="region", time="year", measures=("gini", "theil", "cv")
    )
    return found.df[["gini", "theil", "cv"]].to_numpy()


def slopes_of_statsmodels(panel: SpeedPanel) -> ndarray:
    """beta of all windows, (780,)."""
    return _loop(panel, robust=False)[0]


def errors_of_statsmodels(panel: SpeedPanel) -> ndarray:
    """beta and its HC1 error of all windows, (2, 780)."""
    return _loop(panel, robust=True)


def _loop(panel: SpeedPanel, robust: bool) -> ndarray:
    """What an analyst writes: a regression for each pair of years."""
    from statsmodels.api import OLS, add_constant

    logs, years = np.log(panel.by_year), panel.years
    found = []
    for start in range(len(years) - 1):
        initial = add_constant(logs[start])
        for end in range(start + 1, len(years)):
            model = OLS((logs[end] - logs[start]) / (years[end] - years[start]), initial)
            if robust:
                fit = model.fit(cov_type="HC1")
                found.append((fit.params[1], fit.bse[1]))
            else:
                found.append((model.fit().params[1], np.nan))
    return np.array(found).T


def counts_of_giddy(panel: SpeedPanel) -> ndarray:
    """Counts of moves, (k, k)."""
    from giddy.markov import Markov

    return Markov(panel.classes, classes=np.arange(CLASSES), summary=False).transitions


def chances_of_geometrics(panel: SpeedPanel) -> ndarray:
    """Probabilities of moves, (k, k)."""
    from geometrics import analyze_markov_transitions

    found = analyze_markov_transitions(panel.frame, "y", entity="region", time="year", k=CLASSES)
    return np.asarray(found.p)


def clubs_of_peer(panel: SpeedPanel) -> ndarray:
    """Club of each region, (n,), 0 where it is in none."""
    import pandas
    from convergence_clubs import find_clubs as find

    numbers = np.zeros(panel.regions)
    for number, club in enumerate(find(pandas.DataFrame(panel.trends)), start=1):
        numbers[list(club.ids)] = number
    return numbers


def sigma_of_geometrics(panel: SpeedPanel) -> ndarray:
    """Standard deviation of logs (n-1), (T,)."""
    from geometrics import analyze_sigma_convergence

    return analyze_sigma_convergence(panel.frame, "y", entity="region", time="year").df["std"].to_numpy()


def last_window_of_geometrics(panel: SpeedPanel) -> float:
    """beta from the first year to the last."""
    from geometrics import analyze_beta_convergence

    return float(analyze_beta_convergence(panel.frame, "y", entity="region", time="year").beta_total)
