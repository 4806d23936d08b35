"""Uploads: given, looked through, taken over or forgotten; and the workbooks of the folder."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Final
from urllib.parse import quote, urlencode

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from generator.errors import BadValue, DataError, Fault, OutputError, ParskatsError, Place, fault
from generator.frozen import dataclass
from generator.web.crew import Lost
from generator.web.desk import Desk, desk_of
from generator.web.pages import render
from generator.web.store import NotThere
from generator.web.store.places import TRIPS
from generator.web.uploads import (
    MAX_BYTES,
    MAX_FILES,
    Examination,
    Kind,
    Upload,
    annotated_copy,
    examined,
    put,
    trip_files,
    workbook_key,
)
from generator.web.uploads.examining import Told
from generator.web.views import start
from generator.web.words import language_of

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Group:
    """Faults that stand in one sheet, or in one file that has none."""

    title: str
    sheet: bool
    told: Sequence[Told]


# -- giving ---------------------------------------------------------------------------------------
async def receive(request: Request) -> Response:
    """Keep the files aside that a person gives, and lead to the first one."""
    desk = desk_of(request)
    kept: list[Upload] = []
    faults: list[Fault] = []
    async with request.form(max_files=MAX_FILES, max_fields=10) as form:
        for one in form.getlist("file"):
            if isinstance(one, UploadFile) and (one.filename or one.size):
                try:
                    content = await one.read(MAX_BYTES + 1)
                    kept.append(await run_in_threadpool(desk.shelf.keep, one.filename or "", content))
                except BadValue as bad:
                    faults.append(bad.fault)
    if not kept and not faults:
        faults.append(fault("upload.none"))
    if faults:
        return await run_in_threadpool(start.page, request, unkept=tuple(faults))
    return RedirectResponse(f"/upload/{kept[0].id}" if len(kept) == 1 else "/#uploads", 303)


async def look(request: Request) -> Response:
    """Keep a copy of a workbook of the folder aside, and lead to it."""
    desk = desk_of(request)
    kept = await run_in_threadpool(_copied, desk, request.path_params["key"])
    return RedirectResponse(f"/upload/{kept.id}", 303)


def _copied(desk: Desk, key: str) -> Upload:
    path = desk.folder.path(key)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except OSError as error:
        raise DataError([fault("file.unreadable", Place(key), value=key, reason=error.strerror)]) from error
    try:
        return desk.shelf.keep(path.name, content)
    except BadValue as bad:
        raise DataError([bad.fault.at(Place(key))]) from None


# -- looking through ------------------------------------------------------------------------------
async def show(request: Request) -> Response:
    """Show what an upload holds, its faults, and what would be taken over."""
    return await _shown(request, _upload(request))


async def _shown(
    request: Request, upload: Upload, refused: tuple[Fault, ...] = (), status: int = 200
) -> Response:
    try:
        found = await _examined(desk_of(request), upload)
    except Lost as lost:
        found = Examination(told=tuple(map(Told, lost.faults)), errors=len(lost.faults))
    desk = desk_of(request)
    book = workbook_key(upload) if upload.kind is Kind.WORKBOOK and found.readable else ""
    return render(
        request,
        "upload.html",
        status,
        upload=upload,
        found=found,
        groups=groups(found.told),
        there=frozenset(one.key for one in found.entries if _is_there(desk, one.key)),
        book=book,
        book_there=_is_there(desk, book),
        refused=refused,
        here=f"/upload/{upload.id}",
    )


def _is_there(desk: Desk, key: str) -> bool:
    """Return whether the folder has a file already where one would be put."""
    with suppress(NotThere):
        return desk.folder.inside(key).exists()
    return False


async def _examined(desk: Desk, upload: Upload) -> Examination:
    """Return what was found in an upload; it is looked through once."""
    known = desk.examined.get(upload.id)
    if known is None:
        style = desk.settings(desk.folder.root).latvian
        known = await desk.crew.run(examined, upload, desk.folder.root, style)
        while len(desk.examined) >= MAX_FILES:
            desk.examined.pop(next(iter(desk.examined)), None)
        desk.examined[upload.id] = known
    return known


def groups(told: Sequence[Told]) -> list[Group]:
    """Return faults by their sheets, in the order of the sheets; what has no sheet comes first."""
    found: dict[tuple[str, str], list[Told]] = {}
    for one in told:
        place = one.fault.place
        found.setdefault((place.sheet, "" if place.sheet else place.file), []).append(one)
    return [
        Group(sheet or file, bool(sheet), those)
        for (sheet, file), those in sorted(found.items(), key=lambda one: bool(one[0][0]))
    ]


async def annotated(request: Request) -> Response:
    """Give a copy of a workbook in which every fault stands at its cell."""
    desk, upload = desk_of(request), _upload(request)
    style = desk.settings(desk.folder.root).latvian
    lang = language_of(request)
    try:
        content = await desk.crew.run(annotated_copy, upload, desk.folder.root, style, lang)
    except BadValue as bad:
        raise DataError([bad.fault.at(Place(upload.name))]) from None
    named = f"attachment; filename*=UTF-8''{quote(f'{upload.stem}-piezimes.xlsx')}"
    return Response(content, media_type=_XLSX, headers={"Content-Disposition": named})


async def workbook(request: Request) -> Response:
    """Say of a workbook of the folder how many trips and faults it has: a part of the first page."""
    desk, key = desk_of(request), request.path_params["key"]
    path = desk.folder.path(key)
    upload = Upload(_signature(key, path.stat().st_mtime_ns), path.name, Kind.WORKBOOK, path)
    try:
        found = await _examined(desk, upload)
    except Lost as lost:
        found = Examination(told=tuple(map(Told, lost.faults)), errors=1)
    return render(request, "_workbook.html", found=found)


def _signature(key: str, changed: int) -> str:
    return f"{key}:{changed}"


# -- taking over, or forgetting -------------------------------------------------------------------
async def take(request: Request) -> Response:
    """Take an upload over: a workbook as it is, or chosen trips."""
    desk, upload = desk_of(request), _upload(request)
    async with request.form(max_files=0, max_fields=2000) as form:
        whole, chosen = form.get("as") == "workbook", frozenset(map(str, form.getlist("trip[]")))
    try:
        keys = await _taken(desk, upload, whole, chosen)
    except ParskatsError as error:
        return await _shown(request, upload, error.faults, 409 if isinstance(error, OutputError) else 422)
    await run_in_threadpool(_forget, desk, upload)
    trips = [key for key in keys if key in chosen]
    if len(trips) == 1 and trips[0].endswith(TRIPS):
        return RedirectResponse(f"/trip/{quote(trips[0])}", 303)
    said = {"done": "taken", "count": len(trips)} if trips else {"done": "kept", "about": keys[0]}
    return RedirectResponse(f"/?{urlencode(said)}", 303)


async def _taken(desk: Desk, upload: Upload, whole: bool, chosen: frozenset[str]) -> list[str]:
    """Write the files of an upload into the folder, and return their keys; raises ParskatsError."""
    if whole:
        if not (await _examined(desk, upload)).readable:
            raise DataError([fault("upload.unreadable")])
        content = await run_in_threadpool(upload.path.read_bytes)
        return await run_in_threadpool(put, desk.folder, {workbook_key(upload): content})
    style = desk.settings(desk.folder.root).latvian
    files = await desk.crew.run(trip_files, upload, desk.folder.root, style, chosen) if chosen else {}
    if not files:
        raise DataError([fault("upload.nothing")])
    return await run_in_threadpool(put, desk.folder, files)


async def drop(request: Request) -> Response:
    """Forget an upload."""
    await run_in_threadpool(_forget, desk_of(request), _upload(request))
    return RedirectResponse("/?done=dropped", 303)


def _forget(desk: Desk, upload: Upload) -> None:
    desk.shelf.drop(upload)
    desk.examined.pop(upload.id, None)


def _upload(request: Request) -> Upload:
    return desk_of(request).shelf.get(request.path_params["id"])
