"""The finished documents of a trip: as downloads, and written into the folder of results.

Both are made in the crew by the unit of work of a batch, so they are what `parskats render` makes.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, replace
from http import HTTPStatus
from io import BytesIO
from pathlib import Path
from typing import Final
from urllib.parse import quote

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator import manifest
from generator.batch.order import Order
from generator.batch.result import Result, State
from generator.batch.sources.item import Item, of_file
from generator.batch.unit import make
from generator.batch.zipped import add_entry
from generator.errors import DataError, Fault, Severity
from generator.manifest import Listed
from generator.portable import slug
from generator.web.desk import Desk, desk_of
from generator.web.pages import render
from generator.web.store import NotThere
from generator.web.store.cards import State as CardState
from generator.web.store.places import TRIPS
from generator.web.views.checks import finding_of
from generator.web.views.preview import draft_of
from generator.web.views.trip import looked, shown

FORMATS: Final = ("docx", "pdf")
"""What can be downloaded; a ZIP holds all of them."""
TYPES: Final = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
    "zip": "application/zip",
    "html": "text/html; charset=utf-8",
}


async def download(request: Request) -> Response:
    """Give a document of a trip, or all of them as a ZIP; without `what` show what can be had."""
    what, key = request.query_params.get("what", ""), request.path_params["key"]
    if not what:
        return await run_in_threadpool(_page, request, key)
    if what not in (*FORMATS, "zip"):
        raise NotThere(key)
    document = request.query_params.get("document", "")
    words = {"format": FORMATS if what == "zip" else (what,)} | (
        {"document": (document,)} if document else {}
    )
    item, order = await run_in_threadpool(_asked, desk_of(request), key, words)
    try:
        name, content = await desk_of(request).crew.run(finished, item, order, what)
    except DataError as error:
        return await run_in_threadpool(_page, request, key, error.faults)
    return attached(name, content, what)


def _asked(desk: Desk, key: str, words: Mapping[str, object]) -> tuple[Item, Order]:
    """Return a trip and what is asked for it; the words win over the settings, as those typed do."""
    path = desk.folder.path(key)
    if path.suffix.lower() not in TRIPS:
        raise NotThere(key)
    (item,) = of_file(path, str(path))
    return item, Order(found_by=(words, desk.environ), within=desk.folder.root)


def attached(name: str, content: bytes, kind: str) -> Response:
    """Return a file that the browser keeps, whatever it holds."""
    return Response(content, media_type=TYPES.get(kind, "application/octet-stream"), headers=attachment(name))


def attachment(name: str) -> dict[str, str]:
    """Return the headers with which a browser keeps a file under a name, and runs nothing in it."""
    disposition = f"attachment; filename*=UTF-8''{quote(name, safe='')}"
    return {"Content-Disposition": disposition, "Content-Security-Policy": "default-src 'none'; sandbox"}


# -- in the crew ----------------------------------------------------------------------------------
def finished(item: Item, order: Order, what: str) -> tuple[str, bytes]:
    """Return the name and the bytes of the one file that is asked for, or of the ZIP of all.

    Raises DataError with the faults of the trip.
    """
    made = _made(item, order)
    if what == "zip":
        return f"{made.id}.zip", zipped(made.id, made.contents)
    name = next(iter(made.contents))
    return f"{made.id}-{name}", made.contents[name]


def zipped(folder: str, contents: Mapping[str, bytes]) -> bytes:
    """Return files in a folder as one ZIP; the same files give the same bytes."""
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name in sorted(contents):
            add_entry(archive, f"{folder}/{name}", BytesIO(contents[name]))
    return out.getvalue()


def written(item: Item, order: Order) -> Result:
    """Write the documents of a trip into its folder of results; raises DataError with what stops it."""
    return _made(item, order)


def _made(item: Item, order: Order) -> Result:
    made = make(item, order)
    if made.state is not State.DONE:
        raise DataError(one for one in made.faults if one.severity is Severity.ERROR)
    return made


# -- the folder of results ------------------------------------------------------------------------
async def write(request: Request) -> Response:
    """Write the documents of a trip into the folder of results, as `parskats render` does."""
    desk, key = desk_of(request), request.path_params["key"]
    item, order = await run_in_threadpool(_asked, desk, key, {})
    settings = await run_in_threadpool(desk.settings, item.home)
    try:
        await desk.crew.run(written, item, replace(order, output=settings.output))
    except DataError as error:
        return await run_in_threadpool(_page, request, key, error.faults)
    return RedirectResponse(f"/download/{quote(key)}", 303)


@dataclass(frozen=True, slots=True)
class Made:
    """The documents of a trip in its folder of results: each with `changed` or `missing`, if it is."""

    files: tuple[tuple[Listed, str], ...]
    current: bool


def _page(request: Request, key: str, refused: Sequence[Fault] = ()) -> Response:
    """Show which documents can be downloaded, or why none; and which lie in the folder of results.

    `refused` is why a document that was asked for could not be made.
    """
    desk = desk_of(request)
    card = desk.card(key)
    seen = looked(desk, key)
    if seen.form is None:
        return shown(request, seen)
    errors = refused or [one for one in seen.told if one.severity is Severity.ERROR]
    results = desk.settings(desk.folder.path(key).parent).output / (slug(card.name) or "-")
    values = {
        "card": card,
        "documents": draft_of(desk, key).documents(),
        "formats": FORMATS,
        "made": _found(results, card.state is CardState.RENDERED),
        "to": _seen(desk, results),
        "findings": [finding_of(one, seen) for one in errors],
    }
    bar = {"key": key, "holds": "trip", "at": "documents"}
    status = HTTPStatus.UNPROCESSABLE_ENTITY if refused else HTTPStatus.OK
    return render(request, "downloads.html", status, **bar, **values)


def _found(folder: Path, current: bool) -> Made | None:
    """Return what lies in a folder of results, None when nothing of ours does."""
    with suppress(DataError, OSError):
        found = manifest.read_manifest(folder)
        changed = manifest.changed_files(found, folder)
        states = {True: "changed", False: "missing", None: ""}
        files = tuple((one, states[changed.get(one.name)]) for one in found.files)
        return Made(files, current and not changed)
    return None


def _seen(desk: Desk, folder: Path) -> str:
    """Return a folder as it is told to the person: seen from the one that is served, or by its name."""
    root = desk.folder.root
    return folder.relative_to(root).as_posix() if folder.is_relative_to(root) else folder.name
