"""What is asked for besides a trip: which files, made in which way. Together they decide every byte."""

from __future__ import annotations

import os
from collections.abc import Mapping
from dataclasses import asdict, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from generator.errors import UsageError, fault
from generator.frozen import dataclass
from generator.latvian import LatvianStyle
from generator.latvian.style import DEFAULT

DEFAULT_FORMATS = ("docx", "pdf")


def source_date() -> datetime | None:
    """Return the date that SOURCE_DATE_EPOCH asks for, None when it is not set; raises UsageError."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if not epoch:
        return None
    try:
        seconds = int(epoch)
        if seconds < 0:
            raise ValueError(seconds)
        return datetime.fromtimestamp(seconds, UTC)
    except (ValueError, OverflowError, OSError):
        raise UsageError([fault("epoch.unreadable", value=epoch)]) from None


@dataclass(frozen=True, slots=True)
class Request:
    """Which documents of a trip in which formats, and all that shapes them besides its data.

    `documents` is None for all there is data for; `templates` are folders asked before the shipped
    one; `attach_data` puts the trip's data into the PDF files; `public` leaves personal data out;
    `date` stands inside the files, None for the report's date.
    """

    formats: tuple[str, ...] = DEFAULT_FORMATS
    documents: tuple[str, ...] | None = None
    templates: tuple[Path, ...] = ()
    style: LatvianStyle = DEFAULT
    attach_data: bool = False
    public: bool = False
    date: datetime | None = field(default_factory=source_date)

    def as_json(self, folder: Path) -> dict[str, Any]:
        """Return the request as JSON holds it, paths seen from `folder`; choices of the style that
        are built in are left out.
        """
        built_in = asdict(DEFAULT)
        return {
            "formats": list(self.formats),
            "documents": None if self.documents is None else list(self.documents),
            "templates": [seen_from(folder, path) for path in self.templates],
            "style": {name: one for name, one in asdict(self.style).items() if one != built_in[name]},
            "attach_data": self.attach_data,
            "public": self.public,
            "date": self.date.isoformat() if self.date else None,
        }

    @classmethod
    def from_json(cls, stored: Mapping[str, Any], folder: Path) -> Request:
        """Return the request that `as_json` stored; raises KeyError, TypeError or ValueError."""
        documents, date = stored["documents"], stored["date"]
        return cls(
            tuple(map(str, stored["formats"])),
            None if documents is None else tuple(map(str, documents)),
            tuple(folder / str(path) for path in stored["templates"]),
            LatvianStyle(**stored["style"]),
            bool(stored["attach_data"]),
            bool(stored["public"]),
            datetime.fromisoformat(date) if date else None,
        )


def seen_from(folder: Path, path: Path) -> str:
    """Return a path as seen from a folder, with slashes; the whole path when it is on another drive."""
    try:
        return Path(os.path.relpath(path, folder)).as_posix()
    except ValueError:
        return path.absolute().as_posix()
