"""A small house that goes back and forth between two releases, so that one is always old and one new."""

from pathlib import Path

import duckdb

from assets.steps import Place
from orchestration.trials.house_in_small import make_small_house, print_another_figure
from orchestration.trials.reading_releases import TornReleaseError, read_release
from orchestration.trials.refreshing import Refresh, StepsOf, temporary_folder

# Guangdong's output of 2024 as first printed, and a slip of the pen.
REGION, FIGURES = "440000", ("141633.8", "141733.8")


class TrialError(Exception):
    """The trial cannot go on; the message holds what the refresh printed."""


class TwoReleases:
    """The house, the digest of each release by its id, and the files a whole build consists of."""

    def __init__(self, house: Place, folder: Path, steps: StepsOf) -> None:
        self.place = make_small_house(house, folder)
        temporary_folder(self.place).mkdir()
        self._steps = steps
        self.digests: dict[str, str] = {}
        self._releases: dict[str, str] = {}
        self._figure = FIGURES[-1]
        for _ in FIGURES:
            whole(self.begin())
            release_id, digest = read_release(self.place.published_file)
            self.digests[release_id], self._releases[self._figure] = digest, release_id
        if len(set(self.digests.values())) < len(FIGURES):
            raise TrialError(f"two figures gave the same release {self._releases}")
        self.files = self.files_now()

    def begin(self, *, through_dagster: bool = False) -> Refresh:
        """Print the other figure and start a refresh."""
        self._figure = FIGURES[1 - FIGURES.index(self._figure)]
        print_another_figure(self.place, REGION, self._figure)
        return self.again(through_dagster=through_dagster)

    def again(self, *, through_dagster: bool = False, log: str = "refresh.log") -> Refresh:
        """Start a refresh from the figures as they are."""
        return Refresh(self.place, self._steps, self.place.root / log, through_dagster=through_dagster)

    def published(self) -> str:
        """`new` or `old` when that is the published release as a whole, or else what is wrong with it."""
        try:
            release_id, digest = read_release(self.place.published_file)
        except (TornReleaseError, OSError, duckdb.Error) as error:
            return f"unreadable: {error}"
        if self.digests.get(release_id) != digest:
            return f"torn: {release_id} with figures of no release known"
        return "new" if release_id == self._releases[self._figure] else "old"

    def files_now(self) -> set[str]:
        """Files in the build folder; Dagster's history, which every run adds to, is left out."""
        build = self.place.build
        paths = (path.relative_to(build) for path in build.rglob("*") if path.is_file())
        return {str(path) for path in paths if path.parts[0] != "dagster"}

    def megabytes(self) -> float:
        """Size of these files."""
        return sum((self.place.build / name).stat().st_size for name in self.files_now()) / 1e6


def whole(refresh: Refresh) -> None:
    """Wait for the end of a refresh; raises TrialError unless it succeeded."""
    refresh.ended_within(None)
    if not refresh.succeeded:
        raise TrialError(f"a refresh nobody disturbed failed:\n{refresh.words}")
