"""Our own witness: DOCX, PDF and HTML say the words of the template, in its order, and no others.

No foreign judge reads all three. The words are those of `tests/words.py`: body text without running
headers, footers and repeated heads. A word that goes on over a page cannot be told from two in what a
PDF paints, so there letters are compared; `structure.py` compares the words.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from pathlib import Path

from generator.version import PROGRAM
from tests.judges.documents import expected_words, parted
from tests.judges.judge import Complaint
from tests.words import READERS

NAME = "same words (ours)"
SUFFIXES = (".html", ".docx", ".pdf")

_GUESSED_HYPHEN = "\x02"  # PDFium's, for a hyphen at a line's end that it takes for the line's own


def version() -> str:
    """Return the version of the program itself."""
    return PROGRAM


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return where the words of a file part from those its template made."""
    with ProcessPoolExecutor(2, mp_context=get_context("spawn")) as pool:
        said = list(pool.map(_says, sorted(files), chunksize=3))
    return [Complaint(file, says) for file, says in zip(sorted(files), said, strict=True) if says]


def _says(file: Path) -> str:
    try:
        words = READERS[file.suffix[1:]](file.read_bytes())
    except Exception as error:  # a file that cannot be read has no words
        return f"cannot be read ({type(error).__name__}: {error})"
    expected = expected_words(file.parent)[file.stem]
    if file.suffix == ".pdf":
        words = [word.replace(_GUESSED_HYPHEN, "-") for word in words]
        if "".join(words) == "".join(expected):
            return ""
    return parted(words, expected)
