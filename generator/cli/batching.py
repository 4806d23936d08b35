"""`batch`: many trips, watched by a bar on a terminal and by plain lines elsewhere."""

from __future__ import annotations

import shlex
import sys
import time
from collections.abc import Callable
from dataclasses import field
from pathlib import Path
from typing import Any

import click

from generator.batch.journal import Tally
from generator.batch.order import Order
from generator.batch.processes import Limits
from generator.batch.result import Result, State
from generator.batch.run import Plan, run
from generator.batch.summary import DATA, MANIFEST, PAGE
from generator.cli.reporting import Outcome, shorter
from generator.cli.words import Run
from generator.errors import N_, ExitCode, Fault, Language, Message, Place, Severity, UsageError, fault
from generator.frozen import dataclass
from generator.settings import PREFIX

TOLD = 1000
"""How many faults are told on a terminal or in JSON; the summary has all of them."""

COUNTS = N_("Trips: {trips}. Done: {done}. Failed: {failed}. Left out: {left_out}.")
KEPT = N_("Already there and the same: {kept}.")
_STATES = {State.DONE: N_("done"), State.FAILED: N_("failed"), State.LEFT_OUT: N_("left out")}


def made(sources: tuple[str, ...], asked: Run) -> Outcome:
    """Make the reports of all trips of the sources, and return how it went."""
    paths = [Path(one) for one in sources]
    missing = [one for one in paths if not one.exists()]
    if missing:
        raise UsageError([fault("source.missing", Place(str(one)), value=str(one)) for one in missing])
    plan = _plan(paths, asked)
    watch = _watch(asked)
    try:
        return _outcome(plan, run(plan, watch), watch.faults)
    except KeyboardInterrupt:
        return Outcome(ExitCode.INTERRUPTED, faults=(*watch.faults, _interrupted(asked, watch.done)))
    finally:
        watch.end()


def _plan(paths: list[Path], asked: Run) -> Plan:
    settings = asked.settings
    environ = {name: value for name, value in asked.environ.items() if name.startswith(PREFIX)}
    order = Order(
        name=settings.name,
        resume=settings.resume,
        only=frozenset(settings.only),
        found_by=(asked.typed, environ),
    )
    return Plan(
        paths,
        order,
        settings.output,
        settings.lang,
        settings.jobs,
        Limits(settings.time_limit, settings.memory_limit),
        settings.fail_fast,
        settings.zip,
        settings.scheduler,
        settings.fresh_photos,
    )


def _outcome(plan: Plan, tally: Tally, faults: list[Fault]) -> Outcome:
    absent = [fault("batch.only", Place(field="--only"), value=one) for one in plan.order.only - tally.ids]
    files = [
        plan.output / PAGE,
        plan.output / DATA,
        plan.output / MANIFEST,
        *([plan.zip] if plan.zip else []),
    ]
    counts = tally.counts()
    kept = [Message(KEPT, {"kept": tally.kept})] if tally.kept else []
    paths = [shorter(path) for path in files]
    return Outcome(
        ExitCode.BATCH if counts["failed"] or absent else ExitCode.OK,
        files=tuple({"path": path} for path in paths),
        faults=(*faults, *absent),
        said=(Message(COUNTS, counts), *kept, *(Message("{path}", {"path": path}) for path in paths)),
        more={"batch": {"counts": counts, "kept": tally.kept, "spent": tally.sums()}},
    )


def _interrupted(asked: Run, done: int) -> Fault:
    """Return the fault that says how to go on."""
    words = [*asked.words, *(["--resume"] if not asked.settings.resume else [])]
    return fault("batch.interrupted", done=done, command=shlex.join(["parskats", *words]))


# -- who watches ----------------------------------------------------------------------------------
@dataclass(slots=True)
class Silent:
    """Watches and says nothing: notes the first faults, and how many trips are done."""

    translate: Language
    seen: int = 0
    done: int = 0
    failed: int = 0
    faults: list[Fault] = field(default_factory=list)

    def begin(self, count: Callable[[], int]) -> None:
        """Begin to watch."""

    def see(self, result: Result) -> None:
        """Note what became of a trip."""
        self.seen += 1
        self.done += result.state is State.DONE
        if result.state is State.FAILED:
            self.failed += 1
            errors = (one for one in result.faults if one.severity is Severity.ERROR)
            self.faults += [one for one, _ in zip(errors, range(TOLD - len(self.faults)), strict=False)]

    def end(self) -> None:
        """Stop watching."""


class Lines(Silent):
    """Says a line for every trip: for logs, and for those who cannot see a bar."""

    def see(self, result: Result) -> None:
        """Say what became of a trip."""
        super().see(result)
        state = self.translate(_STATES[result.state])
        click.echo(f"{self.seen}. {result.source}: {state}", err=True)


class Bar(Silent):
    """Shows a bar with the rate, the time that is left and the trips that failed."""

    _bar: Any = None
    _start = 0.0

    def begin(self, count: Callable[[], int]) -> None:
        """Show the bar; the trips are counted first."""
        self._start = time.monotonic()
        self._bar = click.progressbar(
            length=count(), show_pos=True, item_show_func=self._told, file=sys.stderr, update_min_steps=1
        )
        self._bar.render_progress()

    def _told(self, _: object) -> str:
        rate = self.seen / max(time.monotonic() - self._start, 0.001)
        said = Message(
            N_("{rate} a second, failed: {failed}"), {"rate": f"{rate:.1f}", "failed": self.failed}
        )
        return said.sentence(self.translate)

    def see(self, result: Result) -> None:
        """Move the bar on."""
        super().see(result)
        self._bar.update(1, result)

    def end(self) -> None:
        """Leave the bar as it is."""
        if self._bar is not None:
            self._bar.render_finish()


def _watch(asked: Run) -> Silent:
    settings = asked.settings
    if settings.json or settings.quiet:
        return Silent(asked.translate)
    return (Bar if sys.stderr.isatty() else Lines)(asked.translate)
