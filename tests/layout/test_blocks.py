import pytest

from generator.document.nodes import (
    Blank,
    Block,
    BulletList,
    Document,
    Figure,
    Furniture,
    Image,
    ListItem,
    PageField,
    Section,
    Side,
    SideBySide,
    SignatureField,
    Text,
)
from generator.errors import TemplateError
from generator.images import Picture
from generator.layout import PlacedImage, RuleLine, TextLine, lay_out, missing_glyphs
from generator.layout.boxes import FieldBox, Item, Label
from generator.layout.paragraphs import STROKE_DROP
from generator.theme import MM
from tests.layout.building import (
    EMBLEM,
    block,
    document_of,
    figure,
    heading,
    inline,
    items,
    laid_out,
    paragraph,
    texts_on,
    theme_of,
)

LEFT = theme_of(50).page.margin_left


def lines_on(*blocks: Block) -> list[TextLine]:
    return [item for item in laid_out(*blocks).pages[0].items if isinstance(item, TextLine)]


def picture_in(item: Figure, width: int = 400, height: int = 300) -> PlacedImage:
    pictures = {item.image.key: Picture(b"", "jpeg", width, height)}
    (placed,) = lay_out(document_of(item), theme_of(50), pictures).pages[0].items
    assert isinstance(placed, PlacedImage)
    return placed


# -- paragraphs, headings, lists ----------------------------------------------------------------
def test_a_heading_begins_with_its_number() -> None:
    assert texts_on(laid_out(heading("Mērķis", number="1.")).pages[0]) == ["1. Mērķis"]


def test_a_line_of_a_right_aligned_role_ends_at_the_margin() -> None:
    (line,) = lines_on(paragraph("datums", role="dateline-end"))
    page = theme_of(50).page
    assert line.x + line.fragments[0].width == pytest.approx(page.width - page.margin_right)


def test_a_centred_line_stands_in_the_middle() -> None:
    (line,) = lines_on(paragraph("autors", role="author"))
    page = theme_of(50).page
    assert line.x + line.fragments[0].width / 2 == pytest.approx(LEFT + page.text_width / 2)


def test_a_label_hangs_in_the_indent_and_is_marked_as_label() -> None:
    label, text = lines_on(items("viens"))
    assert (type(label.owner), label.x) == (Label, pytest.approx(LEFT + 4 * MM))
    assert text.x == pytest.approx(LEFT + 10 * MM)
    assert label.y == text.y


def test_a_label_wider_than_the_indent_pushes_the_text() -> None:
    item = ListItem(inline("teksts"), "1.2.3.4.")
    label, text = lines_on(BulletList((item,), True, "plain-list"))
    assert text.x >= label.x + label.fragments[0].width + 2.99


def test_a_label_is_never_broken() -> None:
    numbered = BulletList((ListItem(inline("teksts"), "12.34.56.78."),), True, "plain-list")
    narrow = SideBySide((Side(1, (numbered,)), Side(9, (block("b", 1),))), "dateline")
    assert lines_on(narrow)[0].fragments[0].text.strip() == "12.34.56.78."


def test_a_list_in_a_list_is_indented_further() -> None:
    inner = BulletList((ListItem(inline("iekšā"), "–"),), False, "plain-list")
    lines = lines_on(BulletList((ListItem(inline("ārā"), "1.", inner),), True, "plain-list"))
    assert lines[3].x - lines[1].x == pytest.approx(6 * MM)


def test_a_blank_is_a_rule_on_the_page() -> None:
    rules = [item for item in laid_out(paragraph(Blank(50))).pages[0].items if isinstance(item, RuleLine)]
    assert [rule.x1 - rule.x0 for rule in rules] == [pytest.approx(50 * MM)]


def test_a_signature_field_stands_on_its_line_and_paints_nothing() -> None:
    node = paragraph("Paraksts ", SignatureField("Direktore", 40, 12))
    line, field = laid_out(node).pages[0].items
    assert isinstance(line, TextLine)
    assert isinstance(field, FieldBox)
    assert (field.width, field.height) == (pytest.approx(40 * MM), pytest.approx(12 * MM))
    assert field.y + field.height == pytest.approx(line.y + STROKE_DROP)
    assert field.x == pytest.approx(line.x + line.fragments[0].width, abs=5)
    assert field.owner is node


def test_emphasis_and_strength_choose_the_face() -> None:
    (line,) = lines_on(paragraph("a", Text("b", strong=True), Text("c", strong=True, emphasis=True)))
    assert [fragment.face for fragment in line.fragments] == ["regular", "bold", "bold-italic"]


def test_an_unknown_role_is_a_fault_of_the_template() -> None:
    with pytest.raises(TemplateError, match="nav"):
        laid_out(paragraph("a", role="nav"))


# -- pictures -----------------------------------------------------------------------------------
def test_a_picture_without_a_size_is_at_most_100_mm_high() -> None:
    placed = picture_in(Figure(Image("a.jpg", "A"), "figure"), 300, 400)
    assert placed.height == pytest.approx(100 * MM)
    assert placed.width == pytest.approx(75 * MM)


def test_a_wide_picture_fits_the_text_width() -> None:
    placed = picture_in(Figure(Image("a.jpg", "A"), "figure"), 1000, 100)
    assert placed.width == pytest.approx(theme_of(50).page.text_width)


def test_a_given_width_decides_the_height() -> None:
    placed = picture_in(Figure(Image("a.jpg", "A", width=40), "figure"), 400, 300)
    assert (placed.width, placed.height) == (pytest.approx(40 * MM), pytest.approx(30 * MM))


def test_a_picture_never_grows_beyond_the_page() -> None:
    placed = picture_in(Figure(Image("a.jpg", "A", width=165), "figure"), 100, 1000)
    assert placed.height <= theme_of(50).page.text_height + 0.01


def test_a_picture_stands_in_the_middle() -> None:
    placed = picture_in(figure(20))
    assert placed.x + placed.width / 2 == pytest.approx(LEFT + theme_of(50).page.text_width / 2)


def test_a_decoration_has_no_owner() -> None:
    assert picture_in(Figure(Image("a.jpg", "", height=10), "figure")).owner is None


# -- side by side -------------------------------------------------------------------------------
def _sides(role: str) -> SideBySide:
    return SideBySide((Side(1, (block("a", 3),)), Side(1, (block("b", 1),))), role)


@pytest.mark.parametrize(("role", "line"), [("dateline", 0), ("strip", 1), ("signature", 2)])
def test_sides_are_aligned_as_the_theme_says(role: str, line: int) -> None:
    lines = lines_on(_sides(role))
    assert lines[3].y == pytest.approx(lines[line].y)


def test_sides_share_the_width_between_their_gaps() -> None:
    lines = lines_on(_sides("dateline"))
    page = theme_of(50).page
    assert lines[3].x == pytest.approx(LEFT + (page.text_width + 4 * MM) / 2)


def test_sides_are_never_split() -> None:
    layout = laid_out(block("a", 8), _sides("dateline"), lines=10)
    assert texts_on(layout.pages[1]) == ["a1", "a2", "a3", "b1"]


def test_sides_taller_than_a_page_go_on_beside_each_other() -> None:
    tall = SideBySide((Side(1, (block("a", 15),)), Side(1, (block("b", 12),))), "dateline")
    first, second = laid_out(tall, lines=10).pages
    assert texts_on(first) == [f"{side}{n}" for side in "ab" for n in range(1, 11)]
    assert texts_on(second) == ["a11", "a12", "a13", "a14", "a15", "b11", "b12"]


# -- header, footer, page fields ----------------------------------------------------------------
def _furnished(*blocks: Block) -> Document:
    footer = Furniture((PageField("number"), Text(". lpp. no "), PageField("count")), "footer", "rest")
    return document_of(*blocks, headers=(Furniture(inline("Galvene"), "header", "first"),), footers=(footer,))


def test_the_footer_counts_the_pages() -> None:
    layout = lay_out(_furnished(block("a", 25)), theme_of(10), EMBLEM)
    assert [texts_on(page, owned=False) for page in layout.pages] == [
        ["Galvene"],
        ["2. lpp. no 3"],
        ["3. lpp. no 3"],
    ]


def test_header_and_footer_keep_their_distance_from_the_paper_edge() -> None:
    first, second = lay_out(_furnished(block("a", 12)), theme_of(10), EMBLEM).pages
    header, footer = first.items[0], second.items[-1]
    look, page = theme_of(10).paragraph["footer"], theme_of(10).page
    assert _y(header) == pytest.approx(page.header + 0.8 * look.leading)
    assert _y(footer) == pytest.approx(page.height - page.footer - 0.2 * look.leading)


def _y(item: Item) -> float:
    assert isinstance(item, TextLine)
    return item.y


def test_page_fields_in_the_text_tell_where_they_stand() -> None:
    told = paragraph("Lapa ", PageField("number"), " no ", PageField("count"))
    layout = laid_out(block("a", 10), block("b", 2), told, block("c", 10), lines=10)
    assert texts_on(layout.pages[1])[2] == "Lapa 2 no 3"


# -- letters ------------------------------------------------------------------------------------
def test_letters_no_face_holds_are_found_with_their_text() -> None:
    text = Text("Šis ir 漢字, 漢")
    assert missing_glyphs(document_of(paragraph(text))) == [("漢", text), ("字", text)]


def test_latvian_and_its_marks_are_all_held() -> None:
    letters = "āčēģīķļņōŗšūžĀČĒĢĪĶĻŅŌŖŠŪŽ„”–—…€°²³½«»’\u00a0\u00ad\u2011\u202f\u200b"
    assert missing_glyphs(document_of(paragraph(letters))) == []


def test_header_link_cell_and_caption_are_looked_through() -> None:
    header = Furniture(inline("漢"), "header")
    assert len(missing_glyphs(document_of(paragraph("a"), headers=(header,)))) == 1


def test_control_characters_are_not_held() -> None:
    assert [character for character, _ in missing_glyphs(document_of(paragraph("a\tb")))] == ["\t"]


def test_a_section_may_be_empty() -> None:
    document = Document("T", "lv", (Section(()), Section((block("a", 1),))))
    assert len(lay_out(document, theme_of(10), EMBLEM).pages) == 2
