"""The works of the benchmark: what is made, and who makes it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final, Literal


@dataclass(frozen=True, slots=True)
class Peer:
    """One who writes: the module of its writer, what it is called, and the package whose version is told."""

    name: str
    title: str
    makes: str
    package: str = ""
    node: bool = False

    @property
    def ours(self) -> bool:
        """Whether it is parskats itself."""
        return not self.package


PEERS: Final = {
    peer.name: peer
    for peer in (
        Peer("parskats", "parskats", "DOCX and PDF/A-2a, UA-1"),
        Peer("parskats_docx", "parskats", "DOCX"),
        Peer("parskats_pdf", "parskats", "PDF/A-2a, UA-1"),
        Peer("reduction", "the photos reduced alone", "two JPEG"),
        Peer("docxtpl", "docxtpl, default template", "DOCX", "docxtpl"),
        Peer("docxtpl_lean", "docxtpl, lean template", "DOCX", "docxtpl"),
        Peer("python_docx", "python-docx by hand", "DOCX", "python-docx"),
        Peer("docxtemplater", "Docxtemplater, lean template", "DOCX", "docxtemplater", node=True),
        Peer("typst", "Typst (typst-py)", "PDF/A-2a, UA-1", "typst"),
        Peer("platypus", "reportlab platypus, tuned", "PDF", "reportlab"),
        Peer("fpdf2", "fpdf2", "PDF", "fpdf2"),
        Peer("weasyprint", "WeasyPrint", "PDF", "weasyprint"),
    )
}

OURS: Final = ("parskats", "parskats_docx", "parskats_pdf")
_QUICK: Final = ("docxtpl", "docxtpl_lean", "docxtemplater", "typst", "platypus")
_SLOW: Final = ("python_docx", "fpdf2", "weasyprint")


@dataclass(frozen=True, slots=True)
class Work:
    """A work: its trips have so many rows of costs, and two photos or none.

    `warm` calls of every writer do not count: caches fill, and V8 compiles.
    """

    name: str
    title: str
    peers: tuple[str, ...]
    rounds: int
    costs: int = 5
    photos: Literal["", "small", "camera"] = ""
    warm: int = 5


_ALL: Final = (*OURS, *_QUICK, *_SLOW)
_REDUCING: Final = ("parskats", "reduction", "docxtpl_lean", "typst")
WORKS: Final = {
    work.name: work
    for work in (
        Work("report", "Report and annex, no photos", _ALL, 25),
        Work("given", "The same with two photos that are small already", _ALL, 15, photos="small"),
        Work("fresh", "The same with two photos of 12 megapixels", _REDUCING, 9, photos="camera", warm=2),
        Work("rows-1000", "Report and annex with 1,000 rows of costs", _ALL, 5, costs=1000, warm=2),
        Work(
            "rows-10000", "Report and annex with 10,000 rows of costs",
            (*OURS, *_QUICK), 3, costs=10_000, warm=1,
        ),
    )
}  # fmt: skip
SEASON: Final = Work("season", "A thousand trips", (), 1000)
OFFICE: Final = Work("office", "Two hundred trips", (), 200)
