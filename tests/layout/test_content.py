from collections.abc import Sequence

from generator.document.nodes import NOWHERE, Inline, PageField, Text
from generator.layout.content import content_lines, room_of
from generator.layout.lines import Line
from generator.layout.runs import Ink, PageNumbers
from generator.layout.setting import Setting
from tests.layout.building import inline, shipped_theme


def ink() -> Ink:
    return Setting(shipped_theme(), {}, PageNumbers(), 700.0).ink("body", NOWHERE)


def set_in(children: tuple[Inline, ...], numbers: PageNumbers | None = None) -> Sequence[Line]:
    return content_lines(children, room_of(ink(), 200.0, 200.0), numbers or PageNumbers())


def text_of(lines: Sequence[Line]) -> str:
    return "".join(fragment.text for line in lines for fragment in line.fragments)


def test_texts_that_documents_share_are_set_once() -> None:
    children = inline("viens ", Text("divi", strong=True))
    assert set_in(children) is set_in(children)


def test_equal_texts_of_other_places_are_set_for_themselves() -> None:
    first, second = Text("viens"), Text("viens")
    assert set_in((first,))[0].fragments[0].node is first
    assert set_in((second,))[0].fragments[0].node is second


def test_what_tells_of_pages_is_set_anew() -> None:
    children = inline("lapa ", PageField("count"))
    assert text_of(set_in(children, PageNumbers(3))) == "lapa 3"
    assert text_of(set_in(children, PageNumbers(4))) == "lapa 4"
