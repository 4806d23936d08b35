"""What makes the file an archival and accessible one: metadata, colours, catalogue entries."""

from __future__ import annotations

from functools import cache

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.resources import data_folder
from generator.writers.compression import KEPT, framed
from generator.writers.pdf.attachments import add_attachments
from generator.writers.pdf.metadata import metadata_packet
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.strings import text_string


def add_info(document: Document, properties: Properties, objects: Objects) -> int:
    """Return the number of the information dictionary (ISO 32000-1, 14.3.3).

    It says what the metadata stream says; entries without a value are left out.
    """
    entries = {
        "Title": document.title,
        "Author": document.author,
        "Subject": document.subject,
        "Keywords": document.keywords,
        "Creator": properties.producer,
        "Producer": properties.producer,
    }
    texts = "".join(f"/{key}{text_string(text)}" for key, text in entries.items() if text)
    date = f"{properties.created:D:%Y%m%d%H%M%S+00'00'}"
    return objects.add(f"<<{texts}/CreationDate({date})/ModDate({date})>>")


def add_catalog(document: Document, properties: Properties, parts: str, objects: Objects) -> int:
    """Return the number of the catalogue with the entries of PDF/A and PDF/UA-1.

    `parts` are the entries that name what the file holds: pages, structure, outline, form.
    """
    packet = metadata_packet(document, properties).encode()
    metadata = objects.add_stream(packet, "/Type/Metadata/Subtype/XML", None)
    attached = add_attachments(properties, document.title, objects)
    profile = objects.add_stream(srgb_profile(), "/N 3/Filter/FlateDecode", None)
    return objects.add(
        f"<</Type /Catalog/Lang{text_string(document.lang)}{parts}/MarkInfo<</Marked true>>"
        "/PageMode/UseNone/ViewerPreferences<</DisplayDocTitle true>>"
        "/PageLabels<</Nums[0<</S/D>>]>>"  # pages count from 1, as the footers do
        f"/Metadata {metadata} 0 R/OutputIntents[<</Type/OutputIntent/S/GTS_PDFA1"
        "/OutputConditionIdentifier(sRGB)/Info(sRGB IEC61966-2.1)"
        f"/DestOutputProfile {profile} 0 R>>]{attached}>>"
    )


@cache
def srgb_profile() -> bytes:
    """Return the sRGB profile compressed."""
    return framed((data_folder() / "srgb.icc").read_bytes(), KEPT)
