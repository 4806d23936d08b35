"""A finished PDF read back: the data inside it, and the words of its structure tree, page by page.

Needs pikepdf (the extra `pdf`). Only what our writer writes is read: simple fonts
with a map to Unicode, marked content, a tagged structure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field
from hashlib import md5
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from generator.errors import DataError, Place, UsageError, fault
from generator.frozen import dataclass
from generator.pipeline import DATA

if TYPE_CHECKING:
    import pikepdf

MAKER: Final = "parskats "
_INLINE: Final = frozenset({"/Span", "/Link", "/Form"})
_BFCHAR: Final = re.compile(rb"<([0-9a-f]{2})> <([0-9a-f]{4,})>")


@dataclass(frozen=True, slots=True)
class PrintedBlock:
    """The words of one block, white space made single, and the page on which it begins (from 1)."""

    text: str
    page: int


@dataclass(frozen=True, slots=True)
class Printed:
    """What a finished PDF says: who made it, which kind of document it is, its data, its words.

    `documents` are the kinds that were made together, its own first.
    """

    program: str
    documents: tuple[str, ...]
    data: bytes
    blocks: tuple[PrintedBlock, ...]
    pages: int


def read_pdf(content: bytes, name: str) -> Printed:
    """Return what a PDF of ours holds; `name` is how places call the file.

    Raises DataError for a file that is damaged, encrypted, not ours, without data, or changed so
    that it cannot be compared; UsageError when pikepdf is not installed.
    """
    at = Place(name)
    with _opened(content, at) as pdf:
        program = str(pdf.docinfo.get("/Producer", ""))
        documents = _documents(pdf)
        if not program.startswith(MAKER) or not documents:
            raise DataError([fault("pdf.foreign", at)])
        try:
            return Printed(program, documents, _data(pdf, at), tuple(_blocks(pdf)), len(pdf.pages))
        except (ValueError, KeyError, AttributeError, TypeError, RuntimeError) as error:
            raise DataError([fault("pdf.changed", at)]) from error


def _opened(content: bytes, at: Place) -> pikepdf.Pdf:
    """Return the open file; nothing in it is repaired, since it is to be judged as it is."""
    try:
        import pikepdf
    except ImportError:
        raise UsageError([fault("extra.missing", at, library="pikepdf")]) from None
    try:
        pdf = pikepdf.open(BytesIO(content), attempt_recovery=False, suppress_warnings=True)
    except pikepdf.PasswordError:
        raise DataError([fault("pdf.encrypted", at)]) from None
    except pikepdf.PdfError:
        raise DataError([fault("pdf.damaged", at)]) from None
    if pdf.is_encrypted:
        pdf.close()
        raise DataError([fault("pdf.encrypted", at)])
    return pdf


def _documents(pdf: pikepdf.Pdf) -> tuple[str, ...]:
    """Return the kind of document that the metadata names, and those made together with it."""
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as metadata:
        kinds, related = (sorted(metadata.get(name) or ()) for name in ("dc:type", "dc:relation"))
    return (*kinds, *related) if kinds else ()


def _data(pdf: pikepdf.Pdf, at: Place) -> bytes:
    """Return the attached data; raises DataError when there is none, ValueError when it was tampered with."""
    attached = pdf.attachments.get(DATA)
    if attached is None:
        raise DataError([fault("pdf.no-data", at, name=DATA)])
    file = attached.get_file()
    content = file.read_bytes()
    if file.size != len(content) or file.md5 != md5(content, usedforsecurity=False).digest():
        raise ValueError(DATA)
    return content


# -- words ----------------------------------------------------------------------------------------
Texts = Mapping[tuple[tuple[int, int], int], str]
"""The text of every mark, by its page (object and generation) and its number there."""


@dataclass(slots=True)
class _Walk:
    """One walk over the structure tree: what was read so far, and the block it is in."""

    texts: Texts
    numbers: Mapping[tuple[int, int], int]
    words: list[str] = field(default_factory=list)
    page: int = 0

    def blocks(self, element: Any) -> Iterator[PrintedBlock]:
        """Yield the blocks of an element in reading order."""
        inline = str(element.S) in _INLINE
        if not inline:
            yield from self.closed()
        page = element.get("/Pg")
        for kid in _kids(element):
            yield from self.kid(kid, page)
        if not inline:
            yield from self.closed()

    def kid(self, kid: Any, page: Any) -> Iterator[PrintedBlock]:
        """Take a mark, or go on with an element."""
        if isinstance(kid, int):
            self.take(page.objgen, kid)
        elif kid.get("/Type") == "/MCR":
            self.take(kid.get("/Pg", page).objgen, int(kid.MCID))
        elif "/S" in kid:
            yield from self.blocks(kid)

    def take(self, page: tuple[int, int], mark: int) -> None:
        """Add the text of a mark to the block that is open."""
        self.words.append(self.texts[page, mark])
        self.page = self.page or self.numbers[page]

    def closed(self) -> Iterator[PrintedBlock]:
        """End the block that is open, if it has words."""
        text = " ".join("".join(self.words).replace("\u00ad", "").split())
        if text:
            yield PrintedBlock(text, self.page)
        self.words, self.page = [], 0


def _kids(element: Any) -> Iterator[Any]:
    """Yield the kids of a structure element, one or many."""
    import pikepdf

    kids = element.get("/K")
    if isinstance(kids, pikepdf.Array):
        yield from kids
    elif kids is not None:
        yield kids


def _blocks(pdf: pikepdf.Pdf) -> Iterator[PrintedBlock]:
    """Yield every block of a file in reading order."""
    pages: list[Any] = [page.obj for page in pdf.pages]
    texts = {(page.objgen, mark): text for page in pages for mark, text in _marked_texts(page).items()}
    numbers = {page.objgen: number for number, page in enumerate(pages, 1)}
    walk = _Walk(texts, numbers)
    for kid in _kids(pdf.Root.StructTreeRoot):
        yield from walk.blocks(kid)


def _marked_texts(page: Any) -> dict[int, str]:
    """Return the text of every mark of a page; what is no part of the structure is passed over."""
    import pikepdf

    fonts = {name: _unicode_map(font) for name, font in page.Resources.get("/Font", {}).items()}
    texts: dict[int, str] = {}
    marks: list[int | None] = []
    font: Mapping[int, str] = {}
    for instruction in pikepdf.parse_content_stream(page):
        operands: Any = instruction.operands
        match str(instruction.operator):
            case "BDC" | "BMC":
                marks.append(_mark(operands, page))
                if marks[-1] is not None:
                    texts.setdefault(marks[-1], "")
            case "EMC":
                marks.pop()
            case "Tf":
                font = fonts[str(operands[0])]
            case "Tj" | "TJ":
                mark = next((one for one in reversed(marks) if one is not None), None)
                if mark is not None:
                    texts[mark] += _shown(operands[0], font)
    return texts


def _mark(operands: Any, page: Any) -> int | None:
    """Return the number of the mark that begins here, or None for an artifact."""
    properties = operands[1] if len(operands) > 1 else {}
    number = properties.get("/MCID") if hasattr(properties, "get") else None
    return None if number is None else int(number)


def _shown(operand: Any, font: Mapping[int, str]) -> str:
    """Return the characters of a string, or of the strings of an array."""
    import pikepdf

    parts = operand if isinstance(operand, pikepdf.Array) else [operand]
    return "".join(
        font.get(code, "\ufffd") for part in parts if isinstance(part, pikepdf.String) for code in bytes(part)
    )


def _unicode_map(font: Any) -> dict[int, str]:
    """Return the characters of a font by their codes (ISO 32000-1, 9.10.3)."""
    pairs = _BFCHAR.findall(font.ToUnicode.read_bytes().lower())
    return {int(code, 16): bytes.fromhex(text.decode()).decode("utf-16-be") for code, text in pairs}
