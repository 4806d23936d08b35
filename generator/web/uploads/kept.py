"""The shelf: uploads kept aside in the page's own folder, each under a name of our making.

What a file is called decides nothing but how it is spoken of; what it is, its first bytes say.
"""

from __future__ import annotations

import json
import re
import secrets
import shutil
from contextlib import suppress
from enum import StrEnum
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Final

from generator.errors import BadValue, OutputError, Place, fault
from generator.frozen import dataclass
from generator.manifest import output_fault
from generator.portable import slug
from generator.web.store import NotThere, Store

MAX_BYTES: Final = 20_000_000
"""The largest file that is taken."""
MAX_FILES: Final = 50
"""How many files one request may bring, and how many are kept aside; the oldest make room."""

_SHELF: Final = "uploads"
_ABOUT: Final = "about.json"
_ID: Final = re.compile(r"[0-9a-f]{16}")
_NAMED: Final = 100
_SUFFIXED: Final = re.compile(r"\.(?:xlsx?|xlsm|ya?ml|json|zip)$", re.IGNORECASE)
_COMPOUND: Final = b"\xd0\xcf\x11\xe0"
_BOOK: Final = b"xl/workbook.xml"


class Kind(StrEnum):
    """What an upload is; the value is the suffix under which it is kept."""

    WORKBOOK = ".xlsx"
    YAML = ".yaml"
    JSON = ".json"
    ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file kept aside: `name` is how its owner calls it, for people only; `path` is ours."""

    id: str
    name: str
    kind: Kind
    path: Path

    @property
    def stem(self) -> str:
        """The name without its suffix, as it may stand for a file or folder."""
        return slug(_SUFFIXED.sub("", self.name), 60) or "ievietots"

    @property
    def scratch(self) -> Path:
        """The folder in which the upload may be unpacked."""
        return self.path.parent


@dataclass(frozen=True, slots=True)
class Shelf:
    """The uploads kept aside of a folder."""

    store: Store

    def keep(self, name: str, content: bytes) -> Upload:
        """Keep a file aside; raises BadValue `upload.empty`, `.large` or `.kind`, and OutputError."""
        told = _told(name)
        if len(content) > MAX_BYTES:
            raise BadValue("upload.large", name=told, limit=MAX_BYTES // 1_000_000)
        kind = kind_of(content, told)
        id = secrets.token_hex(8)
        try:
            self._make_room()
            folder = self.store.private(_SHELF, id)
            path = folder / f"upload{kind}"
            path.write_bytes(content)
            (folder / _ABOUT).write_text(json.dumps({"name": told, "kind": kind}), encoding="utf-8")
        except NotThere:
            raise OutputError([fault("output.not-folder", Place(_SHELF))]) from None
        except OSError as error:
            raise OutputError([output_fault(Path(_SHELF), error)]) from error
        return Upload(id, told, kind, path)

    def get(self, id: str) -> Upload:
        """Return an upload by its id; raises NotThere."""
        if not _ID.fullmatch(id):
            raise NotThere(id)
        try:
            folder = self.store.private(_SHELF) / id
            about = json.loads((folder / _ABOUT).read_text(encoding="utf-8"))
            kind = Kind(about["kind"])
            path = folder / f"upload{kind}"
            if path.is_symlink() or not path.is_file():
                raise NotThere(id)
            return Upload(id, str(about["name"]), kind, path)
        except (OSError, ValueError, KeyError, TypeError):
            raise NotThere(id) from None

    def all(self) -> list[Upload]:
        """Return what is kept aside, the latest first."""
        found = []
        for id in reversed(self._ids()):
            with suppress(NotThere):
                found.append(self.get(id))
        return found

    def drop(self, upload: Upload) -> None:
        """Forget an upload."""
        shutil.rmtree(upload.path.parent, ignore_errors=True)

    def _ids(self) -> list[str]:
        """Return the ids of what is kept aside, the oldest first."""
        with suppress(OSError, NotThere):
            folders = [one for one in self.store.private(_SHELF).iterdir() if _ID.fullmatch(one.name)]
            return [one.name for one in sorted(folders, key=lambda one: (one.lstat().st_mtime_ns, one.name))]
        return []

    def _make_room(self) -> None:
        """Forget the oldest, so that one more may be kept."""
        for id in self._ids()[: -MAX_FILES + 1]:
            shutil.rmtree(self.store.private(_SHELF) / id, ignore_errors=True)


def kind_of(content: bytes, name: str) -> Kind:
    """Return what the bytes of a file are; raises BadValue `upload.empty` or `upload.kind`.

    Workbooks of the old format and those with a password count as workbooks, to be told so.
    """
    if not content.strip():
        raise BadValue("upload.empty", name=name)
    if content.startswith(b"PK"):
        return Kind.WORKBOOK if _BOOK in content else Kind.ZIP
    if content.startswith(_COMPOUND):
        return Kind.WORKBOOK
    if content.startswith((b"\xff\xfe", b"\xfe\xff")):  # the reader tells of UTF-16 what to do
        return Kind.YAML
    if b"\0" in content or not _is_text(content):
        raise BadValue("upload.kind", name=name)
    return Kind.JSON if content.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"{") else Kind.YAML


def _is_text(content: bytes) -> bool:
    """Return whether bytes may be a text: one in an old encoding, too, of which the reader tells."""
    odd = sum(byte < 32 and byte not in (9, 10, 12, 13) for byte in content[:4096])
    return odd == 0


def _told(name: str) -> str:
    """Return the last part of a name, as it is shown to people."""
    last = PureWindowsPath(PurePosixPath(name).name).name
    plain = "".join(one for one in last if one.isprintable())
    return plain[:_NAMED].strip() or "?"
