"""Blocks of the tree as paragraphs and grids."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from generator.document.nodes import (
    Block,
    BulletList,
    Caption,
    Figure,
    Group,
    Heading,
    PageBreak,
    Paragraph,
    SideBySide,
    Table,
)
from generator.writers.docx.figures import figure_run
from generator.writers.docx.flow import (
    Break,
    Flow,
    Grid,
    ended,
    keep_row,
    keep_together,
    keep_with_next,
    settled,
)
from generator.writers.docx.paragraphs import Par
from generator.writers.docx.runs import runs
from generator.writers.docx.sides import batches, side_grid
from generator.writers.docx.story import Story
from generator.writers.docx.tables import table_grid


def composed(blocks: Sequence[Block], story: Story, *, bound: bool = False) -> Flow:
    """Return blocks as paragraphs, grids and breaks, in order; `bound` if they are kept together."""
    flow: Flow = []
    for batch in batches(blocks, bound):
        first = batch[0]
        if type(first) is Group and first.keep and flow:
            keep_with_next(flow[-1])
        flow += _block(first, batch, story)
    return flow


def _block(block: Block, batch: Sequence[Block], story: Story) -> Flow:
    match block:
        case Paragraph():
            return [_paragraph(block, story)]
        case Heading():
            return [_heading(block, story)]
        case BulletList():
            return list(_list(block, story, 0))
        case Table():
            return _table(block, story)
        case Figure():
            return _figure(block, story)
        case SideBySide():
            return [_side_by_side(block, batch, story)]
        case Group():
            return _group(block, story)
        case PageBreak():
            return [Break()]


def _heading(heading: Heading, story: Story) -> Par:
    """Return a heading; Word numbers those whose style has a number, so others take it away."""
    style = story.style(heading.role)
    par = Par(style, runs(heading.children, story, style.voice))
    own_style = heading.role == f"h{heading.level}"
    if own_style and heading.level > 1 and not heading.number:
        par.number = story.call.lists.unnumbered(), heading.level - 2
    if not own_style:
        par.outline = heading.level - 1
        par.keep_next = par.keep_lines = True
    return par


def _paragraph(paragraph: Paragraph, story: Story) -> Par:
    style = story.style(paragraph.role)
    keep_next = True if paragraph.keep_with_next else None
    return Par(style, runs(paragraph.children, story, style.voice), keep_next)


def _list(block: BulletList, story: Story, level: int) -> Iterable[Par]:
    style = story.style(block.role)
    number = story.call.lists.number_of(block, level)
    for item in block.items:
        yield Par(style, runs(item.children, story, style.voice), number=(number, level))
        if item.nested:
            yield from _list(item.nested, story, min(level + 1, 8))


def _table(table: Table, story: Story) -> Flow:
    """Return a table under its caption, which stays with it."""
    grid = table_grid(table, story)
    if not table.caption:
        return [grid]
    caption = _caption(table.caption, story)
    caption.keep_next = True
    return [caption, grid]


def _caption(caption: Caption, story: Story) -> Par:
    style = story.style(caption.role)
    return Par(style, runs(caption.children, story, style.voice), keep_lines=True)


def _figure(figure: Figure, story: Story) -> Flow:
    """Return a picture, and under it its caption on the same page."""
    style = story.style(figure.role)
    run = figure_run(figure.image, story, style.look)
    par = Par(style, run, keep_next=figure.caption is not None, grows=figure.role != "figure")
    return [par, _caption(figure.caption, story)] if figure.caption else [par]


def _group(group: Group, story: Story) -> Flow:
    flow = composed(group.blocks, story, bound=group.keep)
    if group.keep:
        keep_together(flow)
    return flow


def _side_by_side(first: SideBySide, batch: Sequence[Block], story: Story) -> Grid:
    """Return groups of one shape, and paragraphs between them, as rows that never split."""
    look = story.call.theme.side[first.role]
    sides = side_grid(tuple([side.share for side in first.sides]), look, story.width)
    rows = []
    for block in batch:
        if type(block) is SideBySide:
            parts = zip(block.sides, sides.rooms, strict=True)
            contents = [_filled(side.blocks, story.narrowed(room)) for side, room in parts]
            rows.append(sides.row(contents, last=block is batch[-1]))
            if block.keep_with_next:
                keep_row(rows[-1])
        elif type(block) is Paragraph:
            rows.append(sides.spanning_row(_paragraph(block, story)))
    return sides.grid(rows, after=look.after if isinstance(batch[-1], SideBySide) else 0.0)


def _filled(blocks: Sequence[Block], story: Story) -> list[Par | Grid]:
    separator = story.call.styles.separator
    return ended(settled(composed(blocks, story), separator), separator)
