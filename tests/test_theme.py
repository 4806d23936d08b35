"""The theme: looks as data, every fault of the file with its line."""

from pathlib import Path

import pytest

from generator.errors import TemplateError
from generator.theme import MM, read_theme

SHIPPED = (Path(__file__).parents[1] / "templates" / "theme.toml").read_text(encoding="utf-8")


def faults_of(source: str) -> list[str]:
    with pytest.raises(TemplateError) as caught:
        read_theme(source)
    return [f"{one.place.line}:{one.place.column} {one.id}" for one in caught.value.faults]


def line_of(words: str, source: str = SHIPPED) -> int:
    return source[: source.index(words)].count("\n") + 1


def test_lengths_across_the_page_become_points() -> None:
    page = read_theme(SHIPPED).page
    assert page.text_width == pytest.approx(165 * MM)
    assert page.text_height == pytest.approx(257 * MM)


def test_a_page_lying_on_its_side_is_bound_above() -> None:
    page = read_theme(SHIPPED).page.oriented("landscape")
    assert (page.width, page.margin_top) == pytest.approx((297 * MM, 30 * MM))


def test_a_role_takes_what_it_leaves_out_from_the_body() -> None:
    paragraph = read_theme(SHIPPED).paragraph
    assert paragraph["h2"].size == paragraph["body"].size


def test_equal_themes_have_one_fingerprint() -> None:
    assert hash(read_theme(SHIPPED)) == hash(read_theme(SHIPPED))
    assert read_theme(SHIPPED) == read_theme(SHIPPED)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ('align = "justify"', 'align = "middle"', "theme.value"),
        ("size = 12", 'size = "big"', "theme.value"),
        ('color = "#000000"', 'color = "black"', "theme.value"),
        ("two_sided = false", 'two_sided = "maybe"', "theme.value"),
        ("size = 12", "size = 0", "theme.value"),
        ("leading = 14.5", "leading = inf", "theme.value"),
        ("width = 210", "width = nan", "theme.value"),
        ('family = "Tinos"', 'family = "Arial"', "theme.value"),
        ('word = "Note"', 'word = "a\\u0001b"', "theme.value"),
        ("padding_y = 2 ", "padding_z = 2 ", "theme.missing"),
        ('text = "table-text"', 'text = "nothing"', "theme.role-unknown"),
    ],
)
def test_a_fault_of_the_theme_has_its_line(old: str, new: str, expected: str) -> None:
    source = SHIPPED.replace(old, new, 1)
    found = faults_of(source)
    assert any(one.endswith(expected) for one in found)
    if expected != "theme.missing":
        assert any(one.startswith(f"{line_of(new, source)}:") for one in found)


def test_a_theme_that_is_not_toml_says_where() -> None:
    assert faults_of("[page]\nwidth = = 2\n") == ["2:9 theme.syntax"]


def test_all_faults_of_a_theme_are_told_at_once() -> None:
    source = SHIPPED.replace("size = 14", 'size = "x"', 1).replace("size = 9", 'size = "y"', 1)
    assert len(faults_of(source)) == 2
