"""Metrics and keys in words."""

import pytest

from assets.statistics.measure_words import MEASURES, key_in_words, measure_in_words
from assets.statistics.method_cards import explained


def test_every_measure_that_can_be_explained_has_words():
    assert [name for name in explained() if measure_in_words(name) == name and name not in MEASURES] == []


@pytest.mark.parametrize(
    ("metric", "words"),
    [
        ("clubs.n", "convergence clubs"),
        ("sigma_test.carree_klomp_T3", "Carree-Klomp test T3"),
        ("beta.lambda.nls", "speed of convergence by nonlinear least squares"),
        ("theil.T.w", "Theil T"),
        ("quite_new", "quite_new"),
    ],
)
def test_the_longest_name_counts(metric, words):
    assert measure_in_words(metric) == words


@pytest.mark.parametrize(
    ("key", "words"),
    [
        ("", ""),
        ("2000", "2000"),
        ("2000-2024|bloc", "2000 to 2024, bloc"),
        ("hp400", "of logs smoothed with lambda 400"),
        ("hp400_", "of logs smoothed with lambda 400"),
        ("hp400_fqsb_c0", "of logs smoothed with lambda 400, with the R package's settings"),
        ("as_given", "of the values as they stand"),
        ("relmean_0.75_1.25|3", "classes cut at 0.75, 1.25 of the mean, 3"),
    ],
)
def test_keys_are_said_in_words(key, words):
    assert key_in_words(key) == words
