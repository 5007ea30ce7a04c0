"""Which mapping is a file's: its sidecar, else the only saved mapping whose pattern fits."""

from pathlib import Path

import pytest

from assets.landing.file_errors import AmbiguousMappingError, MappingError, NoMappingError
from assets.sources.inbox.sidecars import mapping_of


def save(inbox: Path, name: str, text: str) -> None:
    (inbox / "mappings").mkdir(exist_ok=True)
    (inbox / "mappings" / f"{name}.toml").write_text(text, encoding="utf-8")


def test_a_saved_mapping_serves_every_file_it_matches(tmp_path: Path) -> None:
    save(tmp_path, "population", 'files = ["C02-05*.xls", "人口*.csv"]\ntitle = "2-5"')
    for name in ("C02-05 2024.xls", "人口2025.csv"):
        assert mapping_of(tmp_path / name) == (
            "population.toml",
            {"files": ["C02-05*.xls", "人口*.csv"], "title": "2-5"},
        )


def test_names_match_however_their_letters_are_composed(tmp_path: Path) -> None:
    save(tmp_path, "m", 'files = "caf\u00e9*"')
    assert mapping_of(tmp_path / "cafe\u0301.csv")[0] == "m.toml"


def test_a_sidecar_wins_over_a_saved_mapping(tmp_path: Path) -> None:
    save(tmp_path, "m", 'files = "*"\ntitle = "saved"')
    (tmp_path / "a.csv.toml").write_text('title = "own"')
    assert mapping_of(tmp_path / "a.csv") == ("a.csv.toml", {"title": "own"})


def test_a_sidecar_can_change_what_a_saved_mapping_says(tmp_path: Path) -> None:
    save(
        tmp_path,
        "m",
        'files = "x"\ntitle = "saved"\n[table]\nyears = "2023"\nsheet = "a"\n[edition]\nvintage = "v"',
    )
    (tmp_path / "a.csv.toml").write_text(
        'mapping = "m"\n[table]\nyears = "2024"\n[edition]\npublished_on = 2025-01-01'
    )
    name, content = mapping_of(tmp_path / "a.csv")
    assert name == "a.csv.toml with m.toml"
    assert content["title"] == "saved"
    assert content["table"] == {"years": "2024", "sheet": "a"}
    assert list(content["edition"]) == ["published_on"]


def test_two_mappings_that_match_are_both_named(tmp_path: Path) -> None:
    save(tmp_path, "one", 'files = "a*"')
    save(tmp_path, "two", 'files = "*.csv"')
    with pytest.raises(AmbiguousMappingError) as refusal:
        mapping_of(tmp_path / "a.csv")
    assert str(refusal.value) == (
        "a.csv: matches the saved mappings one.toml, two.toml; narrow their files,"
        ' or add a.csv.toml with mapping = "one"'
    )


def test_no_mapping_says_where_one_is_looked_for(tmp_path: Path) -> None:
    with pytest.raises(NoMappingError, match=r"a.csv: no sidecar a.csv.toml and no saved mapping"):
        mapping_of(tmp_path / "a.csv")


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("title = ", "a.csv.toml: cannot be read as TOML"),
        ('mapping = "../../x"', r"a.csv.toml: mapping: found '\.\./\.\./x'; no such file in mappings/"),
        ("mapping = 3", "a.csv.toml: mapping: found 3; no such file"),
    ],
)
def test_an_unusable_sidecar_is_named(tmp_path: Path, text: str, message: str) -> None:
    (tmp_path / "a.csv.toml").write_text(text)
    with pytest.raises(MappingError, match=message):
        mapping_of(tmp_path / "a.csv")


def test_a_sidecar_in_another_encoding_is_named(tmp_path: Path) -> None:
    (tmp_path / "a.csv.toml").write_bytes('title = "人口"'.encode("gb18030"))
    with pytest.raises(MappingError, match="cannot be read as TOML in UTF-8"):
        mapping_of(tmp_path / "a.csv")


def test_a_pattern_that_is_none_is_named(tmp_path: Path) -> None:
    save(tmp_path, "m", "files = 3")
    with pytest.raises(MappingError, match=r"m.toml: files: found 3; give a pattern"):
        mapping_of(tmp_path / "a.csv")
