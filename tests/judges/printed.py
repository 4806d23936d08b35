"""Our own witness: what a file with its data inside prints is what that data gives."""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from generator.errors import ParskatsError
from generator.verification import check_printed
from generator.version import PROGRAM
from tests.judges.judge import Complaint, has_attachment

NAME = "printed against data (ours)"
SUFFIXES = (".pdf",)


def version() -> str:
    """Return the version of the program itself."""
    return PROGRAM


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return where a file prints otherwise than its data; files without data are not asked."""
    asked = [file for file in files if has_attachment(file)]
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        said = list(pool.map(_says, asked, chunksize=3))
    return [Complaint(file, says) for file, says in zip(asked, said, strict=True) if says]


def _says(file: Path) -> str:
    try:
        found = check_printed(file.read_bytes(), file.name)
    except ParskatsError as error:
        return " ".join(str(error).split())[:400]
    return " ".join(str(one) for one in found.differences[:3])
