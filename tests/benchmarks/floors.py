"""The floor of each stage: the least that any program of this language does for the same trip.

No stage is expected to reach its floor: a floor checks nothing, knows no place of a fault, and has
the answers already that the stage has to find.
"""

from __future__ import annotations

import json
import time
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import Any, Final, NamedTuple
from zipfile import ZipFile

import pikepdf
from jinja2 import Environment
from lxml import html

from generator import tripfiles
from generator.document.nodes import Document, Table, inlines_of, plain_text
from generator.pipeline import laid_out_documents
from tests.writers.pdf.sample import words_of

MEANING: Final = {
    "read": "`json.loads` of the same bytes",
    "check": "one look at every value",
    "fill": "Jinja2 with as many tags and texts, without filters and marks",
    "parse": "`lxml.html` reading as many tags and texts",
    "lay out": "greedy lines of words whose widths are known",
    "paint": "one formatted string for each run of text in PDF and each paragraph in DOCX",
    "tag": "one formatted string for each element of the structure",
    "pack": "`zlib.compress` of the same bytes",
    "write": "the same files written into a folder that is there",
}
_TIMES: Final = 21
_WIDTH: Final = 468.0
"""Points of a line."""


class _Counts(NamedTuple):
    """What the finished files hold: runs of text, paragraphs, structure elements, and bytes to deflate."""

    runs: int
    paragraphs: int
    elements: int
    plain: tuple[bytes, ...]


def measure(data: bytes, folder: Path) -> dict[str, float]:
    """Return the milliseconds of each floor for a trip, given its bytes and its finished folder."""
    made = list(laid_out_documents(tripfiles.load(data, name="trip.json")).values())
    files = {path.name: path.read_bytes() for path in folder.iterdir()}
    counts = _counted(files)
    pieces = [_pieces(document) for document in made]
    words = [word for document in made for word in words_of(document)]
    works: dict[str, Callable[[], object]] = {
        "read": partial(json.loads, data),
        "check": partial(_look, json.loads(data)),
        "fill": _filling(pieces),
        "parse": partial(_parse, ["".join(f"{tag}{text}" for tag, text in page) for page in pieces]),
        "lay out": partial(_break, words, {word: 6.0 * len(word) for word in words}),
        "paint": partial(_paint, counts.runs, counts.paragraphs),
        "tag": partial(_tag, counts.elements),
        "pack": partial(_pack, counts.plain),
        "write": partial(_write, folder, files),
    }
    return {stage: _quickest(work) for stage, work in works.items()}


def _quickest(work: Callable[[], object]) -> float:
    """Return the milliseconds of the quickest of many times: a floor is not a matter of luck."""
    times = []
    for _ in range(_TIMES):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times) * 1000


# -- the floors ---------------------------------------------------------------------------------
def _look(value: Any) -> int:
    if isinstance(value, dict):
        return sum(map(_look, value.values()))
    return sum(map(_look, value)) if isinstance(value, list) else 1


def _filling(pages: Iterable[list[tuple[str, str]]]) -> Callable[[], object]:
    """Return a work that fills a compiled template for each page."""
    environment = Environment(autoescape=True)
    templates = []
    for page in pages:
        source = "".join(f"{tag}{{{{ t[{at}] }}}}" for at, (tag, _) in enumerate(page))
        templates.append((environment.from_string(source), [text for _, text in page]))
    return lambda: [template.render(t=texts) for template, texts in templates]


def _parse(pages: Iterable[str]) -> None:
    for page in pages:
        html.document_fromstring(page)


def _break(words: Iterable[str], widths: Mapping[str, float]) -> list[list[str]]:
    lines: list[list[str]] = [[]]
    left = _WIDTH
    for word in words:
        width = widths[word]
        if width > left:
            lines.append([])
            left = _WIDTH
        lines[-1].append(word)
        left -= width + 3
    return lines


def _paint(runs: int, paragraphs: int) -> int:
    text = "(vārdi vienā rindā)"
    page = "".join([f"1 0 0 1 {at * 1.5:.2f} {at * 2.5:.2f} Tm {text} Tj\n" for at in range(runs)])
    body = "".join([
        f'<w:p><w:pPr><w:pStyle w:val="{at}"/></w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>'
        for at in range(paragraphs)
    ])  # fmt: skip
    return len(page) + len(body)


def _tag(elements: int) -> int:
    return len("".join([f"<</S/P/P {at} 0 R/K {at}/Pg {at} 0 R>>" for at in range(elements)]))


def _pack(parts: Iterable[bytes]) -> int:
    return sum(len(zlib.compress(part)) for part in parts)


def _write(folder: Path, files: Mapping[str, bytes]) -> None:
    for name, content in files.items():
        (folder / name).write_bytes(content)


# -- what they are measured with ----------------------------------------------------------------
def _pieces(document: Document) -> list[tuple[str, str]]:
    """Return the texts of a document, each with the tag before it."""
    found: list[tuple[str, str]] = []
    for block in document.blocks:
        if isinstance(block, Table):
            found += [("<td>", plain_text(cell.children)) for row in block.rows for cell in row.cells]
        else:
            found += [("<p>", plain_text((one,))) for one in inlines_of(block)]
    return found


def _counted(files: Mapping[str, bytes]) -> _Counts:
    runs = paragraphs = elements = 0
    plain: list[bytes] = []
    for name, content in files.items():
        if name.endswith(".docx"):
            with ZipFile(BytesIO(content)) as package:
                parts = {one: package.read(one) for one in package.namelist()}
            plain += [part for one, part in parts.items() if not one.startswith("word/media/")]
            paragraphs += parts["word/document.xml"].count(b"</w:p>")
        elif name.endswith(".pdf"):
            with pikepdf.open(BytesIO(content)) as pdf:
                plain += _streams(pdf)
                elements += sum(
                    isinstance(one, pikepdf.Dictionary) and "/S" in one and "/P" in one for one in pdf.objects
                )
                runs += sum(_runs(page) for page in pdf.pages)
    return _Counts(runs, paragraphs, elements, tuple(plain))


def _streams(pdf: pikepdf.Pdf) -> Iterator[bytes]:
    for one in pdf.objects:
        if isinstance(one, pikepdf.Stream) and one.get("/Subtype") != "/Image":
            yield one.read_bytes()


def _runs(page: pikepdf.Page) -> int:
    shown = {pikepdf.Operator("Tj"), pikepdf.Operator("TJ")}
    return sum(one.operator in shown for one in pikepdf.parse_content_stream(page))
