import pytest

from generator.document.nodes import Caption, Cell, Column, Row
from generator.errors import TemplateError
from generator.layout import Fill, RuleLine, TextLine, bands, lay_out
from generator.theme import MM
from tests.layout.building import (
    EMBLEM,
    block,
    cell,
    document_of,
    heading,
    inline,
    kept,
    laid_out,
    lines_of,
    pages_of,
    row,
    table,
    texts_on,
    theme_of,
)

HEAD = (row("galva", header=True),)
FOOT = (row("kopā"),)
ROW = 16.0
"""The height of a row of one line: 12 pt leading and twice 2 pt padding."""


def rows(count: int) -> list[Row]:
    return [row(f"r{number}") for number in range(1, count + 1)]


def lines(layout_of: object) -> list[TextLine]:
    return [item for item in layout_of.pages[0].items if isinstance(item, TextLine)]  # type: ignore[attr-defined]


# -- pages --------------------------------------------------------------------------------------
def test_the_head_repeats_at_the_top_of_each_page() -> None:
    pages = pages_of(table(rows(20), HEAD), lines=10)
    assert len(pages) == 3
    assert [page[0] for page in pages] == ["galva"] * 3


def test_a_repeated_head_has_no_owner() -> None:
    first, second, _ = laid_out(table(rows(20), HEAD), lines=10).pages
    assert texts_on(first, owned=False) == []
    assert texts_on(second, owned=False) == ["galva"]


def test_a_table_without_a_head_goes_on_without_one() -> None:
    _, second = pages_of(table(rows(12)), lines=10)
    assert second[0] == "r10"


def test_rows_are_not_split() -> None:
    tall = Row((Cell(lines_of("t", 4)),))
    first, second = pages_of(block("a", 7), table([*rows(1), tall]), lines=10)
    assert first[-1] == "r1"
    assert second == ["t1", "t2", "t3", "t4"]


def test_the_head_stays_with_the_first_row() -> None:
    first, second = pages_of(block("a", 8), table(rows(3), HEAD), lines=10)
    assert first[-1] == "a8"
    assert second == ["galva", "r1", "r2", "r3"]


def test_the_head_does_not_stand_with_one_row_of_several() -> None:
    first, second = pages_of(block("a", 7), table(rows(3), HEAD), lines=10)
    assert first[-1] == "a7"
    assert second == ["galva", "r1", "r2", "r3"]


def test_the_last_row_stays_with_the_foot() -> None:
    first, second = pages_of(table(rows(9), (), FOOT), lines=10)
    assert first[-1] == "r8"
    assert second == ["r9", "kopā"]


def test_a_heading_and_a_caption_stay_with_the_first_row() -> None:
    caption = Caption(inline("Tabula"), "table-caption")
    first, second = pages_of(block("a", 6), heading("H"), table(rows(3), HEAD, caption=caption), lines=10)
    assert first[-1] == "a6"
    assert second[:4] == ["H", "Tabula", "galva", "r1"]


def test_rows_bound_by_a_span_stay_together() -> None:
    bound = [Row((cell("s", rowspan=3), cell("b1"))), row("b2"), row("b3")]
    first, second = pages_of(block("a", 7), table([row("r", "s"), *bound]), lines=10)
    assert first[-2:] == ["r", "s"]
    assert second == ["s", "b1", "b2", "b3"]


def test_a_row_taller_than_a_page_is_split_between_lines() -> None:
    pages = pages_of(table([Row((Cell(lines_of("t", 30)), cell("x")))], HEAD), lines=10)
    assert [line for page in pages for line in page if line.startswith("t")] == [
        f"t{n}" for n in range(1, 31)
    ]
    assert [page[0] for page in pages] == ["galva"] * len(pages)
    assert sum(page.count("x") for page in pages) == 1


def test_a_row_taller_than_a_page_begins_under_its_head() -> None:
    first, *_ = pages_of(block("a", 2), table([Row((Cell(lines_of("t", 30)),))], HEAD), lines=10)
    assert first[:4] == ["a1", "a2", "galva", "t1"]


def test_a_head_taller_than_half_a_page_is_not_repeated() -> None:
    head = Row((Cell(lines_of("h", 8), header=True),))
    pages = pages_of(table(rows(12), (head,)), lines=10)
    assert [line for page in pages for line in page].count("h1") == 1


def test_a_kept_group_takes_the_last_row_along() -> None:
    _, second = pages_of(table(rows(8), HEAD), kept(block("s", 1)), lines=10)
    assert second == ["galva", "r8", "s1"]


def test_ten_thousand_rows_keep_their_order() -> None:
    pages = pages_of(table(rows(10_000), HEAD), lines=50)
    assert [line for page in pages for line in page if line != "galva"] == [f"r{n}" for n in range(1, 10_001)]


def test_what_stands_in_a_row_is_made_when_its_page_is_asked_for(monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[object] = []
    monkeypatch.setattr(bands, "TextLine", lambda *fields: made.append(fields) or TextLine(*fields))
    first, second = lay_out(document_of(table(rows(15))), theme_of(10), EMBLEM).pages
    assert made == []
    assert {type(item) for item in second.items} == {TextLine, RuleLine}
    assert len(made) == 6
    assert {type(item) for item in first.items} == {TextLine, RuleLine}
    assert len(made) == 15


def test_a_row_whose_places_are_all_held_from_above_has_no_cells() -> None:
    body = [Row((cell("s", rowspan=2),)), row("over")]
    assert [text for page in pages_of(table(body), lines=10) for text in page] == ["s"]


# -- looks --------------------------------------------------------------------------------------
def test_columns_share_the_text_width() -> None:
    wide = table([row("a", "b")], columns=(Column(1), Column(3)))
    first, second = lines(laid_out(wide))
    width = theme_of(50).page.text_width
    assert second.x - first.x == pytest.approx(width / 4)
    assert first.x == pytest.approx(theme_of(50).page.margin_left + 1.6 * MM)


def test_a_column_aligns_its_data_but_not_its_head() -> None:
    columns = (Column(1, "right"),)
    head, data = lines(laid_out(table([row("1,00")], (row("Summa", header=True),), columns=columns)))
    right = theme_of(50).page.width - theme_of(50).page.margin_right - 1.6 * MM
    assert data.x + data.fragments[0].width == pytest.approx(right)
    assert head.x + head.fragments[0].width < right - 10


def test_the_last_digits_of_a_right_aligned_column_stand_under_each_other() -> None:
    columns = (Column(1, "right"),)
    ends = [
        line.x + line.fragments[-1].x + line.fragments[-1].width
        for line in lines(laid_out(table([row("9,99"), row("24 415,44"), row("0,05")], columns=columns)))
    ]
    assert ends == pytest.approx([ends[0]] * 3)


def test_a_subtotal_is_bold() -> None:
    plain, subtotal = lines(laid_out(table([row("a"), row("b", role="subtotal")])))
    assert (plain.fragments[0].face, subtotal.fragments[0].face) == ("regular", "bold")


def test_a_row_is_as_high_as_its_highest_cell() -> None:
    tall = Row((Cell(lines_of("t", 3)), cell("x")))
    texts = lines(laid_out(table([tall, row("a", "b")])))
    assert texts[4].y - texts[0].y == pytest.approx(3 * 12 + 4)


def test_a_spanning_cell_makes_its_last_row_higher() -> None:
    body = [Row((Cell(lines_of("t", 4), rowspan=2), cell("x"))), row("y"), row("a", "b")]
    texts = {line.fragments[0].text.strip(): line for line in lines(laid_out(table(body)))}
    assert texts["a"].y - texts["x"].y == pytest.approx(4 * 12 + 4)
    assert texts["y"].y - texts["x"].y == pytest.approx(ROW)


def test_each_rule_is_drawn_once() -> None:
    page = laid_out(table([row("a", "b"), row("c", "d")])).pages[0]
    rules = [item for item in page.items if isinstance(item, RuleLine)]
    assert len(rules) == 6


def test_a_span_has_no_rule_inside() -> None:
    body = [Row((cell("a", colspan=2),)), row("b", "c")]
    page = laid_out(table(body)).pages[0]
    heights = sorted(abs(item.y1 - item.y0) for item in page.items if isinstance(item, RuleLine))
    assert heights[-3:] == pytest.approx([ROW, 2 * ROW, 2 * ROW])


def test_head_and_foot_stand_on_a_ground() -> None:
    page = laid_out(table(rows(1), HEAD, FOOT)).pages[0]
    assert [item.color for item in page.items if isinstance(item, Fill)] == ["#E8ECF4", "#F4F6FA"]


def test_an_unknown_role_is_a_fault_of_the_template() -> None:
    wrong = type(table(rows(1)))((Column(1),), (), tuple(rows(1)), (), "nav")
    with pytest.raises(TemplateError, match="nav"):
        laid_out(wrong)
