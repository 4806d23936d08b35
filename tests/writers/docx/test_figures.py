"""Pictures and drawings of the DOCX writer."""

from __future__ import annotations

from lxml import etree

from generator.document.nodes import Block, Caption, Figure, Image
from tests.writers.docx.samples import W, document, figure, paragraph, part, parts, rich, strip, text

WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
WPS = "{http://schemas.microsoft.com/office/word/2010/wordprocessingShape}"
DECORATIVE = "{http://schemas.microsoft.com/office/drawing/2017/decorative}decorative"
MM = 36000
"""English Metric Units in a millimetre."""


def inlines(*blocks: Block) -> list[etree._Element]:
    return list(part(document(*blocks)).iter(f"{WP}inline"))


def size(inline: etree._Element) -> tuple[float, float]:
    """Return width and height of a drawing in mm."""
    extent = inline.find(f"{WP}extent")
    assert extent is not None
    wide, high = (round(int(extent.get(name) or 0) / MM, 1) for name in ("cx", "cy"))
    return wide, high


def description(inline: etree._Element) -> etree._Element:
    found = inline.find(f"{WP}docPr")
    assert found is not None
    return found


def test_a_picture_has_the_size_asked_for_and_its_own_proportion() -> None:
    (inline,) = inlines(figure("photo.jpeg", width=80))
    assert size(inline) == (80.0, 60.0)


def test_a_picture_never_exceeds_the_text() -> None:
    (inline,) = inlines(figure("photo.jpeg", width=400))
    assert size(inline) == (165.0, 123.8)


def test_a_picture_carries_its_alternative_text() -> None:
    (inline,) = inlines(figure("photo.jpeg", 'Cilvēki & "ēka"'))
    assert description(inline).get("descr") == 'Cilvēki & "ēka"'


def test_a_decoration_is_marked_as_one() -> None:
    (inline,) = inlines(figure("photo.jpeg", ""))
    assert description(inline).get("descr") == ""
    (mark,) = description(inline).iter(DECORATIVE)
    assert mark.get("val") == "1"


def test_the_name_of_the_file_does_not_leave_the_house() -> None:
    made = parts(rich())
    assert all(b"photo.jpeg" not in content and b"logo.png" not in content for content in made.values())
    assert "word/media/image1.png" in made


def test_the_same_picture_is_stored_once() -> None:
    made = parts(document(figure("photo.jpeg"), figure("photo.jpeg", width=50)))
    assert [name for name in made if "media" in name] == ["word/media/image1.jpeg"]


def test_ids_of_drawings_are_used_once() -> None:
    root = part(rich())
    ids = [found.get("id") for found in root.iter() if etree.QName(found).localname in {"docPr", "cNvPr"}]
    assert len(ids) > 4
    assert len(set(ids)) == len(ids)


def test_an_emblem_is_drawn_in_vectors() -> None:
    emblem = Figure(Image("emblem:european-union", "Eiropas Savienības emblēma", height=20), "figure")
    (inline,) = inlines(emblem)
    assert size(inline) == (30.0, 20.0)
    ground, stars = inline.iter(f"{WPS}wsp")
    assert len(list(ground.iter(f"{A}close"))) == 1
    assert len(list(stars.iter(f"{A}close"))) == 12
    colors = [shape.find(f"{WPS}spPr/{A}solidFill/{A}srgbClr") for shape in (ground, stars)]
    assert [color.get("val") for color in colors if color is not None] == ["003399", "FFCC00"]


def test_a_caption_stands_below_and_stays_with_its_picture() -> None:
    first, second, _ = part(document(figure("photo.jpeg", caption="Ēka")))[0]
    assert first.find(f".//{WP}inline") is not None
    assert first.find(f"{W}pPr/{W}keepNext") is None  # the style says so
    assert "".join(found.text or "" for found in second.iter(f"{W}t")) == "1. attēls. Ēka"


def test_a_picture_without_caption_is_free_of_what_follows() -> None:
    first, *_ = part(document(figure("photo.jpeg"), paragraph("a")))[0]
    keep = first.find(f"{W}pPr/{W}keepNext")
    assert keep is not None
    assert keep.get(f"{W}val") == "0"


def test_a_picture_in_another_role_still_has_a_line_that_grows() -> None:
    made = Figure(Image("photo.jpeg", "a"), "strip", Caption(text("b"), "caption"))
    first, *_ = part(document(made))[0]
    spacing = first.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}lineRule") == "auto"


def test_pictures_side_by_side_fit_their_sides() -> None:
    widths = [size(inline)[0] for inline in inlines(strip())]
    assert widths == [27.0, 30.0]
