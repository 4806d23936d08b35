"""What the program runs with: what a report of a fault needs."""

from __future__ import annotations

import platform
import sys
from collections.abc import Iterator, Mapping
from importlib.metadata import PackageNotFoundError, version
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.cli.words import EXIT_CODES, Run
from generator.errors import N_, Language
from generator.resources import fonts_folder, templates_folder
from generator.settings import Settings, template_folders
from generator.version import VERSION

LIBRARIES = (
    "babel", "click", "deflate", "jinja2", "lxml", "openpyxl", "pebble", "pillow", "pydantic", "python-docx",
    "pyyaml", "reportlab",
)  # fmt: skip


def facts(run: Run) -> dict[str, Any]:
    """Return everything `info` tells, as JSON holds it."""
    settings = run.settings
    return {
        "versions": {
            "parskats": VERSION,
            "python": sys.version.split()[0],
            "platform": platform.platform(),
            **{name: _installed(name) for name in LIBRARIES},
        },
        "fonts": sorted(path.name for path in fonts_folder().glob("*.ttf")),
        "templates": [str(path) for path in _template_folders(settings)],
        "settings_file": str(settings.file) if settings.file else None,
        "settings": {name: _setting(settings, name, run.translate) for name in settings.origins},
        "exit_codes": {str(int(code)): run.translate(text) for code, text in EXIT_CODES.items()},
    }


def _installed(name: str) -> str | None:
    try:
        return version(name)
    except PackageNotFoundError:
        return None


def _template_folders(settings: Settings) -> tuple[Path, ...]:
    return tuple(dict.fromkeys((*template_folders(settings, (Path.cwd(),)), templates_folder())))


def _setting(settings: Settings, name: str, translate: Language) -> dict[str, Any]:
    value = attrgetter(name)(settings)
    plain = list(value) if isinstance(value, tuple) else str(value) if isinstance(value, Path) else value
    return {"value": plain, "origin": settings.origins[name].sentence(translate)}


# -- as text --------------------------------------------------------------------------------------
def told(found: Mapping[str, Any], translate: Language) -> str:
    """Return the facts as lines for people."""
    sections = {
        N_("Versions"): _rows(found["versions"]),
        N_("Fonts"): iter(found["fonts"]),
        N_("Template folders"): iter(found["templates"]),
        N_("Settings file"): iter([found["settings_file"] or "-"]),
        N_("Settings"): _rows({name: _setting_text(one) for name, one in found["settings"].items()}),
        N_("Exit codes"): _rows(found["exit_codes"]),
    }
    return "\n\n".join(
        "\n".join([f"{translate(heading)}:", *(f"  {line}" for line in lines)])
        for heading, lines in sections.items()
    )


_PLAIN = {"None": "-", "True": "1", "False": "0"}


def _rows(pairs: Mapping[str, Any]) -> Iterator[str]:
    width = max(map(len, pairs))
    return (f"{name:{width}}  {'-' if value is None else value}" for name, value in pairs.items())


def _setting_text(setting: Mapping[str, Any]) -> str:
    value = setting["value"]
    shown = ",".join(value) if isinstance(value, list) else str(value)
    return f"{_PLAIN.get(shown, shown)}  ({setting['origin']})"
