"""31 provinces 2000-2024 through our SQL against the truth case china_gdppc."""

from tests.truth.keys import produced
from tests.truth.panels import Case, Observation, compare, read, results

NAME = "china_gdppc"
PARTITIONS = ("nbs4", "belt3_2000")
ZONES = ("jjj", "yrd", "yreb", "yellow_river", "pan_prd9", "policy_central_rise")
# Of 1,851 true rows. Not ours: everything beyond levels, gaps, dispersion and Theil decompositions,
# the gap of the East from itself, and ratios of unweighted means of zones.
MATCHED = 651


def china() -> Case:
    panel = read(NAME, "panel.csv")
    case = Case(
        [
            Observation(
                region=row["region"],
                year=int(row["year"]),
                value=float(row["y"]),
                numerator=float(row["gdp"]) * 10_000,  # 100 million CNY over 10 thousand persons
                weight=float(row["pop"]),
            )
            for row in panel
        ]
    )
    for row in panel:
        for partition in PARTITIONS:
            group = f"{partition}|{row[partition]}"
            case.members[group].add(row["region"])
            case.partitions[group] = partition
    for row in read(NAME, "zones.csv"):
        for zone in ZONES:
            # a zone and the rest of the nation divide it: the one partition a zone can have
            group = zone if row[zone] == "1" else f"{zone}|rest"
            case.members[group].add(row["region"])
            case.partitions[group] = f"{zone}|rest"
    for bloc in ("central", "northeast", "west"):
        case.references[f"nbs4|bloc_{bloc}"] = "nbs4|bloc_east"
    return case


def test_our_numbers_are_the_cases():
    comparison = compare(NAME, produced(results(china())))
    assert comparison.mismatched == []
    assert comparison.matched >= MATCHED, comparison.not_produced
    assert comparison.as_peers_print_it == []
