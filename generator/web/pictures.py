"""Pages of a PDF as pictures: drawn by PDFium in the crew, each page at each zoom once.

A PDF is known by the digest of its bytes, so a picture never belongs to another state of a document.
"""

from __future__ import annotations

import hashlib
import threading
from collections import OrderedDict
from collections.abc import Hashable
from dataclasses import field
from io import BytesIO
from typing import Final, Generic, TypeVar

from generator.frozen import dataclass
from generator.web.crew import Crew

ZOOMS: Final = (50, 75, 100, 125, 150, 200)
"""The percentages at which pages are shown; at 100 a millimetre of paper is one of the screen."""
DENSITY: Final = 2
"""Pixels of a picture for one of the page, for screens that are finer."""
SCREEN: Final = 96 / 72
"""Pixels of the page, at 100 %, for a point of paper."""

_KEPT_PDF: Final = 64_000_000
_KEPT_PNG: Final = 96_000_000

Key = TypeVar("Key", bound=Hashable)


class Kept(Generic[Key]):
    """The bytes that were asked for lately, up to a size; those asked for least lately go first."""

    def __init__(self, most: int) -> None:
        """Take how many bytes are kept at most."""
        self.most = most
        self.size = 0
        self._all: OrderedDict[Key, bytes] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, key: Key) -> bytes | None:
        """Return what is kept under a key, or None."""
        with self._lock:
            if key in self._all:
                self._all.move_to_end(key)
            return self._all.get(key)

    def put(self, key: Key, content: bytes) -> None:
        """Keep bytes, and let others go when there is no room; what is larger than all room is not kept."""
        with self._lock:
            self.size -= len(self._all.pop(key, b""))
            self._all[key] = content
            self.size += len(content)
            while self.size > self.most:
                self.size -= len(self._all.popitem(last=False)[1])


@dataclass(frozen=True, slots=True)
class Sheets:
    """A PDF whose pages can be asked for: its digest, and the size of each page in points."""

    digest: str
    sizes: tuple[tuple[float, float], ...]


@dataclass(frozen=True, slots=True)
class PagePictures:
    """The pictures of pages that were looked at lately, and the PDFs they are drawn from."""

    pdfs: Kept[str] = field(default_factory=lambda: Kept(_KEPT_PDF))
    pngs: Kept[tuple[str, int, int]] = field(default_factory=lambda: Kept(_KEPT_PNG))

    async def open(self, pdf: bytes, crew: Crew) -> Sheets:
        """Keep a PDF, and return what can be asked of it."""
        digest = hashlib.sha256(pdf).hexdigest()[:32]
        self.pdfs.put(digest, pdf)
        return Sheets(digest, await crew.run(sizes, pdf))

    async def page(self, digest: str, number: int, zoom: int, crew: Crew) -> bytes | None:
        """Return a page, from 1, as PNG; None for a PDF that is no longer kept, or a page it has not."""
        key = (digest, number, zoom)
        found = self.pngs.get(key)
        pdf = self.pdfs.get(digest)
        if found is None and pdf is not None:
            found = await crew.run(drawn, pdf, number, zoom)
            if found is not None:
                self.pngs.put(key, found)
        return found


# -- in the crew ----------------------------------------------------------------------------------
def sizes(pdf: bytes) -> tuple[tuple[float, float], ...]:
    """Return the width and height of each page in points."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        return tuple(document.get_page_size(at) for at in range(len(document)))


def drawn(pdf: bytes, number: int, zoom: int) -> bytes | None:
    """Return a page, from 1, as PNG at a zoom in percent; None when there is no such page."""
    from pypdfium2 import PdfDocument

    with PdfDocument(pdf) as document:
        if not 1 <= number <= len(document):
            return None
        bitmap = document[number - 1].render(scale=zoom / 100 * SCREEN * DENSITY)
        out = BytesIO()
        bitmap.to_pil().convert("RGB").save(out, "PNG", compress_level=3)
        return out.getvalue()
