"""What makes the file an archival and accessible one: metadata, colours, catalogue entries."""

from __future__ import annotations

from functools import cache
from typing import Final

from PIL import ImageCms
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFInfo

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.writers.pdf.attachments import add_attachments
from generator.writers.pdf.metadata import metadata_packet
from generator.writers.pdf.objects import ArchiveDocument, ArchiveStream
from generator.writers.pdf.strings import text_string

_PROFILE_DATE: Final = b"\x07\xdc\x00\x01\x00\x01" + b"\0" * 6
"""The date inside the colour profile, always the same: 2012-01-01 (ICC.1, 7.2.8)."""


class ArchiveInfo(PDFInfo):
    """The document information dictionary; it says what the metadata stream says."""

    def __init__(self, document: Document, properties: Properties) -> None:
        super().__init__()
        self.entries = {
            "Title": document.title,
            "Author": document.author,
            "Subject": document.subject,
            "Keywords": document.keywords,
            "Creator": properties.producer,
            "Producer": properties.producer,
        }
        self.date = f"{properties.created:D:%Y%m%d%H%M%S+00'00'}"

    def format(self, document: PDFDocument) -> bytes:
        """Return the dictionary (ISO 32000-1, 14.3.3); entries without a value are left out."""
        texts = "".join(f"/{key}{text_string(text)}" for key, text in self.entries.items() if text)
        return f"<<{texts}/CreationDate({self.date})/ModDate({self.date})>>".encode("ascii")


def finish(
    output: ArchiveDocument, document: Document, properties: Properties, structure: int, outline: int | None
) -> None:
    """Put the entries of PDF/A and PDF/UA-1 into the catalogue and the information."""
    catalog = output.Catalog
    catalog.Lang = text_string(document.lang)
    catalog.StructTreeRoot = f"{structure} 0 R"
    catalog.MarkInfo = "<</Marked true>>"
    catalog.ViewerPreferences = "<</DisplayDocTitle true>>"
    catalog.PageLabels = "<</Nums[0<</S/D>>]>>"  # pages count from 1, as the footers do
    catalog.Outlines = f"{outline} 0 R" if outline else None
    metadata = metadata_packet(document, properties).encode()
    catalog.Metadata = output.refer(ArchiveStream(metadata, "/Type/Metadata/Subtype/XML", compress=False))
    profile = output.enroll(ArchiveStream(srgb_profile(), "/N 3"))
    catalog.OutputIntents = (
        "[<</Type/OutputIntent/S/GTS_PDFA1/OutputConditionIdentifier(sRGB)"
        f"/Info(sRGB IEC61966-2.1)/DestOutputProfile {profile} 0 R>>]"
    )
    add_attachments(properties, document.title, output)
    output.info = ArchiveInfo(document, properties)


@cache
def srgb_profile() -> bytes:
    """Return the sRGB profile, the same bytes on every day."""
    profile = bytearray(ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    profile[24:36] = _PROFILE_DATE
    return bytes(profile)
