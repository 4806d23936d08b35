"""What became of every trip of the last season: a summary, the files of it, and all of them as one ZIP."""

from __future__ import annotations

import io
import json
import os
import zipfile
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from starlette.requests import Request
from starlette.responses import FileResponse, Response, StreamingResponse

from generator import manifest, pipeline
from generator.batch.summary import DATA
from generator.batch.zipped import add_entry
from generator.errors import DataError, ParskatsError
from generator.manifest import Listed
from generator.model import Trip
from generator.portable import is_portable
from generator.settings import template_folders
from generator.web.desk import Desk, desk_of
from generator.web.forms.fields import id_of, titles_of
from generator.web.pages import render
from generator.web.store import NotThere
from generator.web.views.downloads import TYPES, attachment
from generator.web.views.season import source_of

SHOWN: Final = 1000
"""How many trips the summary shows."""


def page(request: Request) -> Response:
    """Show what became of every trip of the last season that came to its end."""
    desk = desk_of(request)
    found, titles = _stored(desk), _titles(desk)
    try:
        trips = [_Row.of(desk, one, titles) for one in found["trips"][:SHOWN]]
        values: dict[str, Any] = {"counts": dict(found["counts"]), "complete": bool(found["complete"])}
    except (ValueError, KeyError, TypeError, AttributeError):
        raise NotThere(DATA) from None
    root, output = desk.folder.root, _output(desk)
    folder = output.relative_to(root).as_posix() if output.is_relative_to(root) else output.name
    more = len(found["trips"]) > SHOWN
    values |= {"trips": trips, "folder_of": folder, "more": more, "shown": SHOWN, "id_of": id_of}
    return render(request, "summary.html", **values)


def _stored(desk: Desk) -> dict[str, Any]:
    """Return the summary as the season has left it; raises NotThere."""
    try:
        found = json.loads((_output(desk) / DATA).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        raise NotThere(DATA) from None
    if not isinstance(found, dict) or not isinstance(found.get("trips"), list):
        raise NotThere(DATA)
    return found


def _output(desk: Desk) -> Path:
    return desk.settings(desk.folder.root).output


def _titles(desk: Desk) -> dict[str, str]:
    """Return what the kinds of document are called; nothing when the templates do not tell."""
    with suppress(ParskatsError):
        root = desk.folder.root
        kinds = pipeline.kinds_in(template_folders(desk.settings(root), (root,)))
        return {kind.name: kind.title for kind in kinds}
    return {}


@dataclass(frozen=True, slots=True)
class _Made:
    """A document that was made of a trip: its title, and the name and format of each of its files."""

    title: str
    files: Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class _Fault:
    """What is wrong with a trip and how to mend it, and the field or the cell that it is about."""

    field: str
    cell: str
    sentence: str
    hint: str

    @property
    def titles(self) -> list[tuple[str, int]]:
        """The titles of the field and of what holds it."""
        return titles_of(self.field, Trip)


@dataclass(frozen=True, slots=True)
class _Row:
    """A trip of the summary: the key of its file, its id, how it ended, its documents and faults."""

    key: str
    inside: str
    id: str
    state: str
    folder: str
    pages: int
    documents: Sequence[_Made]
    faults: Sequence[_Fault]

    @property
    def has_form(self) -> bool:
        """Whether the trip has a file of its own, which the page can edit."""
        return bool(self.key) and not self.inside

    @classmethod
    def of(cls, desk: Desk, stored: Mapping[str, Any], titles: Mapping[str, str]) -> _Row:
        key, inside = source_of(desk, str(stored["source"]))
        faults = [_fault(desk, one) for one in stored["faults"] if one["severity"] == "error"]
        documents = _documents(stored["files"], titles)
        state = str(stored["state"]) if stored["state"] in ("done", "failed", "left-out") else "failed"
        id, folder, pages = str(stored["id"]), str(stored["folder"]), int(stored["pages"])
        return cls(key, inside, id, state, folder, pages, documents, faults)


def _documents(files: Sequence[Mapping[str, Any]], titles: Mapping[str, str]) -> list[_Made]:
    """Return the files of a trip by their documents."""
    found: dict[str, list[tuple[str, str]]] = {}
    for one in files:
        found.setdefault(str(one["document"]), []).append((str(one["name"]), str(one["format"]).upper()))
    return [_Made(titles.get(name, name), those) for name, those in found.items()]


def _fault(desk: Desk, stored: Mapping[str, Any]) -> _Fault:
    place = stored["place"]
    cell = f"{place['sheet']}!{place['cell']}" if place.get("sheet") else ""
    sentence, hint = (desk.folder.told(str(stored[name])) for name in ("sentence", "hint"))
    return _Fault(str(place["field"]), cell, sentence, hint)


# -- files ----------------------------------------------------------------------------------------
def file(request: Request) -> Response:
    """Give a file of the folder of results that its manifest lists; nothing else in it can be had."""
    folder, name = request.path_params["folder"], request.path_params["name"]
    for one, path in _made_in(_output(desk_of(request)), folder):
        if one.name == name:
            media = TYPES.get(one.format, "application/octet-stream")
            headers = attachment(f"{folder}-{name}")
            return FileResponse(path, media_type=media, headers=headers)
    raise NotThere(name)


def archive(request: Request) -> Response:
    """Give every document of the last season as one ZIP, each trip in a folder; raises NotThere for none."""
    desk = desk_of(request)
    output = _output(desk)
    folders = dict.fromkeys(
        str(one.get("folder", "")) for one in _stored(desk)["trips"] if isinstance(one, dict)
    )
    files = {f"{folder}/{one.name}": path for folder in folders for one, path in _made_in(output, folder)}
    if not files:
        raise NotThere(DATA)
    headers = attachment(f"{output.name}.zip")
    return StreamingResponse(packed(files), media_type=TYPES["zip"], headers=headers)


def _made_in(output: Path, folder: str) -> Iterator[tuple[Listed, Path]]:
    """Yield the files of a trip that its manifest lists and that are there; no link leads out."""
    if not is_portable(folder) or folder.startswith("."):
        return
    with suppress(DataError):
        for one in manifest.read_manifest(output / folder).files:
            path = output / folder / one.name
            real = Path(os.path.realpath(path))
            if real.is_file() and real.is_relative_to(os.path.realpath(output)):
                yield one, path


def packed(files: Mapping[str, Path]) -> Iterator[bytes]:
    """Yield a ZIP of files by their names in it, a file at a time: a season may be larger than memory.

    A file that is removed meanwhile is left out.
    """
    pipe = _Pipe()
    with zipfile.ZipFile(pipe, "w") as archive:
        for name, path in files.items():
            with suppress(FileNotFoundError), path.open("rb") as file:
                add_entry(archive, name, file)
            yield pipe.taken()
    yield pipe.taken()


class _Pipe(io.RawIOBase):
    """What a ZIP is written into, and taken out of as it grows."""

    def __init__(self) -> None:
        super().__init__()
        self._written: list[bytes] = []

    def write(self, data: Any) -> int:
        """Keep what is written until it is taken."""
        self._written.append(bytes(data))
        return len(data)

    def taken(self) -> bytes:
        """Return what was written since it was taken last."""
        written, self._written = b"".join(self._written), []
        return written
