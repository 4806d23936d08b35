"""What settings ask of the stages: the request for a trip, folders of templates, an input of their own."""

from __future__ import annotations

import hashlib
from pathlib import Path

from generator.errors import Place, UsageError, fault
from generator.request import Request
from generator.settings.options import Settings
from generator.settings.resolving import FILE_NAME


def requested(settings: Settings, templates: tuple[Path, ...]) -> Request:
    """Return what the settings ask of a trip, with the folders of a person's own templates for it."""
    return Request(
        settings.format,
        settings.document,
        templates,
        settings.latvian,
        attach_data=settings.attach_data,
        public=settings.public,
    )


def inputs(file: Path | None) -> dict[str, str]:
    """Return the SHA-256 of the settings file, which decides how documents are written, by its name."""
    return {} if file is None else {FILE_NAME: hashlib.sha256(file.read_bytes()).hexdigest()}


def template_folders(settings: Settings, beside: tuple[Path, ...]) -> tuple[Path, ...]:
    """Return the folders of a person's own templates, the strongest first.

    `--templates` alone when it is given; else the first `templates` folder beside the trip file,
    the project file or the settings file. Raises UsageError when the folder given does not exist.
    """
    if settings.templates is not None:
        if not settings.templates.is_dir():
            raise UsageError([fault("template.folder", Place(str(settings.templates)))])
        return (settings.templates,)
    homes = (*beside, *([settings.file.parent] if settings.file else []))
    return next(((home / "templates",) for home in homes if (home / "templates").is_dir()), ())
