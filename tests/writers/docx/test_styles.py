"""The styles of the DOCX writer: Word's own names, few of them, from the theme."""

from __future__ import annotations

from functools import cache

import pytest
from lxml import etree

from generator.theme import ParagraphLook
from generator.writers.docx.names import named_styles
from tests.writers.docx.samples import W, document, paragraph, part, theme


@cache
def styles() -> dict[str, etree._Element]:
    """Return the styles of a document by the name Word shows."""
    root = part(document(paragraph("a")), "word/styles.xml")
    return {style.find(f"{W}name").get(f"{W}val"): style for style in root.findall(f"{W}style")}  # type: ignore[union-attr,misc]


def attribute(style: etree._Element, path: str, name: str = "val") -> str | None:
    found = style.find("/".join(W + step for step in path.split("/")))
    return None if found is None else found.get(W + name)


@pytest.mark.parametrize(
    "name", ["heading 1", "heading 2", "heading 3", "Body Text", "caption", "header", "footer"]
)
def test_words_own_styles_bear_the_names_that_word_stores(name: str) -> None:
    assert styles()[name].get(f"{W}customStyle") is None


def test_other_styles_say_that_they_are_custom() -> None:
    assert styles()["Addressee"].get(f"{W}customStyle") == "1"


def test_every_role_of_the_theme_is_a_style() -> None:
    made = {name.lower() for name in styles()}
    assert {look.word.lower() for look in theme().paragraph.values()} <= made
    assert {look.word.lower() for look in theme().table.values()} <= made


def test_styles_rest_on_the_body_text() -> None:
    assert attribute(styles()["Body Text"], "basedOn") == "Normal"
    assert attribute(styles()["heading 1"], "basedOn") == "BodyText"


def test_ids_are_ascii_and_each_is_used_once() -> None:
    ids = [style.get(f"{W}styleId") or "" for style in styles().values()]
    assert all(id.isascii() and id.isalnum() for id in ids)
    assert len(set(ids)) == len(ids)


def test_every_style_that_another_names_exists() -> None:
    ids = {style.get(f"{W}styleId") for style in styles().values()}
    named = {attribute(style, tag) for style in styles().values() for tag in ("basedOn", "next")}
    assert named - {None} <= ids


def test_headings_stand_in_the_outline_and_body_text_follows_them() -> None:
    for level in (1, 2, 3):
        style = styles()[f"heading {level}"]
        assert attribute(style, "pPr/outlineLvl") == str(level - 1)
        assert attribute(style, "next") == "BodyText"
        assert style.find(f"{W}pPr/{W}keepNext") is not None


def test_a_caption_follows_a_figure() -> None:
    assert attribute(styles()["Figure"], "next") == "Caption"


def test_line_pitch_is_exact_but_a_figures_line_grows_with_its_picture() -> None:
    assert attribute(styles()["Body Text"], "pPr/spacing", "line") == "290"
    assert attribute(styles()["Body Text"], "pPr/spacing", "lineRule") == "exact"
    assert attribute(styles()["Figure"], "pPr/spacing", "lineRule") == "auto"


def test_an_indent_that_hangs_is_written_as_hanging() -> None:
    style = styles()["List Paragraph"]
    assert attribute(style, "pPr/ind", "left") == "567"
    assert attribute(style, "pPr/ind", "hanging") == "340"


def test_a_role_without_serifs_names_its_own_font_and_the_others_do_not() -> None:
    named = {name: attribute(style, "rPr/rFonts", "ascii") for name, style in styles().items()}
    assert named["Publicity Strip"] == "Arial"
    assert named["Addressee"] is None


def test_the_table_of_fonts_names_what_has_the_same_widths() -> None:
    root = part(document(paragraph("a")), "word/fontTable.xml")
    fonts = {font.get(f"{W}name"): attribute(font, "altName") for font in root.findall(f"{W}font")}
    assert fonts == {"Times New Roman": "Tinos", "Arial": "Arimo"}


def test_the_language_and_the_font_stand_in_the_defaults() -> None:
    root = part(document(paragraph("a")), "word/styles.xml")
    defaults = root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults is not None
    assert attribute(defaults, "lang") == "lv-LV"
    assert attribute(defaults, "rFonts", "ascii") == "Times New Roman"


def test_a_table_style_has_rules_padding_and_grounds() -> None:
    style = styles()["Report Grid"]
    assert attribute(style, "tblPr/tblBorders/insideH", "sz") == "4"
    assert attribute(style, "tblPr/tblCellMar/left", "w") == "91"
    grounds = {
        part.get(f"{W}type"): attribute(part, "tcPr/shd", "fill") for part in style.findall(f"{W}tblStylePr")
    }
    assert grounds == {"firstRow": "E8ECF4", "lastRow": "F4F6FA"}


def test_styles_nobody_uses_are_hidden() -> None:
    latent = part(document(paragraph("a")), "word/styles.xml").find(f"{W}latentStyles")
    assert latent is not None
    assert latent.get(f"{W}defSemiHidden") == "1"


# -- names --------------------------------------------------------------------------------------
def look(word: str) -> ParagraphLook:
    return theme().paragraph["body"].model_copy(update={"word": word})


def ids_of(**words: str) -> dict[str, tuple[str, str]]:
    """Return name and id of some roles of a theme."""
    roles = {role.replace("_", "-"): look(word) for role, word in words.items()}
    made = named_styles(theme().model_copy(update={"paragraph": {**theme().paragraph, **roles}}))
    return {role: (made.paragraph[role].name, made.paragraph[role].id) for role in roles}


def test_a_role_that_names_no_style_is_named_after_itself() -> None:
    assert ids_of(side_note="Body Text") == {"side-note": ("Side Note", "SideNote")}


def test_a_name_in_other_letters_gets_an_ascii_id() -> None:
    assert ids_of(note_a="Piezīme ā") == {"note-a": ("Piezīme ā", "PiezimeA")}
    assert ids_of(x="Ж") == {"x": ("Ж", "Style")}


def test_names_that_differ_only_in_accents_get_two_ids() -> None:
    assert [id for _, id in ids_of(a="Ēka", b="Eka").values()] == ["Eka", "Eka1"]


def test_word_knows_its_own_styles_however_the_theme_writes_them() -> None:
    assert ids_of(x="Heading 4") == {"x": ("heading 4", "Heading4")}


def test_no_role_takes_the_name_of_a_style_that_the_writer_needs() -> None:
    assert ids_of(loud="Strong") == {"loud": ("Loud", "Loud")}
