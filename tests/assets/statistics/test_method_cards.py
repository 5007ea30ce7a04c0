"""Method cards by the names of the results and of the warehouse."""

import pytest

from assets.models import read_models
from assets.python_models import read_python_models
from assets.statistics import method_cards
from assets.statistics.inequality import gini
from assets.statistics.measuring import families
from assets.statistics.method_cards import UnknownMetricError, explain, list_of_names
from tests.small_house import ROOT


def test_a_method_card_is_the_docstring_of_the_function():
    card = explain("cv.w")
    assert card.startswith("cv.w: dispersion.coefficient_of_variation\n\nCoefficient of variation: sqrt(")
    assert gini.__doc__ is not None and gini.__doc__.split("\n")[0] in explain("gini.w")
    # the nearest longer name wins: the rate has a card of its own
    assert "lambda = -ln(1 + beta T)/T" in explain("beta.lambda")
    assert "Akita 2003" in explain("nested_theil.w.total")


@pytest.mark.parametrize(
    "name", ["theil_t", "metrics.theil_t", "metrics/theil_t", "metrics/theil_t@1f0c2a9b", "theil_t@1"]
)
def test_names_of_the_warehouse_show_table_and_function(name):
    card = explain(name)
    assert card.startswith("metrics.theil_t: Theil T index of the members of a group.")
    assert "Method: sum s ln(s / p)" in card
    assert "theil.T: inequality.theil_t" in card


def test_the_card_of_a_table_is_its_header():
    models = read_models(ROOT / "sql", read_python_models(ROOT))
    held = {model.name: model for model in models if model.room == "metrics"}
    assert set(method_cards.tables()) == set(held)
    for name, model in held.items():
        assert method_cards.tables()[name]["description"] == model.description
        assert explain(name).startswith(f"metrics.{name}: {model.description}")


def test_what_stands_for_a_table_is_a_table_and_a_measure():
    assert set(method_cards.SAME_MEASURE) <= set(method_cards.tables())
    assert [name for name in method_cards.SAME_MEASURE.values() if not method_cards.function_of(name)] == []


@pytest.mark.parametrize(
    ("asked", "near"),
    [("theil_x", "theil_t"), ("Gni", "gini"), ("beta_squared", "beta"), ("moran_i", "moran")],
)
def test_an_unknown_name_is_answered_with_near_ones(asked, near):
    with pytest.raises(UnknownMetricError) as caught:
        explain(asked)
    assert f"no metric '{asked}'; near it are " in str(caught.value)
    assert near in str(caught.value).replace(";", ",").split(", ") or f"are {near}" in str(caught.value)


def test_a_name_like_no_other_is_answered_with_where_to_look():
    with pytest.raises(
        UnknownMetricError, match="no metric 'qqq'; nothing is near it; `qipan measure --explain`"
    ):
        explain("qqq")


def test_capitals_do_not_matter():
    assert explain("theil.t") == explain("theil.T")


def test_every_explained_metric_has_a_card_and_a_line_in_the_list():
    explained = [name for family in families() for name in getattr(family, "EXPLAINED", {})]
    assert len(explained) == len(set(explained)) > 30
    listed = [line.split()[0] for line in list_of_names().splitlines() if line.startswith("  ")]
    assert set(explained) | set(method_cards.tables()) <= set(listed)
    for name in explained:
        assert len(explain(name).splitlines()) >= 3, name
