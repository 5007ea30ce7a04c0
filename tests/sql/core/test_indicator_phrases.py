"""core/indicator_phrases: names inside sentences, for every indicator of the pack."""

import csv

from tests.sql.given import ROOT, run_model

PACK = ROOT / "warehouse" / "reference" / "cn"
# Indicators of the pack whose names keep their first letter, by first word; every other begins small.
KEPT = {"R&D", "Hong", "Macao"}


def lines(name):
    with (PACK / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def phrases(*names, places=("Beijing", "Hong Kong", "Macao", "He")):
    found = run_model(
        {
            "core/indicators": [
                {"indicator_id": str(number), "indicator_name_en": name} for number, name in enumerate(names)
            ],
            "core/regions": [
                {"region_id": place, "region_short_name_en": place} for place in places
            ],
        },
        "core/indicator_phrases",
    )  # fmt: skip
    return {names[int(row["indicator_id"])]: row["indicator_phrase_en"] for row in found}


def test_ordinary_words_begin_small():
    assert phrases("Disposable income per head", "E-commerce sales", "Average wage, Beijing", "A rate") == {
        "Disposable income per head": "disposable income per head",
        "E-commerce sales": "e-commerce sales",
        "Average wage, Beijing": "average wage, Beijing",
        "A rate": "a rate",
    }


def test_abbreviations_and_proper_names_stay():
    kept = (
        "GDP per head", "R&D intensity", "PM2.5 concentration", "CO2 emissions", "SO2", "pH of rain",
        "Theil index of income", "Gini coefficient", "Engel's coefficient", "Engel coefficient",
        "Hong Kong dollars per US dollar", "Macao patacas", "Beijing", "mRNA vaccines",
    )  # fmt: skip
    assert phrases(*kept) == {name: name for name in kept}


def test_a_word_that_only_begins_like_a_name_begins_small():
    # He is a place here; Health and Engelbert begin with the letters of a name
    assert phrases("Health personnel", "Engelbert's index", "He population") == {
        "Health personnel": "health personnel",
        "Engelbert's index": "engelbert's index",
        "He population": "He population",
    }


def test_every_indicator_of_the_pack():
    names = [line["name_en"] for line in lines("indicators.csv")]
    places = sorted({line["short_name_en"] for line in lines("regions.csv")} - {""})
    found = phrases(*names, places=places)
    assert len(found) == len(set(names)) > 200
    for name, phrase in found.items():
        assert phrase[1:] == name[1:]
        is_kept = name.split()[0] in KEPT
        assert phrase[0] == (name[0] if is_kept else name[0].lower()), name
    assert {name.split()[0] for name, phrase in found.items() if phrase == name} == KEPT
