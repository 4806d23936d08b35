"""Files inside the file: the data that a document was made from (ISO 19005-3, 6.8)."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import md5

from generator.document.properties import Attachment, Properties
from generator.writers.compression import KEPT
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.strings import text_string


def add_attachments(properties: Properties, description: str, objects: Objects) -> str:
    """Add the attachments; return the catalogue's entries that name them as the source of the document.

    `description` tells a reader what they belong to (ISO 14289-1, 7.11).
    """
    if not properties.attachments:
        return ""
    files = {
        one.name: objects.add(_specification(one, properties.created, description, objects))
        for one in sorted(properties.attachments, key=lambda one: one.name)
    }
    names = f"/Names<</EmbeddedFiles<</Names[{_pairs(files)}]>>>>"
    return f"{names}/AF[{_references(list(files.values()))}]"


def _pairs(files: dict[str, int]) -> str:
    return " ".join(f"{text_string(name)} {number} 0 R" for name, number in files.items())


def _references(numbers: Sequence[int]) -> str:
    return " ".join(f"{number} 0 R" for number in numbers)


def _specification(attachment: Attachment, created: datetime, description: str, objects: Objects) -> str:
    """Return a file specification (ISO 32000-1, 7.11.3) that is the source of the document."""
    name = text_string(attachment.name)
    stream = objects.add_stream(attachment.content, _embedded(attachment, created), KEPT)
    return (
        f"<</Type/Filespec/F{name}/UF{name}/Desc{text_string(description)}/AFRelationship/Source"
        f"/EF<</F {stream} 0 R/UF {stream} 0 R>>>>"
    )


def _embedded(attachment: Attachment, created: datetime) -> str:
    """Return the entries of an embedded file: what it is, its size, date and checksum (7.11.4)."""
    digest = md5(attachment.content, usedforsecurity=False).hexdigest()
    mime = attachment.mime.replace("/", "#2F")
    return (
        f"/Type/EmbeddedFile/Subtype/{mime}/Params<</Size {len(attachment.content)}"
        f"/ModDate(D:{created:%Y%m%d%H%M%S}+00'00')/CheckSum<{digest}>>>"
    )
