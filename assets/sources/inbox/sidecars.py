"""Which mapping belongs to a file: its sidecar, or the saved mapping whose pattern fits its name."""

import tomllib
import unicodedata
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from assets.landing.file_errors import AmbiguousMappingError, MappingError, NoMappingError


def mapping_of(path: Path) -> tuple[str, dict[str, Any]]:
    """Name and content of the mapping of a file; what its sidecar says wins over the saved one it names.

    Raises NoMappingError, AmbiguousMappingError or MappingError.
    """
    inbox, sidecar = path.parent, sidecar_of(path)
    if sidecar.is_file():
        content = _read_toml(sidecar)
        base = content.pop("mapping", None)
        if base is None:
            return sidecar.name, content
        for saved in saved_mappings(inbox):
            if saved.stem == base:
                return f"{sidecar.name} with {saved.name}", _over(_read_toml(saved), content)
        raise MappingError(f"{sidecar.name}: mapping: found {base!r:.60}; no such file in mappings/")
    fits = [saved for saved in saved_mappings(inbox) if _matches(path.name, saved)]
    if len(fits) == 1:
        return fits[0].name, _read_toml(fits[0])
    if fits:
        names = ", ".join(saved.name for saved in fits)
        raise AmbiguousMappingError(
            f"{path.name}: matches the saved mappings {names}; narrow their files,"
            f' or add {sidecar.name} with mapping = "{fits[0].stem}"'
        )
    raise NoMappingError(
        f"{path.name}: no sidecar {sidecar.name} and no saved mapping whose files match its name;"
        " write one of them, see warehouse/LANDING.md"
    )


def sidecar_of(path: Path) -> Path:
    """Where the sidecar of a file lies."""
    return path.with_name(f"{path.name}.toml")


def saved_mappings(inbox: Path) -> list[Path]:
    """Saved mappings by name."""
    return sorted(path for path in (inbox / "mappings").glob("*.toml") if not path.name.startswith("."))


def _matches(name: str, mapping: Path) -> bool:
    patterns = _read_toml(mapping).get("files", [])
    listed = [patterns] if isinstance(patterns, str) else patterns
    if not isinstance(listed, list) or not all(isinstance(pattern, str) for pattern in listed):
        raise MappingError(
            f'{mapping.name}: files: found {patterns!r:.60}; give a pattern such as "C02-05*.xls"'
        )
    # some systems keep names decomposed: the same name in other code points
    return any(fnmatchcase(_composed(name), _composed(pattern)) for pattern in listed)


def _read_toml(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError, RecursionError) as error:
        raise MappingError(
            f"{path.name}: cannot be read as TOML in UTF-8 ({error}); text stands in double quotes"
        ) from None


def _over(base: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    """A saved mapping with what a sidecar says instead: [table] and [labels] key by key, the rest whole."""
    merged = {key: value for key, value in base.items() if key != "files"} | own
    for key in ("table", "labels"):
        if isinstance(base.get(key), dict) and isinstance(own.get(key), dict):
            merged[key] = base[key] | own[key]
    return merged


def _composed(name: str) -> str:
    return unicodedata.normalize("NFC", name)
