"""Cold start: `qipan measure` on a panel of 31 regions, beside what a peer's script takes for one measure.

Each is a process of its own that imports, reads the same file, computes and ends. Ours computes every
measure that applies and writes the file.
"""

import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

from orchestration.trials.speed_lines import Line
from orchestration.trials.speed_panel import speed_panel

ROOT = Path(__file__).resolve().parents[2]
REGIONS, ROUNDS = 31, 3
MOST_MILLISECONDS = 1500.0
OURS = "from orchestration.cli import main; main()"
READ = (
    "import sys, numpy, pandas;"
    " wide = pandas.read_csv(sys.argv[1]).pivot(index='region', columns='year', values='y')"
)
# package -> one measure of it, after reading the panel with pandas
PEERS = {
    "inequality": "from inequality.gini import Gini; [Gini(wide[year].to_numpy()).g for year in wide]",
    "giddy": (
        "from mapclassify import Quantiles; from giddy.markov import Markov;"
        " Markov(numpy.array([Quantiles(wide[year], k=5).yb for year in wide]).T, summary=False).p"
    ),
    "statsmodels": (
        "from statsmodels.api import OLS, add_constant; logs = numpy.log(wide.to_numpy());"
        " OLS((logs[:, -1] - logs[:, 0]) / 39, add_constant(logs[:, 0])).fit(cov_type='HC1').bse"
    ),
    "convergence_clubs": "import convergence_clubs as c; c.find_clubs(c.hp_filter(numpy.log(wide), 400))",
    "geometrics": (
        "import geometrics; geometrics.analyze_sigma_convergence("
        "pandas.read_csv(sys.argv[1]), 'y', entity='region', time='year')"
    ),
}


def start_lines() -> Iterator[Line]:
    """Seconds from nothing to the answer: ours against the promise, then against each peer."""
    with tempfile.TemporaryDirectory() as folder:
        panel, out = Path(folder, "panel.csv"), Path(folder, "measures.csv")
        speed_panel(REGIONS).write(panel)
        ours = _milliseconds(OURS, "measure", str(panel), "--out", str(out))
        told = (REGIONS, "cold start: qipan measure, all measures", ours)
        yield Line(*told, "the promise", MOST_MILLISECONDS, target=1.0)
        for package, script in PEERS.items():
            alternative = f"{package.replace('_', '-')}: import and one measure"
            if find_spec(package) is None:
                yield Line(*told, alternative, remark="not installed")
            else:
                yield Line(*told, alternative, _milliseconds(f"{READ}; {script}", str(panel)), target=1.0)


def _milliseconds(script: str, *arguments: str) -> float:
    """Best of some runs of a process; raises CalledProcessError where it fails."""
    best = float("inf")
    for _ in range(ROUNDS):
        started = time.perf_counter()
        subprocess.run([sys.executable, "-c", script, *arguments], cwd=ROOT, check=True, capture_output=True)
        best = min(best, time.perf_counter() - started)
    return best * 1000
