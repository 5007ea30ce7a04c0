"""What a report is compared with: the charts of the current release, and those frozen before."""

import csv
import hashlib
import json
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import Any

from assets.charts import CHARTS as ALL_CHARTS
from assets.frozen import CHARTS, LISTING

PICTURES = (".svg", ".png")


class NoReleaseError(Exception):
    """There is nothing to compare with; the message says what to do."""


@dataclass(frozen=True)
class Identity:
    """Which chart a file is: id, language, edition."""

    chart_id: str
    language: str
    edition: str


@dataclass
class Release:
    """The charts of a build folder. `passports` are the facts of the current ones by (id, language)."""

    build: Path
    passports: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)

    @property
    def chart_ids(self) -> set[str]:
        """Ids of the current charts."""
        return {chart_id for chart_id, _ in self.passports}

    def edition(self, chart_id: str) -> str:
        """Current edition of a chart; empty when the release has no such chart."""
        return next((said["edition"] for key, said in self.passports.items() if key[0] == chart_id), "")

    def frozen_edition(self, release_id: str, chart_id: str, language: str) -> str:
        """Edition of a chart in a frozen release; empty when that release is not kept here."""
        file = self.build / "frozen" / release_id / CHARTS / f"{chart_id}.{language}.json"
        return str(json.loads(file.read_text(encoding="utf-8"))["edition"]) if file.is_file() else ""

    @cached_property
    def past_ids(self) -> set[str]:
        """Ids of the charts of frozen releases."""
        return {file.name.split(".")[0] for file in (self.build / "frozen").glob(f"*/{CHARTS}/*.json")}

    def identity(self, content: bytes) -> Identity | None:
        """The chart whose file has these bytes, current before frozen."""
        return self._by_digest.get(hashlib.sha256(content).hexdigest())

    @cached_property
    def _by_digest(self) -> dict[str, Identity]:
        found: dict[str, Identity] = {}
        for listing in sorted((self.build / "frozen").glob(f"*/{LISTING}")):
            with listing.open(encoding="utf-8", newline="") as file:
                pictures = {row["name"]: row["sha256"] for row in csv.DictReader(file)}
            for name, digest in pictures.items():
                if name.endswith(PICTURES):
                    chart_id, language = name.split(".")[:2]
                    edition = self.frozen_edition(listing.parent.name, chart_id, language)
                    found[digest] = Identity(chart_id, language, edition)
        for (chart_id, language), said in self.passports.items():
            for name in said["files"].values():
                path = self.build / CHARTS / name
                if name.endswith(PICTURES) and path.is_file():
                    digest = hashlib.sha256(path.read_bytes()).hexdigest()
                    found[digest] = Identity(chart_id, language, said["edition"])
        return found


def read_release(build: Path) -> Release:
    """The current release of a build folder; NoReleaseError when there is none."""
    known = {chart.chart_id for chart in ALL_CHARTS}
    passports = {}
    for file in sorted((build / CHARTS).glob("*.*.json")):
        # files of charts that are no more may lie beside the others
        if not file.name.endswith(".vl.json") and file.name.split(".")[0] in known:
            said = json.loads(file.read_text(encoding="utf-8"))
            passports[said["chart"], said["language"]] = said
    if not passports:
        raise NoReleaseError(f"{build / CHARTS}: holds no charts to compare with; run qipan refresh")
    return Release(build, passports)
