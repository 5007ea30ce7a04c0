"""Region names as printed to our region ids: exact names in any language, never a likely one."""

import difflib
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from assets.landing.file_errors import AmbiguousRegionError, UnknownRegionError
from assets.landing.printed import normal_name
from assets.sources.grids.grid import shown

NAME_COLUMNS = tuple(
    f"{name}_{language}" for name in ("name", "short_name") for language in ("zh_hans", "zh_hant", "en")
)
# Words for the nation that yearbooks print in its row. "合计" and "总计" are not among them: they may
# be the sum of the provinces, which is another number.
NATION = ("全国", "全國", "全国总计", "全國總計", "National", "National Total", "Nationwide")
LEVELS = ("country", "province", "prefecture", "county")
# What is left away where the context makes the level plain: 吉林 for 吉林市 in a table of cities.
LEVEL_ENDING = re.compile(r"(?:藏族|土家族苗族)?(?:自治州|特别行政区|自治区|地区|[省市州盟县区])$")
FOOTNOTE = re.compile(r"(?:[*†‡①-⑳]+|\[[0-9a-zA-Z*]{1,3}\]|[（(][0-9①-⑳]{1,2}[)）])$")
NUMBERED = re.compile(r"^(?:[0-9]{1,2}[.、．])")


class Region(NamedTuple):
    """A region as lines of regions.csv know it."""

    code: str
    level: str
    names: tuple[str, ...]


@dataclass(frozen=True)
class RegionNames:
    """Finds regions by code and by normalised name."""

    by_code: Mapping[str, Region]
    by_name: Mapping[str, frozenset[str]]
    # names without their level's ending: only to notice what could be meant instead
    by_stem: Mapping[str, frozenset[str]]

    def find(self, label: str, levels: Iterable[str], given: Mapping[str, str], place: str) -> str:
        """Our id of a printed label, among the levels the mapping allows; `given` names come first.

        Raises UnknownRegionError, or AmbiguousRegionError where a name fits several.
        """
        found, could_be = self._fitting(label, levels, given)
        if len(could_be) == 1 and found:
            return next(iter(found))
        if found:
            raise AmbiguousRegionError(
                f"{place}: found {shown(label)}, which can be {self._listed(could_be)}; name it under"
                f' [labels.regions], as in "{label}" = "{min(could_be)}", or narrow region_levels'
            )
        raise UnknownRegionError(
            f"{place}: found {shown(label)}, no region of regions.csv; {self._remedy(plain_label(label))}"
        )

    def knows(self, label: str, levels: Iterable[str], given: Mapping[str, str]) -> str | None:
        """The same without an error: None for what is no region, or several."""
        found, could_be = self._fitting(label, levels, given)
        return next(iter(found)) if len(could_be) == 1 and found else None

    def _fitting(
        self, label: str, levels: Iterable[str], given: Mapping[str, str]
    ) -> tuple[set[str], set[str]]:
        """Regions with just this name, and all it could be short for."""
        name = plain_label(label)
        if name in given:
            return {given[name]}, {given[name]}
        allowed = {"country", *levels}
        found = {code for code in self._named(name) if self.by_code[code].level in allowed}
        others = {code for code in self.by_stem.get(name, ()) if self.by_code[code].level in allowed}
        return found, found | others

    def _named(self, name: str) -> frozenset[str]:
        code = name[:6] if re.fullmatch(r"[0-9]{6}(?:000000)?", name) else ""
        return frozenset({code}) if code in self.by_code else self.by_name.get(name, frozenset())

    def _remedy(self, name: str) -> str:
        other_level = self._named(name)
        if other_level:
            levels = sorted({self.by_code[code].level for code in other_level})
            return f"it is {self._listed(other_level)}: add {levels} to region_levels if that is meant"
        near: set[str] = set(self.by_stem.get(name, ()))
        for candidate in difflib.get_close_matches(name, self.by_name, n=3, cutoff=0.5):
            near |= self.by_name[candidate]
        nearest = f"nearest: {self._listed(near)}; " if near else ""
        return f"{nearest}correct the cell, name it under [labels.regions], or list it in ignore_rows"

    def _listed(self, codes: Iterable[str]) -> str:
        return ", ".join(f"{code} {self.by_code[code].names[0]}" for code in sorted(codes)[:4])


def region_names(lines: Iterable[Mapping[str, str]]) -> RegionNames:
    """Names of the lines of regions.csv."""
    by_code: dict[str, Region] = {}
    by_name: defaultdict[str, set[str]] = defaultdict(set)
    by_stem: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        code = line["region_id"]
        names = tuple(dict.fromkeys(line[column] for column in NAME_COLUMNS if line[column]))
        by_code[code] = Region(code, line["level"], names)
        for name in (*names, *(NATION if line["level"] == "country" else ())):
            by_name[normal_name(name)].add(code)
            by_stem[LEVEL_ENDING.sub("", normal_name(name))].add(code)
    return RegionNames(
        by_code,
        {name: frozenset(codes) for name, codes in by_name.items()},
        {name: frozenset(codes) for name, codes in by_stem.items()},
    )


def plain_label(label: str) -> str:
    """A label for comparison: normalised, without a footnote mark behind or a number before it."""
    return NUMBERED.sub("", normal_name(FOOTNOTE.sub("", label.strip())))
