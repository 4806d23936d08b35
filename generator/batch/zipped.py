"""The results of a batch as one ZIP: the same results give the same bytes."""

from __future__ import annotations

import os
import shutil
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO, Final

from generator.batch.journal import Journal
from generator.batch.summary import DATA, MANIFEST, PAGE
from generator.errors import OutputError
from generator.manifest import FILE_NAME, beginning, foreign, output_fault, read_from

_DATE: Final = (1980, 1, 1, 0, 0, 0)
_MODE: Final = 0o644 << 16
_NAME_AT: Final = 30  # where a ZIP names its first file
_FIRST: Final = PAGE.encode()
_PACKED: Final = (".json", ".html")  # DOCX and PDF are compressed already


def write_zip(target: Path, output: Path, journal: Journal) -> None:
    """Write the files of every finished trip, the summaries and the manifest to a ZIP; raises OutputError.

    The ZIP appears whole or not at all; one of that name before it is replaced.
    """
    part = target.with_name(f".{target.name}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        with zipfile.ZipFile(part, "w") as archive:
            for name in _names(journal):
                with (output / name).open("rb") as file:
                    add_entry(archive, name, file)
        os.replace(part, target)
    except OSError as error:
        with suppress(OSError):
            part.unlink(missing_ok=True)
        raise OutputError([output_fault(target, error)]) from error


def refuse_others(target: Path, sources: Iterable[Path]) -> None:
    """Raise OutputError when a ZIP of results would replace a source of the batch, or a file of others."""
    if any(os.path.realpath(target) == os.path.realpath(source) for source in sources):
        raise OutputError([read_from(target)])
    begins = beginning(target)
    if begins and not begins.startswith(_FIRST, _NAME_AT):
        raise OutputError([foreign(target)])


def _names(journal: Journal) -> Iterator[str]:
    """Yield the names of all files of the batch, as seen from its folder."""
    yield from (PAGE, DATA, MANIFEST)
    for trip in journal.entries():
        if trip["manifest"]:
            yield from (f"{trip['folder']}/{one['name']}" for one in trip["files"])
            yield f"{trip['folder']}/{FILE_NAME}"


def add_entry(archive: zipfile.ZipFile, name: str, file: IO[bytes]) -> None:
    """Add a file a piece at a time, without the day or the rights it has on this disk."""
    entry = zipfile.ZipInfo(name, _DATE)
    entry.external_attr, entry.create_system = _MODE, 3
    entry.compress_type = zipfile.ZIP_DEFLATED if name.endswith(_PACKED) else zipfile.ZIP_STORED
    with archive.open(entry, "w") as packed:
        shutil.copyfileobj(file, packed)
