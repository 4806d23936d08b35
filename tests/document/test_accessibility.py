"""What a document must have for a screen reader and an archive; a document without it is refused."""

from dataclasses import replace

import pytest

from generator.document.accessibility import contrast, require
from generator.document.nodes import (
    Block,
    BulletList,
    Document,
    Figure,
    Group,
    Image,
    Link,
    ListItem,
    Section,
    Side,
    SideBySide,
    SignatureField,
    Text,
)
from generator.errors import Place, TemplateError
from generator.layout import lay_out
from generator.writers.pdf import write
from tests.layout.building import heading, paragraph, row, shipped_theme, table
from tests.writers.pdf.sample import PROPERTIES, rich

SOUND = Document("Nosaukums", "lv-LV", (Section((heading("V", 1),)),))


def document(*blocks: Block) -> Document:
    return replace(SOUND, sections=(Section((heading("V", 1), *blocks)),))


def refused(source: Document) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        require(source, shipped_theme())
    return [one.id for one in caught.value.faults]


def test_a_sound_document_passes() -> None:
    require(SOUND, shipped_theme())
    require(rich(), shipped_theme())


def test_a_document_that_passed_is_looked_at_again_with_another_theme() -> None:
    source, theme = replace(SOUND), shipped_theme()
    require(source, theme)
    pale = theme.paragraph["body"].model_copy(update={"color": "#CCCCCC"})
    with pytest.raises(TemplateError):
        require(source, theme.model_copy(update={"paragraph": {**theme.paragraph, "body": pale}}))
    require(source, theme)


def test_a_document_without_a_title_is_refused() -> None:
    assert refused(replace(SOUND, title=" ")) == ["markup.title-empty"]


def test_a_signature_field_without_a_label_is_refused() -> None:
    field = SignatureField(" ", 40, 10, at=Place("t.html", 7, 3))
    with pytest.raises(TemplateError) as caught:
        require(document(paragraph(field)), shipped_theme())
    (found,) = caught.value.faults
    assert (found.id, str(found.place)) == ("markup.signature-label", "t.html:7:3")


def test_a_document_without_a_language_is_refused() -> None:
    assert refused(replace(SOUND, lang="")) == ["markup.lang-missing"]


@pytest.mark.parametrize("lang", ["latviešu", "lv_LV", "x y"])
def test_an_unknown_language_is_refused(lang: str) -> None:
    assert refused(replace(SOUND, lang=lang)) == ["markup.lang-unknown"]
    assert refused(document(paragraph(Text("a", lang=lang)))) == ["markup.lang-unknown"]


def test_a_heading_that_skips_a_level_is_refused() -> None:
    assert refused(document(heading("a", 3))) == ["markup.heading-skipped"]


def test_an_empty_heading_is_refused() -> None:
    assert refused(document(heading(" ", 2))) == ["markup.heading-empty"]


def test_a_table_without_header_cells_is_refused() -> None:
    assert refused(document(table([row("a")]))) == ["markup.table-header"]


def test_a_picture_without_alternative_text_is_refused() -> None:
    assert refused(document(Figure(Image("a.jpg", None), "figure"))) == ["markup.alt-missing"]


def test_a_colour_too_near_to_its_ground_is_refused() -> None:
    theme = shipped_theme()
    pale = theme.paragraph["note"].model_copy(update={"color": "#AAAAAA"})
    faint = theme.model_copy(update={"paragraph": {**theme.paragraph, "note": pale}})
    with pytest.raises(TemplateError, match="note"):
        require(SOUND, faint)


def test_faults_stand_in_the_order_of_their_kinds() -> None:
    inner = Group(
        (
            paragraph(SignatureField("", 40, 10), Text("a", lang="_")),
            Figure(Image("a.jpg", None), "figure"),
            BulletList((ListItem((Link("https://a.lv/", (Text("b", lang="_"),)),)),), False, "list"),
            table([row("a")]),
            heading(" ", 3),
        ),
        "group",
    )
    assert refused(document(SideBySide((Side(1, (inner,)),), "strip"))) == [
        "markup.heading-empty",
        "markup.heading-skipped",
        "markup.table-header",
        "markup.alt-missing",
        "markup.signature-label",
        "markup.lang-unknown",
        "markup.lang-unknown",
    ]


def test_contrast_is_measured_as_wcag_does() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_writer_writes_nothing_that_is_refused() -> None:
    source = replace(SOUND, title="")
    theme = shipped_theme()
    with pytest.raises(TemplateError):
        write(source, lay_out(source, theme, {}), theme, {}, PROPERTIES)
