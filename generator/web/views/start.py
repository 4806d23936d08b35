"""The first page: the trips of the folder as cards, and the ways to begin."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import suppress
from pathlib import PurePosixPath
from typing import Final
from urllib.parse import quote, urlsplit

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, RedirectResponse, Response

from generator.errors import DataError, Fault, OutputError, ParskatsError, fault
from generator.messages import LANGUAGES
from generator.portable import slug
from generator.starting import copy_starter
from generator.web.desk import Desk, desk_of
from generator.web.pages import STATIC, render
from generator.web.store import NotThere
from generator.web.store.cards import Card, State
from generator.web.store.listing import listed
from generator.web.words import COOKIE

PATIENCE: Final = 1.0
"""Seconds in which cards are made before the page is shown; the others come when they are looked at."""
_YEAR = 365 * 24 * 60 * 60


def home(request: Request) -> Response:
    """Show what the folder holds, and what has just been done in it."""
    return page(request, done=_done(request))


def _done(request: Request) -> tuple[str, int, str]:
    """Return what has just been done, to how many, and to which file of the folder; nothing if nothing."""
    asked = request.query_params
    done, count, about = asked.get("done", ""), asked.get("count", ""), asked.get("about", "")
    if done == "kept":
        with suppress(NotThere):
            return done, 1, desk_of(request).folder.key(desk_of(request).folder.path(about))
    if done == "taken" and re.fullmatch("[1-9][0-9]{0,3}", count):
        return done, int(count), ""
    return ("dropped", 1, "") if done == "dropped" else ("", 0, "")


def page(
    request: Request,
    *,
    name: str = "",
    refused: tuple[Fault, ...] = (),
    unkept: tuple[Fault, ...] = (),
    done: tuple[str, int, str] = ("", 0, ""),
) -> Response:
    """Return the first page.

    `done` is what has just been done, to how many and to which file. `name` is that of a new trip
    which was refused, and `refused` why; `unkept` is why files that were given were not kept aside.
    """
    desk = desk_of(request)
    found = listed(desk.folder, desk.settings(desk.folder.root).output)
    cards = list(cards_in_time(desk, found.trips))
    return render(
        request,
        "start.html",
        422 if refused or unkept else 200,
        cards=cards,
        found=found,
        uploads=desk.shelf.all(),
        name=name,
        refused=refused,
        unkept=unkept,
        done=done[0],
        count=done[1],
        about=done[2],
    )


def cards_in_time(desk: Desk, keys: list[str]) -> Iterator[Card]:
    """Yield the cards of trips; when there is no more time to make one, one that says so."""
    until = time.monotonic() + PATIENCE
    for key in keys:
        with suppress(NotThere):  # it has just been removed
            known = desk.cards.known(desk.folder, key)
            if known is None and time.monotonic() > until:
                known = Card(key, PurePosixPath(key).parent.name, State.UNSEEN)
            yield known or desk.card(key)


def card(request: Request) -> Response:
    """Show the card of one trip: a part of the first page that was left for later."""
    return render(request, "_card.html", card=desk_of(request).card(request.path_params["key"]))


async def create(request: Request) -> Response:
    """Make a new trip from the starter, and lead to it."""
    async with request.form(max_files=0, max_fields=10) as form:
        name = str(form.get("name", "")).strip()
    try:
        key = await run_in_threadpool(_created, desk_of(request), name)
    except ParskatsError as error:
        return await run_in_threadpool(page, request, name=name, refused=error.faults)
    return RedirectResponse(f"/trip/{quote(key)}", 303)


def _created(desk: Desk, name: str) -> str:
    """Return the key of a new trip; raises DataError for an unusable name, OutputError for a taken one."""
    short = slug(name)
    if not short:
        raise DataError([fault("trip.name")])
    folder = desk.folder.inside(short)
    if folder.exists():
        raise OutputError([fault("trip.name-taken", name=short)])
    copy_starter(folder)
    return f"{short}/trip.yaml"


async def language(request: Request) -> Response:
    """Keep the language that a person chooses, and lead back to where she was."""
    async with request.form(max_files=0, max_fields=10) as form:
        lang, back = str(form.get("lang", "")), str(form.get("back", "/"))
    answer = RedirectResponse(_local(back), 303)
    if lang in LANGUAGES:
        answer.set_cookie(COOKIE, lang, max_age=_YEAR, httponly=True, samesite="strict", path="/")
    return answer


def _local(back: str) -> str:
    """Return a path of the page; what leads elsewhere becomes its start."""
    parts = urlsplit(back.replace("\\", "/"))
    return back if back.startswith("/") and not back.startswith(("//", "/\\")) and not parts.netloc else "/"


def icon(request: Request) -> Response:
    """Show the mark of the page for those who ask by its old name."""
    return FileResponse(STATIC / "icon.svg")
