"""Signature fields: where a finished file can be signed without being changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.layout.boxes import OwnerNode
from generator.writers.pdf.links import Annotation
from generator.writers.pdf.objects import Objects
from generator.writers.pdf.paint import FieldArea
from generator.writers.pdf.strings import numbers, text_string


def add_signature_fields(
    areas: Iterable[FieldArea], first_key: int, pages: Sequence[int], objects: Objects
) -> dict[OwnerNode, list[Annotation]]:
    """Add an empty field for each area; return them by the node they stand in.

    `pages` holds the object numbers of the pages.
    """
    fields: dict[OwnerNode, list[Annotation]] = {}
    for place, area in enumerate(areas):
        key = first_key + place
        number = objects.add(_field(area, key, f"signature-{place + 1}", pages[area.page], objects))
        fields.setdefault(area.owner, []).append(Annotation(area.page, number, key))
    return fields


def form_of(fields: Iterable[Annotation]) -> str:
    """Return the catalogue's entry that lists the fields; nothing when there are none."""
    listed = " ".join(f"{one.number} 0 R" for one in fields)
    return f"/AcroForm<</Fields[{listed}]>>" if listed else ""


def _field(area: FieldArea, key: int, name: str, page: int, objects: Objects) -> str:
    """Return a signature field with its widget in one (ISO 32000-1, 12.7.4.5): empty, printed, labelled.

    An archive asks for an appearance, also of an empty field (ISO 19005-2, 6.3.3).
    """
    x0, y0, x1, y1 = area.box
    look = objects.add_stream(b"", f"/Type/XObject/Subtype/Form/BBox[{numbers(0, 0, x1 - x0, y1 - y0)}]")
    return (
        f"<</Type/Annot/Subtype/Widget/FT/Sig/T{text_string(name)}/TU{text_string(area.label)}"
        f"/Rect[{numbers(*area.box)}]/F 4/P {page} 0 R/StructParent {key}"
        f"/AP<</N {look} 0 R>>>>"
    )
