"""Tables of the DOCX writer, and parts that stand side by side."""

from __future__ import annotations

from lxml import etree

from generator.document.nodes import Block, Cell, Group, Row, Side, SideBySide
from tests.writers.docx.samples import (
    W,
    cost_table,
    document,
    paragraph,
    part,
    row,
    signature,
    strip,
    table,
    text,
    theme,
)


def body(*blocks: Block) -> etree._Element:
    found = part(document(*blocks)).find(f"{W}body")
    assert found is not None
    return found


def grid(*blocks: Block) -> etree._Element:
    found = body(*blocks).find(f"{W}tbl")
    assert found is not None
    return found


def rows(*blocks: Block) -> list[etree._Element]:
    return grid(*blocks).findall(f"{W}tr")


def has(element: etree._Element, path: str) -> bool:
    return element.find(".//" + "/".join(W + step for step in path.split("/"))) is not None


def attributes(elements: list[etree._Element], name: str = "val") -> list[str | None]:
    return [found.get(W + name) for found in elements]


# -- rows ---------------------------------------------------------------------------------------
def test_every_row_of_the_head_repeats_and_no_other() -> None:
    assert [has(found, "trPr/tblHeader") for found in rows(cost_table())] == [True] * 2 + [False] * 5


def test_no_row_splits_at_a_page_end() -> None:
    assert all(has(found, "trPr/cantSplit") for found in rows(cost_table()))


def test_the_head_keeps_its_first_two_rows_and_the_last_row_its_foot() -> None:
    kept = [has(found, "pPr/keepNext") for found in rows(cost_table())]
    assert kept == [True, True, True, False, False, True, False]


def test_a_table_without_head_and_foot_keeps_nothing() -> None:
    assert not has(grid(table([row("a", "1", "2"), row("b", "3", "4")])), "keepNext")


def test_a_kept_group_holds_every_row_but_frees_the_last() -> None:
    kept = Group((table([row("a", "1", "2"), row("b", "3", "4")]),), "", keep=True)
    before, *_ = body(paragraph("a"), kept).findall(f"{W}p")
    assert has(before, "keepNext")
    assert [has(found, "keepNext") for found in rows(paragraph("a"), kept)] == [True, False]


def test_the_parts_of_a_table_have_the_styles_of_their_roles() -> None:
    styles = [attributes(found.findall(f".//{W}pStyle")) for found in rows(cost_table(1))]
    assert styles[1] == ["TableHead"] * 3
    assert styles[2] == ["TableText"] * 3
    assert styles[4] == ["TableFoot"] * 3


def test_a_header_of_a_row_has_the_style_of_row_headers() -> None:
    facts = table([Row((Cell(text("Fonds"), True, "row"), Cell(text("ESF"))))], shares=(30, 70), role="facts")
    assert attributes(grid(facts).findall(f".//{W}pStyle")) == ["FactsName", "FactsText"]
    look = grid(facts).find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert look.get(f"{W}firstColumn") == "1"


def test_a_subtotal_is_strong() -> None:
    assert attributes(rows(cost_table(1))[3].findall(f".//{W}rStyle")) == ["Strong"] * 3


def test_columns_align_the_cells_below_the_head_and_a_cell_may_differ() -> None:
    own = Cell(text("x"), align="center")
    made = rows(table([row("a", "1", own)], head=[row("A", "B", "C", header=True)]))
    aligned = [[found.find(f".//{W}jc") is not None for found in one.findall(f"{W}tc")] for one in made]
    assert aligned == [[False, False, False], [False, True, True]]
    assert attributes(made[1].findall(f".//{W}jc")) == ["right", "center"]


# -- columns and spans --------------------------------------------------------------------------
def test_widths_fill_the_text_and_stand_on_grid_and_cells() -> None:
    made = grid(table([row("a", "1", "2")], shares=(1, 1, 1)))
    widths = attributes(made.findall(f"{W}tblGrid/{W}gridCol"), "w")
    assert sum(int(width or 0) for width in widths) == 9354  # 165 mm
    assert attributes(made.findall(f"{W}tr/{W}tc/{W}tcPr/{W}tcW"), "w") == widths
    layout = made.find(f"{W}tblPr/{W}tblLayout")
    assert layout is not None
    assert layout.get(f"{W}type") == "fixed"


def test_every_row_covers_all_columns() -> None:
    for found in rows(cost_table()):
        spans = [cell.find(f"{W}tcPr/{W}gridSpan") for cell in found.findall(f"{W}tc")]
        assert sum(1 if span is None else int(span.get(f"{W}val") or 0) for span in spans) == 3


def test_a_cell_over_rows_is_merged_downwards() -> None:
    first, second, *_ = rows(cost_table())
    assert attributes(first.findall(f".//{W}vMerge")) == ["restart"]
    assert attributes(second.findall(f".//{W}vMerge")) == ["continue"]


def test_a_cell_over_rows_and_columns_is_both() -> None:
    wide = Cell(text("a"), colspan=2, rowspan=2)
    made = rows(table([Row((wide, Cell(text("b")))), row("c"), row("d", "e", "f")]))
    assert attributes(made[1].findall(f".//{W}gridSpan")) == ["2"]
    assert [len(found.findall(f"{W}tc")) for found in made] == [2, 2, 3]
    assert not has(made[2], "vMerge")


def test_spans_that_reach_too_far_end_with_the_table() -> None:
    wide = Cell(text("a"), colspan=9, rowspan=9)
    made = rows(table([Row((wide,)), row("b", "c", "d")], foot=[row("e", "f", "g")]))
    assert attributes(made[0].findall(f".//{W}gridSpan")) == ["3"]
    assert not has(made[-1], "vMerge")


# -- what a table says of itself ----------------------------------------------------------------
def test_the_caption_stands_above_and_stays_with_the_table() -> None:
    above, under, *_ = body(cost_table())
    assert under.tag == f"{W}tbl"
    assert has(above, "fldChar")
    assert attributes(above.findall(f".//{W}pStyle")) == ["TableCaption"]  # whose style keeps with next


def test_a_table_carries_title_and_description() -> None:
    properties = grid(cost_table()).find(f"{W}tblPr")
    assert properties is not None
    assert attributes(properties.findall(f"{W}tblCaption")) == ["1. tabula. Izmaksas"]
    assert attributes(properties.findall(f"{W}tblDescription")) == ["Izmaksas pa pozīcijām"]


def test_grounds_come_from_the_style_and_only_further_rows_have_their_own() -> None:
    look = grid(cost_table()).find(f"{W}tblPr/{W}tblLook")
    assert look is not None
    assert (look.get(f"{W}firstRow"), look.get(f"{W}lastRow")) == ("1", "1")
    assert [has(found, "tcPr/shd") for found in rows(cost_table(1))] == [False, True, False, False, False]


# -- around tables ------------------------------------------------------------------------------
def test_the_space_below_a_table_is_given_to_what_follows() -> None:
    *_, after = body(table([row("a", "1", "2")]), paragraph("b")).findall(f"{W}p")
    spacing = after.find(f"{W}pPr/{W}spacing")
    assert spacing is not None
    assert spacing.get(f"{W}before") == "150"  # 8 pt less the rule of half a point


def test_two_tables_in_a_row_stay_two() -> None:
    made = body(table([row("a", "1", "2")]), table([row("b", "3", "4")]), paragraph("c"))
    assert [etree.QName(found).localname for found in made] == ["tbl", "p", "tbl", "p", "sectPr"]
    assert attributes(made[1].findall(f".//{W}pStyle")) == ["Separator"]


def test_a_paragraph_follows_a_table_at_the_end() -> None:
    made = body(table([row("a", "1", "2")]))
    assert [etree.QName(found).localname for found in made] == ["tbl", "p", "sectPr"]


# -- side by side -------------------------------------------------------------------------------
def test_parts_side_by_side_are_one_row_without_rules_that_does_not_split() -> None:
    made = grid(signature())
    assert len(made.findall(f"{W}tr/{W}tc")) == 2
    assert has(made, "cantSplit")
    assert not has(made, "tblStyle")
    assert not has(made, "tblHeader")


def test_parts_side_by_side_fill_the_width_of_the_text() -> None:
    widths = attributes(grid(strip()).findall(f"{W}tblGrid/{W}gridCol"), "w")
    assert sum(int(width or 0) for width in widths) == 9354


def test_every_cell_ends_with_a_paragraph() -> None:
    inner = SideBySide((Side(1, (paragraph("a"),)), Side(1, (table([row("b", "1", "2")]),))), "strip")
    for cell in part(document(inner)).iter(f"{W}tc"):
        assert cell[-1].tag == f"{W}p"


def test_parts_that_are_kept_stay_with_what_follows() -> None:
    kept = SideBySide((Side(1, (paragraph("a"),)),), "signature", keep_with_next=True)
    assert has(grid(kept), "keepNext")
    assert not has(grid(signature()), "keepNext")


def test_groups_of_one_shape_are_rows_of_one_grid() -> None:
    made = body(signature(), signature(), paragraph("a"))
    assert [etree.QName(found).localname for found in made] == ["tbl", "p", "sectPr"]
    spaces = [
        attributes(found.findall(f".//{W}tcMar/{W}bottom"), "w") for found in rows(signature(), signature())
    ]
    after = str(round(theme().side["signature"].after * 20))
    assert spaces == [[after, after], ["0", "0"]]


def test_groups_of_two_shapes_are_two_grids() -> None:
    made = body(signature(), strip())
    assert len(made.findall(f"{W}tbl")) == 2


def test_a_kept_group_of_signatures_is_one_grid_with_the_words_between_them() -> None:
    kept = Group((signature(), paragraph("Sagatavoja:"), signature(), paragraph("x")), "", keep=True)
    made = rows(kept)
    assert [len(found.findall(f"{W}tc")) for found in made] == [2, 1, 2, 1]
    assert [has(found, "keepNext") for found in made] == [True, True, True, False]
    assert attributes(made[1].findall(f".//{W}gridSpan")) == ["2"]


def test_outside_a_kept_group_paragraphs_stay_paragraphs() -> None:
    made = body(signature(), paragraph("Sagatavoja:"), signature())
    assert [etree.QName(found).localname for found in made] == ["tbl", "p", "tbl", "p", "sectPr"]
