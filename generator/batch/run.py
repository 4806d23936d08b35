"""A whole batch: sources in, a folder of reports out, with what people and machines need to know of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import field, replace
from pathlib import Path
from typing import Final, Protocol

from generator.batch.crews import crew_for
from generator.batch.journal import Journal, Tally
from generator.batch.order import Order
from generator.batch.places import placed
from generator.batch.processes import Limits
from generator.batch.result import Result, State
from generator.batch.sequence import in_order
from generator.batch.sources import items
from generator.batch.summary import remove_earlier, write_all
from generator.batch.work import work_folder
from generator.batch.zipped import refuse_others, write_zip
from generator.frozen import dataclass
from generator.messages import translator

AHEAD = 1000
"""How many trips may be finished and wait for one before them that takes long."""


PHOTOS: Final = ".parskats-photos"
"""The folder, among the results, of photos that were reduced once."""


class Watch(Protocol):
    """Whoever watches a batch."""

    def begin(self, count: Callable[[], int]) -> None:
        """The batch begins; `count` tells how many trips there are, which takes a walk over them."""

    def see(self, result: Result) -> None:
        """A trip is in its place, or has failed; trips come in the order of the sources."""


@dataclass(frozen=True, slots=True)
class Plan:
    """A batch: its sources, what is asked for every trip, and how it is run."""

    sources: Sequence[Path]
    order: Order
    output: Path
    lang: str = "lv"
    jobs: int | None = None
    limits: Limits = field(default_factory=Limits)
    fail_fast: bool = False
    zip: Path | None = None
    scheduler: str | None = None
    fresh_photos: bool = False


def run(plan: Plan, watch: Watch, stop: Future[None] | None = None) -> Tally:
    """Make every trip of a batch, and return the sums of it.

    Afterwards `plan.output` holds a folder for each finished trip, the summaries and the manifest.
    Interrupted, it holds what was finished till then, whole, and no summary. Raises OutputError when
    the folder cannot be written, or another batch works in it; UsageError for a cluster that cannot
    be used, before anything is changed, or is lost; and Stopped as soon as `stop` is done.
    """
    if plan.zip:
        refuse_others(plan.zip, plan.sources)
    with (
        work_folder(plan.output) as work,
        Journal(work / "journal.jsonl", translator(plan.lang)) as journal,
    ):
        complete = _make_all(plan, work, journal, watch, stop)
        write_all(journal, plan.output, work, lang=plan.lang, complete=complete)
        if plan.zip:
            write_zip(plan.zip, plan.output, journal)
        return journal.tally


def _make_all(plan: Plan, work: Path, journal: Journal, watch: Watch, stop: Future[None] | None) -> bool:
    """Make the trips; return whether all of them were tried."""
    photos = None if plan.fresh_photos else plan.output / PHOTOS
    order = replace(plan.order, output=plan.output, work=work, photos=photos)
    with crew_for(order, plan.scheduler, plan.jobs, plan.limits) as crew:
        remove_earlier(plan.output)
        watch.begin(lambda: sum(1 for _ in items(plan.sources, work)))
        for result in placed(in_order(items(plan.sources, work), crew, AHEAD, stop), plan.output):
            journal.add(result)
            watch.see(result)
            if plan.fail_fast and result.state is State.FAILED:
                return False
    return True
