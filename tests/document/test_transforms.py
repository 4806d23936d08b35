"""Transforms: numbers of headings, captions and list items; roles checked against the theme."""

from pathlib import Path

import pytest

from generator.document.html import read_document
from generator.document.marks import mark_places
from generator.document.nodes import BulletList, Document, Figure, Heading, Table, plain_text
from generator.document.transforms import transform
from generator.errors import TemplateError
from generator.theme import read_theme

THEME = read_theme((Path(__file__).parents[2] / "templates" / "theme.toml").read_text(encoding="utf-8"))
FRAME = '<html lang="lv"><head><title>T</title></head><body>\n{}\n</body></html>'


def transformed(body: str) -> Document:
    return transform(read_document(mark_places(FRAME.format(body), "t.html")), THEME)


def ids(body: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        transformed(body)
    return [f"{one.place.line}:{one.place.column} {one.id}" for one in caught.value.faults]


def test_headings_are_numbered_by_the_theme() -> None:
    document = transformed("<h1>T</h1><h2>a</h2><h3>b</h3><h3>c</h3><h2>d</h2><h3>e</h3>")
    numbers = [block.number for block in document.blocks if isinstance(block, Heading)]
    assert numbers == ["", "1.", "1.1.", "1.2.", "2.", "2.1."]


def test_a_heading_with_a_role_of_its_own_is_not_numbered() -> None:
    document = transformed('<h1>T</h1><h2 class="subject">a</h2><h2>b</h2>')
    assert [block.number for block in document.blocks if isinstance(block, Heading)] == ["", "", "1."]


def test_counters_run_by_name_in_reading_order() -> None:
    picture = (
        '<figure><img src="a" alt="b"><figcaption><counter name="figure">. attēls.</figcaption></figure>'
    )
    table = (
        '<table><caption><counter name="table">. tabula.</caption>'
        '<tbody><tr><th scope="row">x</th></tr></tbody></table>'
    )
    document = transformed(picture + table + picture)
    captions = [
        plain_text(block.caption.children)
        for block in document.blocks
        if isinstance(block, (Figure, Table)) and block.caption
    ]
    assert captions == ["1. attēls.", "1. tabula.", "2. attēls."]


def test_list_items_get_their_labels() -> None:
    document = transformed("<ol><li>a</li><li>b<ul><li>c</li></ul></li></ol>")
    (block,) = document.sections[0].blocks
    assert isinstance(block, BulletList)
    assert [item.label for item in block.items] == ["1.", "2."]
    assert block.items[1].nested is not None
    assert block.items[1].nested.items[0].label == "–"


def test_a_role_the_theme_does_not_have_is_a_fault() -> None:
    assert ids('<p class="shout">a</p>') == ["2:1 theme.role-unknown"]


def test_a_heading_that_skips_a_level_is_a_fault() -> None:
    assert ids("<h1>a</h1><h3>b</h3>") == ["2:11 markup.heading-skipped"]
    assert ids("<h2>a</h2>") == ["2:1 markup.heading-skipped"]
