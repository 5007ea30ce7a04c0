"""What a trial of publication found, and its closing line."""

from collections import Counter
from dataclasses import dataclass, field

from orchestration.trials.reading_releases import Tally


@dataclass
class PublicationTrial:
    """Figures of a trial; `problems` is empty when publication survived."""

    refreshes: int = 0
    tallies: list[Tally] = field(default_factory=list)
    refused: int = 0
    kills: Counter[str] = field(default_factory=Counter)
    found: Counter[str] = field(default_factory=Counter)
    leftovers: Counter[str] = field(default_factory=Counter)
    recovered: int = 0
    megabytes: list[float] = field(default_factory=list)
    temporary: int = 0
    problems: list[str] = field(default_factory=list)

    def report(self, problem: str) -> None:
        """Remember a problem and print it."""
        self.problems.append(problem)
        print(f"  PROBLEM {problem}", flush=True)

    @property
    def summary(self) -> str:
        """The closing line."""
        reads = sum(tally.reads.total() for tally in self.tallies)
        changes = sum(tally.changes for tally in self.tallies)
        errors = sum(len(tally.errors) for tally in self.tallies)
        torn = sum(len(tally.torn) for tally in self.tallies)
        return (
            f"publication: {f'{len(self.problems)} PROBLEMS' if self.problems else 'survived'};"
            f" {len(self.tallies)} readers, {self.refreshes} refreshes, {reads} reads, {changes} changes of"
            f" release seen, {errors} errors, {torn} torn reads; {self.refused} second refreshes refused in"
            f" words; {self.kills.total()} kills ({_listed(self.kills)}), found {_listed(self.found)}"
            f" release, {self.recovered} next refreshes succeeded; left behind and cleared:"
            f" {_listed(self.leftovers)}; build folder {self.megabytes[0]:.0f} to {self.megabytes[-1]:.0f} MB"
            f" (at most {max(self.megabytes):.0f}), {self.temporary} temporary folders left"
        )


def _listed(counts: Counter[str]) -> str:
    return ", ".join(f"{count} {name}" for name, count in sorted(counts.items())) or "none"
