"""The strict reader: the language of templates, and every fault with its place."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.document.html import read_document
from generator.document.language import ATTRIBUTES
from generator.document.marks import mark_field, mark_places
from generator.document.markup import Element, parse
from generator.document.nodes import (
    Blank,
    BulletList,
    Document,
    Figure,
    Group,
    Heading,
    LineBreak,
    Link,
    PageField,
    Paragraph,
    SideBySide,
    SignatureField,
    Table,
    Text,
    plain_text,
)
from generator.errors import Fault, TemplateError

FRAME = '<html lang="lv"><head><title>T</title></head><body>\n{}\n</body></html>'


def read(body: str) -> Document:
    return read_document(mark_places(FRAME.format(body), "t.html"), "t.html")


def faults(body: str, frame: str = FRAME) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        read_document(mark_places(frame.replace("{}", body), "t.html"), "t.html")
    return [f"{one.place.line}:{one.place.column} {one.id}" for one in caught.value.faults]


def only(body: str):  # type: ignore[no-untyped-def]
    (section,) = read(body).sections
    (block,) = section.blocks
    return block


def texts(inlines) -> list[str]:  # type: ignore[no-untyped-def]
    return [one.text for one in inlines if isinstance(one, Text)]


# -- what is read -------------------------------------------------------------------------------
def test_a_paragraph_has_its_words_and_its_role() -> None:
    block = only('<p class="note">Vārdi</p>')
    assert isinstance(block, Paragraph)
    assert (block.role, plain_text(block.children)) == ("note", "Vārdi")


def test_white_space_of_the_template_collapses() -> None:
    assert texts(only("<p>  viens \n\t divi  </p>").children) == ["viens divi"]


def test_a_no_break_space_stays() -> None:
    assert texts(only("<p>Nr.&nbsp;5</p>").children) == ["Nr.\u00a05"]


def test_spaces_around_a_line_break_are_dropped() -> None:
    block = only("<p>viens <br> divi</p>")
    assert texts(block.children) == ["viens", "divi"]
    assert isinstance(block.children[1], LineBreak)


def test_the_space_between_two_looks_stays_once() -> None:
    assert plain_text(only("<p>a <strong> b</strong> c</p>").children) == "a b c"


def test_spaces_that_the_data_typed_stay() -> None:
    block = only(f"<p>{mark_field('A  B', 'project.title')}</p>")
    assert texts(block.children) == ["A  B"]


def test_a_text_remembers_its_field_and_its_place() -> None:
    (text,) = only(f"<p>{mark_field('Rēzekne', 'journey.destination.name')}</p>").children
    assert (text.field, text.at.line, text.at.column) == ("journey.destination.name", 2, 1)


@pytest.mark.parametrize("written", ["&amp;&lt;&gt;&quot;&#39;", "&#38;&#60;&#62;&#34;&apos;"])
def test_entities_become_characters(written: str) -> None:
    assert plain_text(only(f"<p>{written}</p>").children) == "&<>\"'"


def test_looks_nest() -> None:
    (text,) = only('<p><strong><em><span lang="en">x</span></em></strong></p>').children
    assert (text.strong, text.emphasis, text.lang) == (True, True, "en")


def test_a_link_holds_its_texts() -> None:
    (link,) = only('<p><a href="https://example.lv">saite</a></p>').children
    assert isinstance(link, Link)
    assert (link.href, texts(link.children)) == ("https://example.lv", ["saite"])


def test_page_fields_stand_in_the_footer() -> None:
    document = read('<footer pages="all"><page-number>. lpp. no <page-count></footer><p>x</p>')
    (footer,) = document.footers
    assert footer.pages == "all"
    assert [one.kind for one in footer.children if isinstance(one, PageField)] == ["number", "count"]


def test_a_signature_field_has_its_label_and_its_size() -> None:
    (field,) = only('<p><signature-field label="Direktore" width="50"></p>').children
    assert isinstance(field, SignatureField)
    assert (field.label, field.width, field.height) == ("Direktore", 50, 10)


def test_a_blank_has_its_width() -> None:
    (blank,) = only('<p><blank width="44"></p>').children
    assert isinstance(blank, Blank)
    assert blank.width == 44


def test_a_list_may_hold_one_list_in_an_item() -> None:
    block = only("<ul><li>a<ol><li>b</li></ol></li></ul>")
    assert isinstance(block, BulletList)
    assert block.items[0].nested is not None
    assert block.items[0].nested.ordered


def test_a_table_has_head_body_foot_and_columns() -> None:
    block = only(
        '<table summary="s"><caption>c</caption><colgroup><col share="2"><col align="right"></colgroup>'
        '<thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
        '<tbody><tr><td rowspan="2">1</td><td>2</td></tr><tr class="subtotal"><td>3</td></tr></tbody>'
        '<tfoot><tr><th scope="row">K</th><td>5</td></tr></tfoot></table>'
    )
    assert isinstance(block, Table)
    assert [column.share for column in block.columns] == [2, 1]
    assert block.columns[1].align == "right"
    assert (len(block.head), len(block.body), len(block.foot)) == (1, 2, 1)
    assert block.body[1].role == "subtotal"
    assert (block.summary, block.caption is not None) == ("s", True)


def test_columns_are_counted_when_none_are_given() -> None:
    block = only(
        '<table><thead><tr><th scope="col" colspan="2">A</th><th scope="col">B</th></tr></thead></table>'
    )
    assert len(block.columns) == 3


def test_a_figure_has_a_picture_with_its_field() -> None:
    source = mark_field("photos/a.jpg", "photos[0].file")
    block = only(f'<figure><img src="{source}" alt="A" width="80"><figcaption>c</figcaption></figure>')
    assert isinstance(block, Figure)
    assert (block.image.source, block.image.key, block.image.width) == ("photos/a.jpg", "photos[0].file", 80)


def test_parts_stand_side_by_side() -> None:
    block = only(
        '<side-by-side class="dateline"><side share="3"><p>a</p></side><side><p>b</p></side></side-by-side>'
    )
    assert isinstance(block, SideBySide)
    assert [side.share for side in block.sides] == [3, 1]


def test_a_section_keeps_its_blocks_together() -> None:
    block = only('<section class="signatures" keep><p>a</p></section>')
    assert isinstance(block, Group)
    assert block.keep


def test_an_oriented_section_is_pages_of_its_own() -> None:
    document = read('<p>a</p><section orientation="landscape"><h1>b</h1></section><p>c</p>')
    assert [section.orientation for section in document.sections] == ["portrait", "landscape", "portrait"]


def test_the_head_gives_the_properties() -> None:
    source = (
        '<html lang="lv"><head><title>A &amp; B</title><meta name="author" content="D">'
        '<meta name="subject" content="S"></head><body><h1>x</h1></body></html>'
    )
    document = read_document(source)
    assert (document.title, document.author, document.subject, document.lang) == ("A & B", "D", "S", "lv")
    assert isinstance(document.sections[0].blocks[0], Heading)


# -- what is refused ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("<p>a", ["2:1 markup.unclosed"]),
        ("<p>a</p></p>", ["2:9 markup.not-open"]),
        ("<p><strong>a</p>", ["2:4 markup.unclosed"]),
        ("<p>a < b</p>", ["2:1 markup.stray"]),
        ("<p class=x>a</p>", ["2:1 markup.attribute"]),
        ("<marquee>a</marquee>", ["2:1 markup.unknown"]),
        ("<tr></tr>", ["2:1 markup.misplaced"]),
        ('<p style="color:red">a</p>', ["2:1 markup.attribute-unknown"]),
        ("loose", ["1:46 markup.loose-text"]),
        ("<figure></figure>", ["2:1 markup.figure-image"]),
        ("<table></table>", ["2:1 markup.table-empty"]),
        ("<table><thead><tr><th>1</th></tr></thead></table>", ["2:19 markup.scope-missing"]),
        ('<p><a href="javascript:x">a</a></p>', ["2:4 markup.link-address"]),
        ('<footer pages="odd">a</footer><p>a</p>', ["2:1 markup.choice"]),
        ('<p><blank width="wide"></p>', ["2:4 markup.number"]),
        ('<p><signature-field label="A" height="-1"></p>', ["2:4 markup.number"]),
        ('<p><signature-field name="A"></p>', ["2:4 markup.attribute-unknown"]),
        ("<ul><li>a<ul><li>b</li></ul><ul><li>c</li></ul></li></ul>", ["2:29 markup.list-twice"]),
        (
            '<section><section orientation="landscape"><p>a</p></section></section>',
            ["2:10 markup.orientation-inside"],
        ),
    ],
)
def test_a_fault_of_the_markup_has_its_place(body: str, expected: list[str]) -> None:
    assert faults(body) == expected


def test_all_faults_are_told_at_once() -> None:
    assert faults("<p>a\n<blink>b</blink>\n<h1></h1>\n") == [
        "2:1 markup.unclosed",
        "3:1 markup.unknown",
        "4:1 markup.misplaced",
    ]


def test_a_row_of_another_width_is_a_fault() -> None:
    head = '<table><thead><tr><th scope="col">A</th><th scope="col">B</th></tr></thead>'
    body = f"{head}<tbody><tr><td>1</td></tr></tbody></table>"
    assert faults(body) == ["2:83 markup.row-width"]


@pytest.mark.parametrize(
    ("frame", "expected"),
    [
        ('<html lang="lv"><head></head><body><p>a</p></body></html>', ["1:17 markup.element-missing"]),
        ('<html lang="lv"><body><p>a</p></body></html>', ["1:1 markup.element-missing"]),
        ("", ["None:None markup.element-missing"]),
    ],
)
def test_a_template_without_its_frame_is_refused(frame: str, expected: list[str]) -> None:
    assert faults("", frame) == expected


def test_every_element_of_the_language_has_its_attributes_listed() -> None:
    assert {"p", "table", "figure", "side-by-side", "page-number"} <= set(ATTRIBUTES)


@pytest.mark.parametrize("name", ["strong", "section", "side"])
def test_elements_in_each_other_without_end_are_one_fault(name: str) -> None:
    found = faults(f"<{name}>" * 5000 + f"</{name}>" * 5000)
    assert [one for one in found if one.endswith("markup.depth")] == [found[0]]


def test_tabs_and_line_ends_in_a_text_of_the_data_are_spaces() -> None:
    text = mark_field("a\tb\nc\rd", "journey.reason")
    assert texts(only(f"<p>{text}</p>").children) == ["a b c d"]


# -- leaves that are written alike ----------------------------------------------------------------
ROW = '<table><tbody><tr><th scope="row">Fonds</th><td>ESF</td></tr></tbody></table>'


def test_what_is_written_alike_has_the_same_cells_in_two_documents() -> None:
    first, second = only(ROW), only(ROW)
    pairs = list(zip(first.body[0].cells, second.body[0].cells, strict=True))
    assert first.body[0] is not second.body[0]
    assert all(one is other for one, other in pairs)
    assert [(cell.header, cell.scope) for cell in second.body[0].cells] == [(True, "row"), (False, "")]


@pytest.mark.parametrize("times", [1, 2])
def test_what_is_written_twice_in_a_document_has_the_same_content_in_cells_of_its_own(times: int) -> None:
    before, row, after = mark_places(FRAME.format(f"\0{ROW}\0"), "twice.html").split("\0")
    for _ in range(times):
        document = read_document(before + row * 3 + after, "twice.html")
        first, second, _ = (table.body[0].cells for table in document.blocks if isinstance(table, Table))
        pairs = list(zip(first, second, strict=True))
        assert all(one.children is other.children and one is not other for one, other in pairs)
        assert [(cell.header, cell.scope) for cell in second] == [(True, "row"), (False, "")]


def test_what_stands_elsewhere_has_content_of_its_own() -> None:
    first, second = (read(f"{space}<p>Vārdi.</p>").sections[0].blocks[0] for space in ("", "\n"))
    assert isinstance(first, Paragraph)
    assert isinstance(second, Paragraph)
    assert first.children is not second.children
    assert [one.children[0].at.line for one in (first, second)] == [2, 3]


def test_page_fields_and_blanks_are_never_shared() -> None:
    first, second = (only("<p><page-number></p>") for _ in range(2))
    assert first.children[0] is not second.children[0]


@pytest.mark.parametrize(
    "body",
    ['<p align="left">x</p>', "<table><tr><th>x</th></tr></table>", '<td colspan="0">x</td>', "<q>x</q>"],
)
def test_a_fault_of_a_leaf_is_told_each_time(body: str) -> None:
    first, second = faults(body), faults(body)
    assert first == second != []


@settings(max_examples=200)
@given(
    st.lists(
        st.sampled_from(["<p>", "</p>", "<td>", "</td>", "<TD>", "<b", ">", "x", " ", "&lt;", "<br>"]),
        max_size=12,
    )
)
def test_leaves_change_nothing_about_what_is_read(pieces: list[str]) -> None:
    marked = mark_places("".join(pieces), "t.html")
    assert outline(parse(marked)) == outline(parse(marked.replace("</", "<!-- -->\n</")))


def outline(parsed: tuple[Element, list[Fault]]) -> object:
    """Return what was read, without places of end tags and white space, which a line more moves."""
    root, found = parsed

    def of(element: Element) -> object:
        texts = "".join(child[0] for child in element.children if isinstance(child, tuple))
        return (
            element.name,
            dict(element.attributes),
            "".join(texts.split()),
            [of(one) for one in element.elements],
        )

    return of(root), sorted(one.id for one in found)
