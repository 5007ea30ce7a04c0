"""32 states 1940-2000 through our SQL against the truth case mexico: no weights, two partitions."""

from tests.truth.keys import produced
from tests.truth.panels import Case, Observation, compare, read, results

NAME = "mexico"
PARTITIONS = ("hanson98", "esquivel99")
MATCHED = 159  # of 858 true rows; the rest are measures we do not compute


def mexico() -> Case:
    panel = read(NAME, "panel.csv")
    case = Case([Observation(row["region"], int(row["year"]), float(row["y"]), None, None) for row in panel])
    for row in panel:
        for partition in PARTITIONS:
            group = f"{partition}|{row[partition]}"
            case.members[group].add(row["region"])
            case.partitions[group] = partition
    return case


def test_our_numbers_are_the_cases():
    comparison = compare(NAME, produced(results(mexico())))
    assert comparison.mismatched == []
    assert comparison.matched >= MATCHED, comparison.not_produced
    assert comparison.as_peers_print_it == []


def test_without_weights_there_is_nothing_weighted():
    ours = produced(results(mexico()))
    assert not [name for name in ours if name[0].endswith(".w")]
