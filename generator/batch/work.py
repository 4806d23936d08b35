"""The folder in which a batch works: on the disk of its results, its own while it runs, gone after.

What a batch that was killed has left in it is cleared when the next one begins.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from generator.errors import OutputError, Place, fault
from generator.manifest import lock, output_fault

NAME: Final = ".parskats-work"


@contextmanager
def work_folder(output: Path) -> Iterator[Path]:
    """Give an empty folder inside `output` and remove it afterwards.

    Raises OutputError when it cannot be made, or when another batch works there (`batch.busy`).
    """
    folder = output / NAME
    try:
        folder.mkdir(parents=True, exist_ok=True)
        file = (folder / "lock").open("w")
    except OSError as error:
        raise OutputError([output_fault(output, error)]) from error
    with file:
        if not lock(file):
            raise OutputError([fault("batch.busy", Place(str(output)))])
        try:
            _clear(folder)
            yield folder
        finally:
            _clear(folder)
            file.close()  # before it is removed: Windows removes no open file
            shutil.rmtree(folder, ignore_errors=True)


def _clear(folder: Path) -> None:
    for path in folder.iterdir():
        if path.is_dir():
            shutil.rmtree(path, ignore_errors=True)
        elif path.name != "lock":
            path.unlink()
