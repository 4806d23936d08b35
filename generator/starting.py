"""Folders to start from: a new trip, and the shipped templates. Nothing is ever overwritten."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import BinaryIO

from generator.errors import OutputError, Place, UsageError, fault
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
    return write_new(folder, contents)


def make_workbook(path: Path, lang: str) -> list[Path]:
    """Make a workbook to fill in, and return the file made."""
    from generator.tripfiles import workbook

    known_suffix(path, (".xlsx",))
    return write_new(path.parent, {Path(path.name): workbook.write((), lang)})


def known_suffix(path: Path, known: Iterable[str]) -> str:
    """Return the suffix of a file to be written; raises UsageError when it is none of the known ones."""
    suffixes = tuple(known)
    if path.suffix.lower() not in suffixes:
        raise UsageError([fault("convert.suffix", value=str(path), known=", ".join(suffixes))])
    return path.suffix.lower()


def copy_templates(folder: Path) -> list[Path]:
    """Copy the shipped templates and theme, without the fonts, and return the files made."""
    contents = {path: content for path, content in _shipped(templates_folder()) if path.parts[0] != "fonts"}
    return write_new(folder, contents)


def _shipped(folder: Path) -> Iterator[tuple[Path, bytes]]:
    """Yield the files of a shipped folder by their paths in it; hidden and compiled ones are not meant."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder)
        if path.is_file() and not any(part.startswith((".", "__")) for part in inside.parts):
            yield inside, path.read_bytes()


def write_new(folder: Path, contents: Mapping[Path, bytes]) -> list[Path]:
    """Write files that are not there yet, all or none.

    Raises OutputError when any is there, before anything is written, or when one cannot be written.
    """
    targets = {folder / inside: content for inside, content in contents.items()}
    there = [path for path in targets if path.exists()]
    if there:
        raise OutputError([fault("output.exists", Place(str(path))) for path in there])
    written: list[Path] = []
    try:
        for path, content in targets.items():
            _write(path, content)
            written.append(path)
    except OutputError:
        for path in written:
            path.unlink(missing_ok=True)
        raise
    return list(targets)


def _write(path: Path, content: bytes) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("xb") as file:
            _fill(path, file, content)
    except OSError as error:
        raise OutputError([output_fault(path, error)]) from error


def _fill(path: Path, file: BinaryIO, content: bytes) -> None:
    """Write a new file; when the disk is full, half of it does not stay."""
    try:
        file.write(content)
        file.flush()
    except OSError:
        path.unlink(missing_ok=True)
        raise
