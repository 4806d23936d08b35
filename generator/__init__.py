"""Formal activity reports and funding annexes of EU-funded municipal trips: DOCX, PDF and HTML.

from generator import load_trip, render

trip = load_trip("trip.yaml")
for name, content in render(trip).items():
    Path(name).write_bytes(content)
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from generator.errors import (
    DataError,
    Fault,
    OutputError,
    ParskatsError,
    Place,
    TemplateError,
    UsageError,
)
from generator.version import VERSION as __version__

if TYPE_CHECKING:
    from generator.batch import Result, render_all, render_one
    from generator.latvian import LatvianStyle
    from generator.model import Trip

__all__ = [
    "DataError",
    "Fault",
    "OutputError",
    "ParskatsError",
    "Place",
    "Result",
    "TemplateError",
    "Trip",
    "UsageError",
    "__version__",
    "load_trip",
    "render",
    "render_all",
    "render_one",
]

_ELSEWHERE = {
    "Trip": "generator.model",
    "Result": "generator.batch",
    "render_all": "generator.batch",
    "render_one": "generator.batch",
}


def load_trip(source: str | Path | Mapping[str, Any], *, folder: str | Path | None = None) -> Trip:
    """Return the trip in a file, or in a mapping of the same shape.

    Relative paths (photos, a project file) are looked up in the file's folder, or in `folder` for
    a mapping. Raises DataError, which holds every fault with its place.
    """
    from generator import tripfiles

    path = Path(source) if isinstance(source, str) else source
    return tripfiles.load(path, folder=Path(folder) if folder is not None else None)


def render(
    trip: Trip,
    formats: Sequence[str] = ("docx", "pdf"),
    *,
    documents: Sequence[str] | None = None,
    templates: Sequence[str | Path] = (),
    style: LatvianStyle | None = None,
    attach_data: bool = False,
    public: bool = False,
) -> dict[str, bytes]:
    """Return the documents of a trip as bytes by file name (`aktivitates-parskats.docx`).

    `documents` names the kinds (`activity-report`, `funding-annex`), all of them by default;
    `templates` are folders asked before the shipped one; `style` is a `generator.latvian.LatvianStyle`
    with other choices than the built-in ones. `attach_data` puts the trip's data into the PDF files,
    `public` leaves participants' names, phones and e-mail addresses out. Raises DataError or
    TemplateError with every fault, UsageError for a format or document that does not exist.
    """
    from generator.latvian.style import DEFAULT
    from generator.pipeline import render_trip
    from generator.request import Request

    request = Request(
        tuple(formats),
        None if documents is None else tuple(documents),
        tuple(map(Path, templates)),
        style or DEFAULT,
        attach_data,
        public,
    )
    rendered = render_trip(trip, request)
    return {name: file.content for name, file in rendered.files.items()}


def __getattr__(name: str) -> Any:
    """Import what is large only when it is asked for: the command line's help needs none of it."""
    if name not in _ELSEWHERE:
        raise AttributeError(name)
    return getattr(import_module(_ELSEWHERE[name]), name)
