"""The account of a run: every file that was found has exactly one outcome, and the figures add up."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from pipeline.efforts import Effort

LOADED, UNCHANGED, DUPLICATE, QUARANTINED, FAILED = "loaded", "unchanged", "duplicate", "quarantined", "failed"
WAITING = "waiting"
OUTCOMES = (LOADED, UNCHANGED, DUPLICATE, QUARANTINED, FAILED)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file. `error_type` is the class of the error, `reason` says what, where and what to do.

    A document that is loaded without some of its pages says so in `reason`. `outcome` is one of OUTCOMES, or `waiting`
    where the run was interrupted before the file's turn, or, with a reason, where the file was still being written.
    """

    path: str
    outcome: str
    sha256: str | None = None
    document_id: str | None = None
    error_type: str | None = None
    reason: str | None = None
    seconds: float = 0.0

    def held_back(self) -> bool:
        """Tell whether the file was left to the next run because it was still being written; `reason` says so."""
        return self.outcome == WAITING and self.error_type is not None

    def partial(self) -> bool:
        """Tell whether the file was loaded without some of its pages; `reason` names them."""
        return self.outcome == LOADED and self.reason is not None


@dataclass(frozen=True)
class Account:
    """The account of a run. `state` is `finished` or `interrupted`; times are ISO 8601 in UTC."""

    run_id: str
    state: str
    started_at: str
    finished_at: str
    pipeline_version: str
    found: int
    outcomes: tuple[Outcome, ...] = field(default=())

    def counts(self) -> dict[str, int]:
        """Return how many files there are of each outcome, `found` first, `waiting` only where there are such."""
        counted = count(self.outcomes)
        if not counted[WAITING]:
            del counted[WAITING]
        return {"found": self.found} | counted

    def adds_up(self) -> bool:
        """Tell whether every file found has one outcome."""
        paths = {outcome.path for outcome in self.outcomes}
        return self.found == len(self.outcomes) == len(paths) == sum(count(self.outcomes).values())

    def troubled(self) -> list[Outcome]:
        """Return the quarantined and the failed."""
        return [outcome for outcome in self.outcomes if outcome.outcome in (QUARANTINED, FAILED)]

    def held_back(self) -> list[Outcome]:
        """Return the files that were still being written."""
        return [outcome for outcome in self.outcomes if outcome.held_back()]

    def as_json(self) -> dict[str, Any]:
        """Return the account as it is written beside the report."""
        return {
            "run_id": self.run_id,
            "state": self.state,
            "started_at": self.started_at,
            "finished_at": self.finished_at,
            "pipeline_version": self.pipeline_version,
            "counts": self.counts(),
            "adds_up": self.adds_up(),
            "documents": [
                {name: value for name, value in asdict(outcome).items() if value is not None}
                for outcome in self.outcomes
            ],
        }


def count(outcomes: Iterable[Outcome]) -> dict[str, int]:
    """Return the number of each outcome, those that did not occur too."""
    found = Counter(outcome.outcome for outcome in outcomes)
    return {name: found[name] for name in (*OUTCOMES, WAITING)}


class Listener:
    """Hears of a run as it goes; this one keeps quiet. Called from one thread at a time, but for `stops`."""

    def begins(self, found: int) -> None:
        """Hear how many files were found."""

    def waits(self, holder: str) -> None:
        """Hear that the run waits for another one in the same store, and which process that is."""

    def rests(self, files: int) -> None:
        """Hear that the run waits for files that were written to just now."""

    def shares(self, others: Sequence[str]) -> None:
        """Hear of the other runs that are under way in the same store."""

    def works(self, efforts: Mapping[str, Effort]) -> None:
        """Hear which files are to be read, and how long each will take, by and large.

        It is said a second time where more files are to be read in the end.
        """

    def takes(self, path: str) -> None:
        """Hear that a file is being read from now on."""

    def settled(self, outcome: Outcome) -> None:
        """Hear what became of a file."""

    def stops(self) -> None:
        """Hear that the run was asked to end before its time."""
