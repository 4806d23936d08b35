"""The form of a trip or a project: shown, changed, taken back."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from http import HTTPStatus
from pathlib import Path
from textwrap import shorten
from typing import Any
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator.errors import DataError
from generator.model import Trip
from generator.tripfiles import yaml_file
from generator.tripfiles.content import holder
from generator.web.desk import Desk, desk_of
from generator.web.forms.changes import changes_of
from generator.web.forms.fields import id_of
from generator.web.forms.look import Look, look, record_name
from generator.web.forms.nodes import Box, Form, Table
from generator.web.forms.suggestions import positions, rates
from generator.web.pages import is_fragment, render
from generator.web.store import NotThere
from generator.web.store.drafts import Changed, Draft, Drafts, refuse_other
from generator.web.views.preview import panel
from generator.web.words import words_of

_LONGEST = 80
MOST_FIELDS = 20_000
"""How many fields a form may have."""
Posted = Sequence[tuple[str, str]]


def page(request: Request) -> Response:
    """Show the form of a file, or why it has none."""
    key = request.path_params["key"]
    gone = request.query_params.get("gone", "")
    seen = looked(desk_of(request), key)
    return shown(request, seen, gone=gone if gone.isdecimal() else "")


async def change(request: Request) -> Response:
    """Make the changes of a form that is sent back."""
    posted = await posted_by(request)
    key = request.path_params["key"]
    section = dict(posted).get("section", "")
    return await answer(request, lambda: changed(desk_of(request), key, posted), acted_on(posted), section)


async def undo(request: Request) -> Response:
    """Take the last change back."""
    return await _exchanged(request, Drafts.undo)


async def redo(request: Request) -> Response:
    """Make the change again that was taken back last."""
    return await _exchanged(request, Drafts.redo)


async def _exchanged(request: Request, exchange: Callable[[Drafts, str, str], Draft]) -> Response:
    seen = dict(await posted_by(request)).get("version", "")
    drafts, key = Drafts(desk_of(request).folder), request.path_params["key"]
    return await answer(request, lambda: exchange(drafts, key, seen), None)


async def posted_by(request: Request) -> Posted:
    """Return the texts of a form that is sent."""
    async with request.form(max_files=0, max_fields=MOST_FIELDS) as form:
        return [(name, value) for name, value in form.multi_items() if isinstance(value, str)]


def changed(desk: Desk, key: str, posted: Posted) -> Draft:
    """Return a draft with the changes of a form; raises as `Drafts.save` and `changes_of` do."""
    drafts, seen = Drafts(desk.folder), dict(posted).get("version", "")
    draft = drafts.of(key)
    refuse_other(draft, seen)
    content = yaml_file.read(draft.content, draft.name)
    if content.data is None:
        raise DataError(content.faults)
    changes = changes_of(posted, content.data, draft.root)
    return drafts.save(key, seen, changes) if changes else draft


def acted_on(posted: Posted) -> tuple[str, str]:
    """Return what was done to a list and to which path: `add`, `remove`, `move` or `none`; else nothing."""
    found = ((name, value) for name, value in posted if name in ("add", "remove", "move", "none"))
    return next(found, ("", ""))


# -- answers ----------------------------------------------------------------------------------------
async def answer(
    request: Request, make: Callable[[], Draft], action: tuple[str, str] | None, section: str = ""
) -> Response:
    """Return the answer to a change: what is new of the page, or the way back to the section of it.

    `action` is what was done to a list; None when anything may have changed.
    """
    try:
        draft = await run_in_threadpool(make)
    except Changed:
        return await run_in_threadpool(_refused, request)
    if not is_fragment(request):
        return _way_back(draft, section)
    return await run_in_threadpool(_news, request, draft, action)


def _refused(request: Request) -> Response:
    """Say that the file is another version, and where it can be loaded again."""
    name = "_changed.html" if is_fragment(request) else "changed.html"
    return render(request, name, HTTPStatus.CONFLICT, key=request.path_params["key"])


def _way_back(draft: Draft, section: str) -> Response:
    """Lead back to the form, to the section that was changed."""
    gone = f"?gone={len(draft.lost)}" if draft.lost else ""
    there = f"#s-{quote(section)}" if section else ""
    return RedirectResponse(f"/trip/{quote(draft.key)}{gone}{there}", 303)


def _news(request: Request, draft: Draft, action: tuple[str, str] | None) -> Response:
    """Return the parts of the page that may have changed, but no field in which somebody may be typing."""
    seen = looked(desk_of(request), draft.key, draft)
    if seen.form is None:
        return render(request, "_unreadable.html", HTTPStatus.UNPROCESSABLE_ENTITY, look=seen)
    done, value = action or ("", "")
    more = {
        "whole": action is None,
        "anew": seen.form.chapter(value) if done else None,
        "focus": _focus(seen.form, done, value) if done else "",
        "saved": time.strftime("%H.%M"),
    }
    return render(request, "_answer.html", **{**values(request, seen), **more})


def shown(request: Request, seen: Look, **more: object) -> Response:
    """Return the page of a file."""
    given = values(request, seen)
    if seen.form is None:
        return render(request, "broken.html", HTTPStatus.UNPROCESSABLE_ENTITY, **given)
    beside = panel(request, seen.draft.key) if seen.draft.root is Trip else None
    return render(request, "trip.html", **{**given, "panel": beside, **more})


def values(request: Request, seen: Look) -> dict[str, Any]:
    """Return what the templates of a file need."""
    desk, words, key = desk_of(request), words_of(request), seen.draft.key
    path = desk.folder.path(key)
    return {
        "key": key,
        "draft": seen.draft,
        "look": seen,
        "form": seen.form,
        "name": name_of(seen),
        "holds": record_name(seen.draft.root),
        "linked": lambda text: _key_of(desk, path, text),
        "sizes": seen.pictures,
        "positions": positions(seen.data or {}),
        "rates": rates(seen.sound, words.language),
        "at": "form",
        "panel": None,
        "saved": "",
        "gone": "",
    }


def looked(desk: Desk, key: str, draft: Draft | None = None) -> Look:
    """Return what is seen of a file; raises NotThere, DataError or UsageError."""
    path = desk.folder.path(key)
    style = desk.settings(path.parent).latvian
    return look(draft or Drafts(desk.folder).of(key), path, desk.folder.root, style)


def name_of(seen: Look) -> str:
    """Return what a trip or a project is called: its destination or its title, else its id or its file."""
    data: Any = seen.data or {}
    found = data.get("title")
    if seen.draft.root is Trip:
        for step in ("journey", "destination", "name"):
            data = data.get(step) if isinstance(data, dict) else None
        found = data
    named = (found, (seen.data or {}).get("id"), seen.draft.key)
    name = next(one for one in named if isinstance(one, str) and one.strip())
    return shorten(name, _LONGEST, placeholder=" …")


def _key_of(desk: Desk, path: Path, text: str) -> str:
    """Return the key of a file that is named in another one; empty when nothing is there."""
    named = (path.parent / text.strip().replace("\\", "/")).absolute()
    try:
        key = desk.folder.key(Path(*_without_ups(named.parts)))
        desk.folder.path(key)
    except (NotThere, ValueError):
        return ""
    return key


def _without_ups(parts: Sequence[str]) -> list[str]:
    """Return the parts of a path with each `..` taking away the one before it."""
    kept: list[str] = []
    for part in parts:
        kept = kept[:-1] if part == ".." else [*kept, part]
    return kept


# -- where the person goes on -----------------------------------------------------------------------
def _focus(form: Form, done: str, value: str) -> str:
    """Return the id of the element in which the person goes on after a change of a list."""
    if done == "add":
        path = value.removesuffix("{}")
        table = form.nodes.get(path)
        last = len(table.rows) - 1 if isinstance(table, Table) else 0
        return _first_box(form, f"{path}[{last}]")
    if done == "photo":
        return _first_empty(form, value if value.endswith("]") else holder(value) or value)
    if done == "move":
        path, _, to = value.rpartition(":")
        down = int(path.rpartition("[")[2].removesuffix("]")) < int(to)
        return ("down" if down else "up") + id_of(f"{holder(path)}[{to}]")[1:]
    if done == "remove" and value in form.nodes:
        return _first_box(form, value)
    return "a" + id_of(holder(value) if done == "remove" else value)[1:]


def _first_empty(form: Form, path: str) -> str:
    """Return the id of the first input at a path, or in its last row, that has no text yet."""
    node = form.nodes.get(path)
    if isinstance(node, Table) and node.rows:
        node = node.rows[-1]
    boxes = (one.id for one in node.walk() if isinstance(one, Box) and not one.text) if node else iter(())
    return next(boxes, "")


def _first_box(form: Form, path: str) -> str:
    """Return the id of the first input at a path."""
    node = form.nodes.get(path)
    boxes = (one.id for one in node.walk() if isinstance(one, Box)) if node else iter(())
    return next(boxes, id_of(path))
