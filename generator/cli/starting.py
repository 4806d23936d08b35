"""Folders to start from: a new trip, and the shipped templates. Nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from generator.errors import OutputError, Place, fault
from generator.manifest import output_fault
from generator.portable import slug
from generator.resources import data_folder, templates_folder

STARTER_ID = "id: paraugs"


def copy_starter(folder: Path) -> list[Path]:
    """Make a new trip folder, its trip named after the folder, and return the files made."""
    contents = dict(_shipped(data_folder() / "starter"))
    named = f"id: {slug(folder.absolute().name) or 'paraugs'}"
    trip = contents[Path("trip.yaml")].decode()
    contents[Path("trip.yaml")] = trip.replace(STARTER_ID, named, 1).encode()
    return _write_new(folder, contents)


def copy_templates(folder: Path) -> list[Path]:
    """Copy the shipped templates and theme, without the fonts, and return the files made."""
    contents = {path: content for path, content in _shipped(templates_folder()) if path.parts[0] != "fonts"}
    return _write_new(folder, contents)


def _shipped(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a shipped folder by their paths in it; hidden and compiled ones are not meant."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__")) for part in inside.parts):
            yield inside, path.read_bytes()


def _write_new(folder: Path, contents: dict[Path, bytes]) -> list[Path]:
    """Write files that are not there yet; raises OutputError when any is, before anything is written."""
    targets = {folder / inside: content for inside, content in contents.items()}
    there = [path for path in targets if path.exists()]
    if there:
        raise OutputError([fault("output.exists", Place(str(path))) for path in there])
    for path, content in targets.items():
        _write(path, content)
    return list(targets)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            file.write(content)
    except OSError as error:
        raise OutputError([output_fault(path, error)]) from error
