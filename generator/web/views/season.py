"""The season: which trips, and how far they are."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse

from generator import pipeline
from generator.batch.order import Order
from generator.batch.processes import Limits
from generator.batch.run import Plan
from generator.batch.summary import DATA
from generator.errors import UsageError, fault
from generator.model import Trip
from generator.settings import FORMATS, Settings, template_folders
from generator.web.desk import Desk, desk_of
from generator.web.forms.fields import id_of, titles_of
from generator.web.pages import render, text
from generator.web.seasons import TOLD, Progress, Stage
from generator.web.store import NotThere
from generator.web.store.cards import State
from generator.web.store.listing import listed
from generator.web.views.start import cards_in_time
from generator.web.words import language_of

_MOST: Final = 2000
_EVERY: Final = 0.3
_ALIVE: Final = 3.0


def home(request: Request) -> Response:
    """Show the season that runs; else what became of the last one, and the choice for another."""
    desk = desk_of(request)
    progress = desk.season.progress()
    settings = desk.settings(desk.folder.root)
    found = listed(desk.folder, settings.output)
    choice = None
    if not progress.stage.runs:
        cards = list(cards_in_time(desk, found.trips))
        book = request.query_params.get("workbook", "")
        choice = _Choice.of(cards, found.workbooks, settings, desk.folder.root, book)
    there = (settings.output / DATA).is_file()
    values = {"choice": choice, "summary": there}
    return render(request, "season.html", **values, **_values(desk, progress))


@dataclass(frozen=True, slots=True)
class _Choice:
    """What can be chosen for a season, and what is chosen at first: `book` alone when there is such one."""

    cards: Sequence[Any]
    workbooks: Sequence[str]
    kinds: Sequence[Any]
    formats: Sequence[str]
    documents: Sequence[str]
    wanted: Sequence[str]
    public: bool
    book: str

    @classmethod
    def of(
        cls, cards: Sequence[Any], workbooks: Sequence[str], settings: Settings, root: Path, book: str
    ) -> _Choice:
        kinds = pipeline.kinds_in(template_folders(settings, (root,)))
        default = tuple(kind.name for kind in kinds if kind.default)
        wanted = settings.document or default
        alone = book if book in workbooks else ""
        return cls(cards, workbooks, kinds, FORMATS, wanted, settings.format, settings.public, alone)

    def ready(self, card: Any) -> bool:
        """Whether a trip is chosen at first: it is not known to have a fault or to be sample data."""
        return not self.book and card.state in (State.READY, State.RENDERED, State.UNSEEN)


# -- what is done ---------------------------------------------------------------------------------
async def start(request: Request) -> Response:
    """Begin a season of the trips that were chosen."""
    async with request.form(max_files=0, max_fields=_MOST) as form:
        keys = [str(one) for name in ("trip[]", "workbook[]") for one in form.getlist(name)]
        words: dict[str, object] = {
            "format": tuple(map(str, form.getlist("format[]"))),
            "document": tuple(map(str, form.getlist("document[]"))),
            "public": form.get("public") == "yes",
        }
        resume = form.get("resume") == "yes"
    desk = desk_of(request)
    plan = await run_in_threadpool(_plan, desk, keys, words, resume, language_of(request))
    desk.season.start(plan)
    return RedirectResponse("/season", 303)


def _plan(desk: Desk, keys: Sequence[str], words: Mapping[str, object], resume: bool, lang: str) -> Plan:
    """Return the batch of a choice; raises NotThere, and UsageError when nothing is chosen."""
    if not keys:
        raise UsageError([fault("season.nothing")])
    sources = [desk.folder.path(key) for key in dict.fromkeys(keys)]
    settings = desk.settings(desk.folder.root)
    order = Order(
        name=settings.name,
        resume=resume,
        found_by=(_typed(words, settings, desk.folder.root), desk.environ),
        within=desk.folder.root,
    )
    limits = Limits(settings.time_limit, settings.memory_limit)
    return Plan(sources, order, settings.output, lang, settings.jobs, limits)


def _typed(words: Mapping[str, object], settings: Settings, root: Path) -> dict[str, object]:
    """Return what was chosen as words of a command line; the documents made by default need no word."""
    default = tuple(
        kind.name for kind in pipeline.kinds_in(template_folders(settings, (root,))) if kind.default
    )
    typed = dict(words)
    if settings.document is None and words["document"] in ((), default):
        typed["document"] = ()
    return typed


async def stop(request: Request) -> Response:
    """Stop the season; trips that are finished stay."""
    desk_of(request).season.stop()
    return RedirectResponse("/season", 303)


async def resume(request: Request) -> Response:
    """Go on with the season that was stopped."""
    desk_of(request).season.resume()
    return RedirectResponse("/season", 303)


# -- how far it is --------------------------------------------------------------------------------
async def events(request: Request) -> Response:
    """Tell how far the season is as server-sent events, the present state first; the last one is `end`."""
    return StreamingResponse(_told(request), media_type="text/event-stream")


async def _told(request: Request) -> AsyncIterator[str]:
    season = desk_of(request).season
    yield "retry: 1000\n\n"
    told, quiet = None, 0.0
    while True:
        progress = season.progress()
        if progress.change != told or quiet >= _ALIVE:
            told, quiet = progress.change, 0.0
            yield _event("progress", await run_in_threadpool(_fragment, request, progress))
        if not progress.stage.runs:
            yield _event("end", progress.stage)
            return
        await asyncio.sleep(_EVERY)
        quiet += _EVERY


def _event(name: str, data: str) -> str:
    lines = "".join(f"data: {line}\n" for line in data.splitlines())
    return f"event: {name}\n{lines}\n"


def _fragment(request: Request, progress: Progress) -> str:
    return text(request, "_progress.html", **_values(desk_of(request), progress))


def _values(desk: Desk, progress: Progress) -> dict[str, Any]:
    """Return what the fragment of the progress needs."""
    return {"progress": _shown(desk, progress), "told": TOLD, "id_of": id_of, "titles_of": _titles_of}


def _titles_of(path: str) -> list[tuple[str, int]]:
    return titles_of(path, Trip)


@dataclass(frozen=True, slots=True)
class _Shown:
    """Progress as a page shows it: its failed trips by the keys of their files."""

    now: Progress
    stage: Stage
    trips: Sequence[tuple[str, str, Any]]

    @property
    def minutes(self) -> int | None:
        """Whole minutes that are left, None when nothing can be said."""
        return None if self.now.left is None else round(self.now.left / 60)

    @property
    def seconds(self) -> int | None:
        """Seconds that are left, in steps of five; None when nothing can be said."""
        return None if self.now.left is None else max(round(self.now.left / 5) * 5, 5)


def _shown(desk: Desk, progress: Progress) -> _Shown:
    trips = [(*source_of(desk, one.source), one) for one in progress.trips]
    return _Shown(progress, progress.stage, trips)


def source_of(desk: Desk, source: str) -> tuple[str, str]:
    """Return the key of the file that a batch calls so, and what comes after it; no key for one elsewhere."""
    file, _, inside = source.rpartition(":")
    for path, rest in ((source, ""), (file, inside)):
        with suppress(NotThere, OSError, ValueError):
            return desk.folder.key(Path(path)), rest
    return "", desk.folder.told(source)
