import numpy as np
import pytest

from assets.statistics.gravity import directed_linkage, income_gap_linkage, potential_linkage
from assets.statistics.refusal import RefusedError

GDP, POPULATION = np.array([400.0, 100.0, 900.0]), np.array([4.0, 1.0, 1.0])
DISTANCE = np.array([[0.0, 10.0, 20.0], [10.0, 0.0, 5.0], [20.0, 5.0, 0.0]])


def test_three_regions_by_hand():
    # sqrt(400*4) = 40, sqrt(100*1) = 10, sqrt(900*1) = 30
    found = potential_linkage(GDP, POPULATION, DISTANCE)
    assert found[0, 1] == pytest.approx(40 * 10 / 100)
    assert found[0, 2] == pytest.approx(40 * 30 / 400)
    assert found[1, 2] == pytest.approx(10 * 30 / 25)
    assert np.isnan(np.diag(found)).all()


def test_directions_add_to_the_symmetric_index():
    symmetric, directed = (
        potential_linkage(GDP, POPULATION, DISTANCE),
        directed_linkage(GDP, POPULATION, DISTANCE),
    )
    assert directed[0, 1] == pytest.approx(4 * 0.8)
    assert directed + directed.T == pytest.approx(symmetric, nan_ok=True)


def test_income_gap_form_by_hand():
    # incomes 100, 100, 900: none between the first two, 12 * (100/1000) * 800^2 from the second to the third
    found = income_gap_linkage(GDP, POPULATION, DISTANCE)
    assert found[0, 1] == 0
    assert found[1, 2] == pytest.approx(12 * 0.1 * 800**2)


def test_twice_as_far_is_a_quarter_and_order_does_not_matter():
    near = potential_linkage(GDP, POPULATION, DISTANCE)
    assert potential_linkage(GDP, POPULATION, 2 * DISTANCE) == pytest.approx(near / 4, nan_ok=True)
    turned = [2, 0, 1]
    found = potential_linkage(GDP[turned], POPULATION[turned], DISTANCE[np.ix_(turned, turned)])
    assert found == pytest.approx(near[np.ix_(turned, turned)], nan_ok=True)


@pytest.mark.parametrize(
    ("gdp", "population", "distance", "reason"),
    [
        (GDP * [1, 0, 1], POPULATION, DISTANCE, "GDP or population"),
        (GDP, POPULATION * [1, np.nan, 1], DISTANCE, "GDP or population"),
        (GDP, POPULATION * [1, -1, 1], DISTANCE, "population is zero"),
        (GDP, POPULATION, DISTANCE * 0, "not positive"),
        (GDP, POPULATION, DISTANCE + np.triu(np.ones((3, 3))), "differs by direction"),
    ],
)
def test_refusals(gdp, population, distance, reason):
    with pytest.raises(RefusedError, match=reason):
        potential_linkage(gdp, population, distance)
