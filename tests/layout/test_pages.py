import pytest

from generator.document.nodes import Caption, Furniture, PageBreak, Section
from generator.errors import TemplateError
from generator.layout import lay_out
from tests.layout.building import (
    EMBLEM,
    block,
    document_of,
    figure,
    heading,
    inline,
    items,
    kept,
    pages_of,
    paragraph,
    theme_of,
)


# -- paragraphs ---------------------------------------------------------------------------------
def test_a_paragraph_flows_over_the_page_end() -> None:
    assert pages_of(block("a", 8), block("b", 4), lines=10) == [
        [f"a{n}" for n in range(1, 9)] + ["b1", "b2"],
        ["b3", "b4"],
    ]


def test_one_line_is_never_left_at_a_page_end() -> None:
    first, second = pages_of(block("a", 9), block("b", 4), lines=10)
    assert first[-1] == "a9"
    assert second == ["b1", "b2", "b3", "b4"]


def test_one_line_is_never_carried_to_a_new_page() -> None:
    first, second = pages_of(block("a", 5), block("b", 6), lines=10)
    assert first[-1] == "b4"
    assert second == ["b5", "b6"]


def test_a_paragraph_of_three_lines_stays_whole() -> None:
    first, second = pages_of(block("a", 8), block("b", 3), lines=10)
    assert first[-1] == "a8"
    assert second == ["b1", "b2", "b3"]


def test_a_page_exactly_full_begins_no_other() -> None:
    assert len(pages_of(block("a", 10), lines=10)) == 1


def test_list_items_follow_the_same_rule() -> None:
    first, second = pages_of(block("a", 9), items("viens", "divi"), lines=10)
    assert first[-2:] == ["1.", "viens"]
    assert second == ["2.", "divi"]


# -- what stays with what follows ---------------------------------------------------------------
def test_a_heading_stays_with_two_lines_of_its_text() -> None:
    first, second = pages_of(block("a", 7), heading("H"), block("b", 6), lines=10)
    assert first[-1] == "a7"
    assert second[0] == "H"


def test_a_heading_with_room_for_two_lines_stays_on_the_page() -> None:
    first, _ = pages_of(block("a", 6), heading("H"), block("b", 6), lines=10)
    assert first[-3:] == ["H", "b1", "b2"]


def test_headings_in_a_row_stay_together() -> None:
    _, second = pages_of(block("a", 7), heading("H"), heading("I", 3), block("b", 2), lines=12)
    assert second == ["H", "I", "b1", "b2"]


def test_a_paragraph_that_is_kept_with_the_next_does_not_end_a_page() -> None:
    first, second = pages_of(block("a", 9), block("k", 1, keep=True), block("b", 2), lines=10)
    assert first[-1] == "a9"
    assert second == ["k1", "b1", "b2"]


def test_a_caption_stays_with_its_picture() -> None:
    caption = Caption(inline("Paraksts"), "caption")
    _, second = pages_of(block("a", 6), figure(20, caption=caption), lines=10)
    assert second == ["[picture]", "Paraksts"]


def test_a_heading_stays_with_a_picture() -> None:
    _, second = pages_of(block("a", 5), heading("H"), figure(20), lines=10)
    assert second == ["H", "[picture]"]


# -- groups -------------------------------------------------------------------------------------
def test_a_kept_group_stays_whole_and_takes_two_lines_along() -> None:
    first, second = pages_of(block("a", 8), kept(block("s", 3)), lines=10)
    assert first[-1] == "a6"
    assert second == ["a7", "a8", "s1", "s2", "s3"]


def test_a_kept_group_takes_a_short_paragraph_whole() -> None:
    first, second = pages_of(block("a", 6), block("b", 3), kept(block("s", 2)), lines=10)
    assert first[-1] == "a6"
    assert second == ["b1", "b2", "b3", "s1", "s2"]


def test_a_kept_group_that_fits_stays() -> None:
    assert len(pages_of(block("a", 7), kept(block("s", 3)), lines=10)) == 1


def test_a_kept_group_longer_than_a_page_is_broken_like_any_text() -> None:
    pages = pages_of(kept(*(block(name, 4) for name in "abcd")), lines=10)
    assert [line for page in pages for line in page] == [f"{name}{n}" for name in "abcd" for n in range(1, 5)]
    assert all(len(page) >= 2 for page in pages)


def test_a_chain_longer_than_a_page_breaks_rather_than_fails() -> None:
    chain = [block(f"k{n}.", 1, keep=True) for n in range(25)]
    pages = pages_of(*chain, lines=10)
    assert sum(len(page) for page in pages) == 25
    assert len(pages) == 3


# -- breaks and sections ------------------------------------------------------------------------
def test_a_page_break_begins_a_page() -> None:
    assert pages_of(block("a", 1), PageBreak(), block("b", 1), lines=10) == [["a1"], ["b1"]]


def test_page_breaks_make_no_empty_pages() -> None:
    blocks = (PageBreak(), block("a", 1), PageBreak(), PageBreak(), block("b", 1), PageBreak())
    assert pages_of(*blocks, lines=10) == [["a1"], ["b1"]]


def test_a_section_begins_a_page_in_its_orientation() -> None:
    document = document_of(block("a", 1))
    turned = Section((block("b", 1),), "landscape")
    document = type(document)("T", "lv", (*document.sections, turned))
    theme = theme_of(40)
    first, second = lay_out(document, theme, EMBLEM).pages
    assert (first.width, first.height) == (second.height, second.width)


def test_a_document_without_blocks_has_one_page() -> None:
    assert pages_of(lines=10) == [[]]


# -- space --------------------------------------------------------------------------------------
def test_space_before_is_dropped_at_the_top_of_a_page() -> None:
    layout = lay_out(document_of(heading("H"), block("a", 2)), theme_of(10), EMBLEM)
    look = theme_of(10).paragraph["h2"]
    assert layout.pages[0].items[0].y == pytest.approx(theme_of(10).page.margin_top + 0.8 * look.leading)  # type: ignore[union-attr]


def test_space_after_and_space_before_add_up() -> None:
    layout = lay_out(
        document_of(paragraph("a", role="body"), heading("H"), block("b", 2)), theme_of(20), EMBLEM
    )
    text, title = layout.pages[0].items[:2]
    body, look = theme_of(20).paragraph["body"], theme_of(20).paragraph["h2"]
    expected = 0.2 * body.leading + body.after + look.before + 0.8 * look.leading
    assert title.y - text.y == pytest.approx(expected)  # type: ignore[union-attr]


# -- what stands on a page ----------------------------------------------------------------------
def test_what_stands_on_a_page_is_made_anew_when_it_is_asked_for() -> None:
    (page,) = lay_out(document_of(block("a", 2)), theme_of(10), EMBLEM).pages
    assert page.items == page.items
    assert page.items is not page.items


def test_a_role_of_a_footer_is_looked_up_before_anybody_asks_what_stands_on_a_page() -> None:
    footer = Furniture(inline("a"), "nav", "rest")
    one_page, two_pages = (document_of(block("a", count), footers=(footer,)) for count in (10, 20))
    lay_out(one_page, theme_of(10), EMBLEM)
    with pytest.raises(TemplateError, match="nav"):
        lay_out(two_pages, theme_of(10), EMBLEM)
