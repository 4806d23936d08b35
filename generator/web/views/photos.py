"""Pictures of a trip or a project: taken in beside its file, and shown in the form as they are printed."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count
from pathlib import Path, PurePath
from typing import Final

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import Response

from generator.errors import BadValue, DataError, Place, fault
from generator.frozen import dataclass
from generator.images import MAX_BYTES
from generator.manifest import faults_of, write_file
from generator.portable import is_portable, slug
from generator.tripfiles import yaml_file
from generator.tripfiles.content import Data, steps_of
from generator.tripfiles.editing import Add, Change, Put
from generator.tripfiles.folder import Folder
from generator.web.desk import Desk, desk_of
from generator.web.forms.changes import changes_of, value_at
from generator.web.forms.fields import Field, Part, Rows, blank, part_at
from generator.web.store import NotThere
from generator.web.store.drafts import Draft, Drafts, refuse_other
from generator.web.thumbnails import suffix_of, thumbnail
from generator.web.views.trip import MOST_FIELDS, Posted, answer

MOST_FILES: Final = 50
"""How many pictures come at once."""
_FILE: Final = "file:"
_NAMELESS: Final = "attels"
_FILES_OF: Final = "file"


@dataclass(frozen=True, slots=True)
class Sent:
    """A picture that was sent: what its file is called, and its bytes."""

    name: str
    content: bytes


async def show(request: Request) -> Response:
    """Show the picture that a field names, small."""
    key, field = request.path_params["key"], request.query_params.get("field", "")
    desk = desk_of(request)
    try:
        data = await run_in_threadpool(_named, desk, key, field)
        content, media = await desk.crew.run(thumbnail, data)
    except BadValue:
        raise NotThere(field) from None
    return Response(content, media_type=media)


def _named(desk: Desk, key: str, field: str) -> bytes:
    """Return the bytes of the picture that a field names; raises NotThere and BadValue."""
    draft, path = Drafts(desk.folder).of(key), desk.folder.path(key)
    name = value_at(yaml_file.read(draft.content, draft.name).data or {}, field)
    part = part_at(steps_of(field), draft.root)
    if not isinstance(part, Field) or part.kind != _FILES_OF or not isinstance(name, str):
        raise NotThere(field)
    return Folder(path.parent, root=desk.folder.root).read(name, limit=MAX_BYTES)


async def upload(request: Request) -> Response:
    """Take in pictures for a field, or for a list that gets a row for each."""
    async with request.form(max_files=MOST_FILES, max_fields=MOST_FIELDS) as form:
        posted = [(name, value) for name, value in form.multi_items() if isinstance(value, str)]
        field = dict(posted).get("field", "")
        given = [one for one in form.getlist(_FILE + field) if isinstance(one, UploadFile) and one.filename]
        sent = [Sent(one.filename or "", await one.read()) for one in given]
    desk, key = desk_of(request), request.path_params["key"]
    pictures = [await _looked_over(desk, one, field) for one in sent]
    section = dict(posted).get("section", "")
    return await answer(request, lambda: _taken_in(desk, key, posted, pictures), ("photo", field), section)


async def _looked_over(desk: Desk, sent: Sent, field: str) -> Sent:
    """Return a picture with a safe name for its file; raises DataError for what is no picture."""
    try:
        suffix = await desk.crew.run(suffix_of, sent.content)
    except BadValue as bad:
        raise DataError([bad.fault.at(Place(sent.name, field=field))]) from None
    stem = slug(PurePath(sent.name.replace("\\", "/")).stem)
    usable = bool(stem) and is_portable(stem + suffix)
    return Sent((stem if usable else _NAMELESS) + suffix, sent.content)


def _taken_in(desk: Desk, key: str, posted: Posted, pictures: Sequence[Sent]) -> Draft:
    """Return a draft that names pictures, which have been put beside its file."""
    drafts, seen, field = Drafts(desk.folder), dict(posted).get("version", ""), dict(posted).get("field", "")
    draft = drafts.of(key)
    refuse_other(draft, seen)
    content = yaml_file.read(draft.content, draft.name)
    if content.data is None:
        raise DataError(content.faults)
    part = _place_for(field, draft)
    if not pictures:
        raise DataError([fault("photo.none", Place(field=field))])
    folder = desk.folder.path(key).parent
    names = [_put_beside(desk, folder, _home(field), one) for one in pictures]
    changes = [*changes_of(posted, content.data, draft.root), *_naming(part, field, names)]
    return drafts.save(key, seen, changes)


def _place_for(field: str, draft: Draft) -> Part:
    """Return the field or the list that can name a picture; raises DataError for anything else."""
    try:
        part = part_at(steps_of(field), draft.root)
    except BadValue:
        part = None
    is_file = isinstance(part, Field) and part.kind == _FILES_OF
    is_list = isinstance(part, Rows) and any(one.name == _FILES_OF for one in part.parts)
    if part is None or not (is_file or is_list) or (is_list and field.endswith("]")):
        raise DataError([fault("change.place", Place(field=field), path=field)])
    return part


def _naming(part: Part, field: str, names: Sequence[str]) -> list[Change]:
    """Return the changes by which a field, or new rows of a list, name pictures."""
    if isinstance(part, Field):
        return [Put(field, names[-1])]
    new = blank(part)
    row: Data = new if isinstance(new, dict) else {}
    return [Add(field, {**row, _FILES_OF: name}) for name in names]


def _home(field: str) -> str:
    """Return the folder for pictures of a field: that of their list."""
    lists = [step for step in steps_of(field) if isinstance(step, str) and step != _FILES_OF]
    return lists[-1]


def _put_beside(desk: Desk, folder: Path, home: str, picture: Sent) -> str:
    """Write a picture beside a file, never over another one, and return how the file names it.

    Raises NotThere for a folder that a link leads elsewhere, and OutputError.
    """
    stem, suffix = PurePath(picture.name).stem, PurePath(picture.name).suffix
    for number in count(1):
        name = f"{stem}{suffix}" if number == 1 else f"{stem}-{number}{suffix}"
        path = folder / home / name
        desk.folder.key(path)
        with faults_of(path):
            if path.exists() and path.read_bytes() != picture.content:
                continue
            path.parent.mkdir(exist_ok=True)
        write_file(path, picture.content)
        break
    return f"{home}/{name}"
