"""Method cards: how each measure of `qipan measure` and each table of `metrics` is computed."""

import ast
import difflib
import inspect
import re
import tomllib
from functools import cache
from importlib import import_module
from pathlib import Path
from types import ModuleType

MEASURED = Path(__file__).parent / "measured"
MODELS_IN_PYTHON = Path(__file__).parent / "models"
MODELS_IN_SQL = Path(__file__).parents[2] / "sql" / "metrics"
SQL_HEADER = re.compile(r"\A/\*\n(.*?)\n\*/\n", re.DOTALL)
# table of the warehouse -> the measure of a panel that is the same
SAME_MEASURE = {
    "convergence_test": "verdict",
    "beta_window": "beta",
    "club": "clubs",
    "coefficient_of_variation": "cv",
    "gap_between_groups": "gap",
    "gap_to_rest": "zone_vs_rest",
    "ge2_decomposition": "decomp",
    "gini": "gini",
    "gini_decomposition": "dagum",
    "member_extremes": "gap.max_min_ratio",
    "mobility_index": "markov.shorrocks",
    "mobility_matrix": "markov",
    "nested_decomposition": "nested_theil",
    "parity_outlook": "time_to_parity",
    "sd_log": "sdlog",
    "shapley_share": "shapley_T_between",
    "sigma_window": "sigma_trend",
    "spatial_local": "moran.local",
    "spatial_moran": "moran",
    "theil_decomposition": "decomp",
    "theil_l": "theil.L",
    "theil_t": "theil.T",
}


class UnknownMetricError(Exception):
    """No measure has this name; the message lists the nearest."""


@cache
def measured_modules() -> tuple[ModuleType, ...]:
    """Modules of `measured/`, by name."""
    names = sorted(path.stem for path in MEASURED.glob("*.py"))
    return tuple(import_module(f"assets.statistics.measured.{name}") for name in names)


@cache
def explained() -> dict[str, object]:
    """Function or class behind each metric that has a card of its own."""
    return {
        metric: function
        for module in measured_modules()
        for metric, function in getattr(module, "EXPLAINED", {}).items()
    }


@cache
def function_of(metric: str) -> object | None:
    """The function of the longest explained name the metric opens with."""
    parts = metric.split(".")
    for count in range(len(parts), 0, -1):
        function = explained().get(".".join(parts[:count]))
        if function:
            return function
    return None


def name_of(function: object) -> str:
    """`module.function` below `assets/statistics/`."""
    # a property explains itself like the function it is made of
    function = getattr(function, "fget", getattr(function, "func", function))
    module, name = getattr(function, "__module__", ""), getattr(function, "__qualname__", "")
    return f"{module.removeprefix('assets.statistics.')}.{name}"


def explain(name: str) -> str:
    """The method card of a measure: function and docstring, for a table also what its header says.

    name  a metric of the results (gini.w), a table of `metrics` (theil_t, metrics.theil_t) or a method id
          as the marts carry it (metrics/theil_t@1f0c2a9b). Raises UnknownMetricError with near names.
    """
    table = re.sub(r"^metrics[./]", "", name.strip()).partition("@")[0]
    parts = [_card_of_table(table)] if table in tables() else []
    metric = next(
        (known for known in (table, SAME_MEASURE.get(table, ""), *_other_case(table)) if function_of(known)),
        "",
    )
    if metric:
        function = function_of(metric)
        parts.append(f"{metric}: {name_of(function)}\n\n{inspect.getdoc(function)}")
    if not parts:
        near = near_names(table)
        found = f"near it are {', '.join(near)}" if near else "nothing is near it"
        raise UnknownMetricError(f"no metric '{name}'; {found}; `qipan measure --explain` lists all")
    return "\n\n".join(parts)


def near_names(name: str) -> list[str]:
    """Up to eight names like the one asked for, tables of the warehouse among them."""
    known = {known.lower(): known for known in (*explained(), *tables())}
    asked = name.lower()
    words = [word for word in re.split(r"[^a-z0-9]+", asked) if len(word) > 2]
    holding = [key for key in known if any(word in key for word in words)]
    alike = difflib.get_close_matches(asked, known, n=8, cutoff=0.5)
    near = list(dict.fromkeys([*alike, *holding]))[:8]
    return [known[key] for key in near]


def list_of_names() -> str:
    """Every measure of a panel by family, then every table of the warehouse, with one line on each."""
    lines = ["Measures of `qipan measure`; `--explain NAME` shows the formula and its source.", ""]
    lines += [f"  {name:26} {_first_line(inspect.getdoc(explained()[name]))}" for name in sorted(explained())]
    lines += ["", "Tables of the warehouse in the room metrics.", ""]
    lines += [f"  {name:26} {_first_line(tables()[name]['description'])}" for name in sorted(tables())]
    return "\n".join(lines)


@cache
def tables() -> dict[str, dict[str, str]]:
    """Description and method of each table of `metrics`, from the headers of its models."""
    found = {}
    for path in MODELS_IN_SQL.glob("*.sql"):
        header = SQL_HEADER.match(path.read_text(encoding="utf-8"))
        if header:
            read = tomllib.loads(header.group(1))
            found[path.stem] = {"description": read["description"], "method": read.get("method", "")}
    for path in MODELS_IN_PYTHON.glob("[!_]*.py"):
        found[path.stem] = {"description": "", "method": ""} | _constants(path)
    return found


def _constants(path: Path) -> dict[str, str]:
    """Texts of DESCRIPTION and METHOD of a model, read without importing it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    return {
        node.targets[0].id.lower(): str(ast.literal_eval(node.value))
        for node in tree.body
        if isinstance(node, ast.Assign)
        and isinstance(node.targets[0], ast.Name)
        and node.targets[0].id in ("DESCRIPTION", "METHOD")
    }


def _card_of_table(table: str) -> str:
    held = tables()[table]
    method = f"\nMethod: {held['method']}" if held["method"] else ""
    return f"metrics.{table}: {held['description']}{method}"


def _other_case(name: str) -> list[str]:
    return [known for known in explained() if known.lower() == name.lower()]


def _first_line(text: str | None) -> str:
    sentence = (text or "").split("\n\n")[0].replace("\n", " ")
    return sentence if len(sentence) <= 80 else f"{sentence[:77].rsplit(' ', 1)[0]} ..."
