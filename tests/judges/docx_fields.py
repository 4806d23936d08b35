"""Our own witness: what no judge of DOCX looks at, fields that end and ids unique over all parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from zipfile import BadZipFile, ZipFile

from lxml import etree

from generator.version import PROGRAM
from tests.judges.judge import Complaint

NAME = "fields and ids (ours)"
SUFFIXES = (".docx",)

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"


def version() -> str:
    """Return the version of the program itself."""
    return PROGRAM


def judge(files: Sequence[Path]) -> list[Complaint]:
    """Return fields left open and ids given twice."""
    return [Complaint(file, says) for file in files for says in _faults(file)]


def _faults(file: Path) -> Iterator[str]:
    ids: Counter[str | None] = Counter()
    try:
        with ZipFile(file) as package:
            names = [
                name for name in package.namelist() if name.startswith("word/") and name.endswith(".xml")
            ]
            for name in names:
                root = etree.fromstring(package.read(name))
                ids.update(one.get("id") for one in root.iter(f"{_WP}docPr"))
                yield from (f"{says} in {name}" for says in _open_fields(root))
    except (BadZipFile, etree.XMLSyntaxError) as error:
        yield f"cannot be read: {error}"
    yield from (f"{count} drawings have the id {id}" for id, count in ids.items() if count > 1)


def _open_fields(root: etree._Element) -> Iterator[str]:
    """Follow begin, separate and end of fields through each paragraph."""
    for paragraph in root.iter(f"{_W}p"):
        kinds = [one.get(f"{_W}fldCharType") for one in paragraph.iter(f"{_W}fldChar")]
        if [kind for kind in kinds if kind != "separate"] != ["begin", "end"] * kinds.count("begin"):
            yield f"a field has {', '.join(map(str, kinds))}"
