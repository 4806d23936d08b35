"""What a file says about itself: the core properties that every office program reads."""

from __future__ import annotations

from datetime import UTC, datetime

from generator.document.nodes import Document
from generator.document.properties import Properties
from generator.writers.docx.markup import LIBRARY_DECLARATION, allowed, escaped

LONGEST_PROPERTY = 255
"""How many characters a core property may have."""

_ROOT = (
    '<cp:coreProperties xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"'
    ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/"'
    ' xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">'
)


def core_part(document: Document, language: str, properties: Properties) -> str:
    """Return the text of `docProps/core.xml`; raises BadValue for what XML cannot hold."""
    made = _moment(properties.created)
    return (
        f"{LIBRARY_DECLARATION}{_ROOT}"
        f"<dc:title>{_short(document.title)}</dc:title>"
        f"<dc:creator>{_short(document.author)}</dc:creator>"
        f"<dc:subject>{_short(document.subject)}</dc:subject>"
        f"<cp:keywords>{_short(document.keywords)}</cp:keywords>"
        f"<dc:language>{escaped(language)}</dc:language>"
        f'<dcterms:created xsi:type="dcterms:W3CDTF">{made}</dcterms:created>'
        f'<dcterms:modified xsi:type="dcterms:W3CDTF">{made}</dcterms:modified>'
        "</cp:coreProperties>"
    )


def _short(text: str) -> str:
    whole = allowed(text)
    if len(whole) > LONGEST_PROPERTY:
        whole = whole[: LONGEST_PROPERTY - 1].rstrip() + "…"
    return escaped(whole).replace("\r", "&#13;")


def _moment(moment: datetime) -> str:
    """Return a moment in universal time, to the second."""
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
