"""Coupling coordination: do two or more systems (economy, environment, ...) develop together?"""

from dataclasses import dataclass
from typing import Literal

import numpy as np
from numpy import ndarray

from assets.statistics.refusal import RefusedError

Form = Literal["standard", "wang 2021", "miscopied"]


@dataclass(frozen=True)
class Coordination:
    """Coupling of systems; always read all three, for coupling is high where all are equally low.

    coupling        C, 0 to 1: how alike the systems are
    development     T, 0 to 1: how high they are, a weighted mean
    coordination    D = sqrt(C T), 0 to 1
    spread          highest system minus lowest
    """

    coupling: float
    development: float
    coordination: float
    spread: float


def coupling_coordination(
    systems: ndarray, weight: ndarray | None = None, form: Form = "standard"
) -> Coordination:
    """Coupling, development and coordination of k systems (k,), each an index from 0 to 1.

    "standard": C = k (prod U)^(1/k) / sum U, the ratio of geometric to arithmetic mean.
    "wang 2021" (王淑佳等 2021, 自然资源学报 36(3)), which spreads wider:
    C = sqrt((1 - mean |U_i - U_j|) (prod U_i/max U)^(1/(k-1))), mean over pairs, product without the highest.
    weight (k,) of T, sums to 1; None = equal.

    Refused: fewer than 2 systems, values outside 0 to 1, all zero, and the form "miscopied",
    [prod U / (sum U)^k]^(1/k): it lies between 0 and 1/k, so its C and D are not comparable with any
    other (丛晓男 2019, 经济地理 39(4)).
    """
    number = len(systems)
    if form == "miscopied":
        raise RefusedError(
            f"[prod U / (sum U)^{number}]^(1/{number}) never exceeds 1/{number}: a misprint that papers copy"
            f" from one another; the standard form is {number} times as large"
        )
    if number < 2 or not ((systems >= 0) & (systems <= 1)).all():
        raise RefusedError("coupling needs 2 or more systems, each scaled to 0 .. 1; scale them with min_max")
    if systems.max() == 0:
        raise RefusedError("all systems are 0, so coupling is 0/0; there is nothing to couple")
    shares = np.full(number, 1 / number) if weight is None else weight
    if not np.isclose(shares.sum(), 1):
        raise RefusedError(f"the weights of the systems sum to {shares.sum()}; make them sum to 1")
    coupling = _standard(systems) if form == "standard" else _wang(systems)
    development = float(shares @ systems)
    return Coordination(coupling, development, float(np.sqrt(coupling * development)), float(np.ptp(systems)))


def _standard(systems: ndarray) -> float:
    return float(np.prod(systems) ** (1 / len(systems)) / systems.mean())


def _wang(systems: ndarray) -> float:
    ranked = np.sort(systems)
    pairs = np.triu_indices(len(systems), k=1)
    mean_gap = np.abs(np.subtract.outer(systems, systems))[pairs].mean()
    product = np.prod(ranked[:-1] / ranked[-1]) ** (1 / (len(systems) - 1))
    return float(np.sqrt((1 - mean_gap) * product))
