import pytest

from generator.layout.words import pieces_of


def pieces(word: str) -> list[str]:
    return [text for text, _, _ in pieces_of("Tinos", "regular", word)]


@pytest.mark.parametrize(
    ("word", "expected"),
    [
        ("vārds", ["vārds"]),
        ("1DP/1.5.2.2.3/11", ["1DP/", "1.5.2.2.3/", "11"]),
        ("https://esfondi.lv/a", ["https://", "esfondi.lv/", "a"]),
        ("Rīga–Rēzekne", ["Rīga–", "Rēzekne"]),
        ("zinātniski-praktiska", ["zinātniski-", "praktiska"]),
        ("īste\u00adnošana", ["īste", "nošana"]),
        ("nulles\u200bplatums", ["nulles", "platums"]),
    ],
)
def test_a_line_may_end_inside(word: str, expected: list[str]) -> None:
    assert pieces(word) == expected


@pytest.mark.parametrize(
    "word", ["2012\u00a0gads", "e\u2011pasts", "2007-2013", "–", "beigas–", "/sākums", "-5", "a-", ""]
)
def test_a_line_may_not_end_inside(word: str) -> None:
    assert pieces(word) == [word]
