import pytest

from generator.document.nodes import Blank, Inline, LineBreak, Link, Text
from generator.layout.fonts import em_width
from generator.layout.lines import Line, set_lines
from generator.layout.runs import Ink, PageNumbers, segments_of
from tests.layout.building import inline, shipped_theme

INK = Ink("Tinos", shipped_theme().paragraph["body"])


STRIP = Ink("Tinos", shipped_theme().paragraph["strip"])


def set_in(
    width: float, *parts: str | Inline, justify: bool = False, first: float | None = None
) -> list[Line]:
    segments = segments_of(inline(*parts), INK, PageNumbers())
    return set_lines(segments, width if first is None else first, width, justify)


def texts(lines: list[Line]) -> list[str]:
    return ["".join(fragment.text for fragment in line.fragments) for line in lines]


def width_of(text: str) -> float:
    return em_width("Tinos", "regular", text) * INK.look.size


def test_a_role_without_serifs_has_one_upright_face() -> None:
    (line,) = set_lines(
        segments_of(inline(Text("Eiropa", strong=True, emphasis=True)), STRIP, PageNumbers()), 99, 99, False
    )
    assert [fragment.face for fragment in line.fragments] == ["sans"]
    assert line.fragments[0].width == pytest.approx(em_width("Tinos", "sans", "Eiropa") * STRIP.look.size)


def test_a_broken_line_ends_with_its_space() -> None:
    assert texts(set_in(width_of("viens divi"), "viens divi trīs")) == ["viens divi ", "trīs"]


def test_the_space_at_a_line_end_takes_no_room() -> None:
    line = set_in(width_of("viens divi"), "viens divi trīs")[0]
    assert line.width == pytest.approx(width_of("viens divi"))
    assert line.fragments[-1].width == pytest.approx(width_of("viens divi"))


def test_no_space_is_invented_after_a_slash() -> None:
    assert texts(set_in(width_of("1DP/1.5"), "1DP/1.5/11/APIA")) == ["1DP/", "1.5/11/", "APIA"]


def test_a_used_soft_hyphen_is_shown_and_others_are_not() -> None:
    lines = set_in(width_of("sadar\u00ad"), "sa\u00addar\u00adbī\u00adba")
    assert texts(lines) == ["sadar\u00ad", "bība"]


def test_a_soft_hyphen_is_not_used_where_it_has_no_room() -> None:
    lines = set_in(width_of("sadar"), "sa\u00addar\u00adbī\u00adba")
    assert texts(lines)[0] == "sa\u00ad"


def test_a_no_break_space_holds_words_together() -> None:
    lines = set_in(width_of("pieci gadi 2012"), "pieci gadi 2012\u00a0gada")
    assert texts(lines) == ["pieci gadi ", "2012\u00a0gada"]


def test_a_word_of_two_looks_is_not_parted() -> None:
    lines = set_in(width_of("viens di"), "viens di", Text("vi", strong=True))
    assert texts(lines) == ["viens ", "divi"]


def test_a_word_wider_than_the_line_is_broken_between_characters() -> None:
    lines = set_in(width_of("aaaa"), "aaaaaaaaaa")
    assert texts(lines) == ["aaaa", "aaaa", "aa"]


def test_a_combining_mark_stays_with_its_letter() -> None:
    lines = set_in(width_of("aaa"), "aaa\u0301aaa")
    assert all(not text.startswith("\u0301") for text in texts(lines))
    assert "".join(texts(lines)) == "aaa\u0301aaa"


def test_a_measure_narrower_than_a_letter_still_ends() -> None:
    assert texts(set_in(1, "abc")) == ["a", "b", "c"]


def test_justified_lines_are_as_wide_as_the_measure_but_the_last() -> None:
    lines = set_in(200, "Rēzeknes pilsētas dome " * 5 + "beigas", justify=True)
    assert [line.width for line in lines[:-1]] == pytest.approx([200] * (len(lines) - 1))
    assert lines[-1].word_space == 0


def test_a_line_that_a_line_break_ends_is_not_justified() -> None:
    lines = set_in(200, "viens divi", LineBreak(), "trīs", justify=True)
    assert texts(lines) == ["viens divi ", "trīs"]
    assert lines[0].word_space == 0


def test_two_line_breaks_leave_an_empty_line() -> None:
    assert texts(set_in(200, "a", LineBreak(), LineBreak(), "b")) == ["a ", " ", "b"]


def test_a_fragment_begins_where_the_stretched_one_before_it_ends() -> None:
    lines = set_in(200, "viens divi ", Text("trīs četri ", strong=True), "pieci seši septiņi", justify=True)
    for line in lines:
        for left, right in zip(line.fragments, line.fragments[1:], strict=False):
            assert right.x == pytest.approx(left.x + left.width)


def test_the_first_line_has_its_own_measure() -> None:
    lines = set_in(500, "viens divi trīs", first=width_of("viens"))
    assert texts(lines) == ["viens ", "divi trīs"]


def test_a_link_gives_its_fragments_the_link() -> None:
    link = Link("https://esfondi.lv", (Text("fondi"),))
    fragments = set_in(500, "skat. ", link)[0].fragments
    assert [fragment.link for fragment in fragments] == [None, link]


def test_a_blank_is_a_stroke_between_the_words() -> None:
    line = set_in(500, "Paraksts ", Blank(20), " datums")[0]
    assert texts([line]) == ["Paraksts  datums"]
    (stroke,) = line.strokes
    assert stroke.x == pytest.approx(width_of("Paraksts "))
    assert stroke.width == pytest.approx(20 * 72 / 25.4)


def test_nothing_makes_no_lines() -> None:
    assert set_in(200) == []
