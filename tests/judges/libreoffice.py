r"""LibreOffice: every DOCX opens there, with the words and on as many pages as our PDF has.

Words are compared without spaces and hyphens, which belong to the lines of each program (\x02 is
what PDFium gives for a hyphen at a line's end). The fonts are of one width: the DOCX names Times
New Roman, which here is Liberation Serif.

One exception, printed when it is made: LibreOffice does not break a web address after a slash, as
Word and we do, so a document that shows one may take a page more or less.
"""

from __future__ import annotations

import re
import shutil
from collections.abc import Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

import pypdfium2

from tests.judges import tools
from tests.judges.judge import Absent, Complaint, run
from tests.words import pdf_words

NAME = "LibreOffice"
SUFFIXES = (".docx",)

_AT_ONCE = 20
_TAGGED = 'pdf:writer_pdf_Export:{"UseTaggedPDF":{"type":"boolean","value":"true"}}'
_FONT = "Times New Roman"
_SAME_WIDTHS = ("Liberation Serif", "Tinos", _FONT)
_AROUND = 25
_ADDRESS = "://"


def version() -> str:
    """Return the version of the program; raises Absent without fonts of the right widths."""
    asked = run([tools.program("soffice", "libreoffice-writer"), "--version"])
    font = run([tools.program("fc-match", "fontconfig"), "--format=%{family}", _FONT]).stdout
    if not font.startswith(_SAME_WIDTHS):
        raise Absent(f"{_FONT} would be {font}: apt-get install fonts-liberation")
    return f"{asked.stdout.strip().removeprefix('LibreOffice ')}, {_FONT} is {font}"


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return what differs between each DOCX as it opens there and the PDF beside it."""
    with TemporaryDirectory() as folder:
        named = {f"{index:04}": file for index, file in enumerate(files)}
        made = Path(folder) / "made"
        names = list(named)
        for start in range(0, len(names), _AT_ONCE):
            _convert({name: named[name] for name in names[start : start + _AT_ONCE]}, Path(folder), made)
        return [
            Complaint(file, says)
            for name, file in named.items()
            for says in _differences(made / f"{name}.pdf", file.with_suffix(".pdf"))
        ]


def _convert(files: dict[str, Path], folder: Path, made: Path) -> None:
    given = folder / "given"
    shutil.rmtree(given, ignore_errors=True)
    given.mkdir()
    for name, file in files.items():
        shutil.copy(file, given / f"{name}.docx")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    options: list[str | Path] = ["--headless", "--norestore", "--convert-to", _TAGGED, "--outdir", made]
    command: list[str | Path] = [tools.program("soffice", "libreoffice-writer"), profile, *options]
    run([*command, *sorted(given.iterdir())])


def _differences(theirs: Path, ours: Path) -> list[str]:
    if not theirs.is_file():
        return ["does not open"]
    found = []
    there, here = theirs.read_bytes(), ours.read_bytes()
    pages = len(pypdfium2.PdfDocument(there)), len(pypdfium2.PdfDocument(here))
    if pages[0] != pages[1] and not _excused(pages, ours, here):
        found.append(f"{pages[0]} pages there, {pages[1]} in our PDF")
    if says := _first_difference(_letters(there), _letters(here)):
        found.append(says)
    return found


def _excused(pages: tuple[int, int], ours: Path, content: bytes) -> bool:
    """Whether only the lines of a web address can have made the difference."""
    excused = abs(pages[0] - pages[1]) == 1 and _ADDRESS in "".join(pdf_words(content))
    if excused:
        place = f"{ours.parent.name}/{ours.name}"
        print(f"excused {NAME}: {place}: {pages[0]} pages there, {pages[1]} here, and a web address")
    return excused


def _letters(content: bytes) -> str:
    return re.sub(r"[\s\x02\u200b\u00ad\u2010\u2011-]+", "", "".join(pdf_words(content)))


def _first_difference(there: str, here: str) -> str:
    if there == here:
        return ""
    pairs = enumerate(zip(there, here, strict=False))
    at = next((index for index, (one, other) in pairs if one != other), min(len(there), len(here)))
    around = slice(max(0, at - _AROUND), at + _AROUND)
    return f"words differ: {there[around]!r} there, {here[around]!r} in our PDF"
