"""Numbers in words: cardinals and ordinals, both genders, five cases."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from generator.latvian.grammar import CASES, GENDERS, Forms, case_index, one_of
from generator.latvian.numbers import whole
from generator.latvian.plural import FEW, HUNDRED, ONE, TEN, whole_class
from generator.latvian.style import DEFAULT, LatvianStyle

LARGEST: Final = 999_999_999_999
_STEMS: Final = ("", "vien", "div", "trīs", "četr", "piec", "seš", "septiņ", "astoņ", "deviņ")
_ORDINAL_STEMS: Final = (
    "", "pirm", "otr", "treš", "ceturt", "piekt", "sest", "septīt", "astot", "devīt",
)  # fmt: skip
_SINGULAR: Final = {"masculine": ("s", "a", "am", "u", "ā"), "feminine": ("a", "as", "ai", "u", "ā")}
_PLURAL: Final = {
    "masculine": ("i", "u", "iem", "us", "os"),
    "feminine": ("as", "u", "ām", "as", "ās"),
}
_DEFINITE: Final = {
    "masculine": ("ais", "ā", "ajam", "o", "ajā"),
    "feminine": ("ā", "ās", "ajai", "o", "ajā"),
}
_THREE: Final = {
    "masculine": ("trīs", "triju", "trim", "trīs", "trijos"),
    "feminine": ("trīs", "triju", "trim", "trīs", "trijās"),
}
_ZERO: Final = ("nulle", "nulles", "nullei", "nulli", "nullē")


def _with(stem: str, endings: tuple[str, ...]) -> Forms:
    """Return the forms of one stem."""
    return tuple(stem + ending for ending in endings)


_HUNDRED: Final = (_with("simt", _SINGULAR["masculine"]), _with("simt", _PLURAL["masculine"]))
_SCALES: Final = (
    (
        ("tūkstotis", "tūkstoša", "tūkstotim", "tūkstoti", "tūkstotī"),
        _with("tūkstoš", _PLURAL["masculine"]),
    ),
    (_with("miljon", _SINGULAR["masculine"]), _with("miljon", _PLURAL["masculine"])),
    (_with("miljard", _SINGULAR["masculine"]), _with("miljard", _PLURAL["masculine"])),
)


def _unit(digit: int, gender: str, three: str) -> Forms:
    """Return the five forms of a numeral from 1 to 9."""
    if digit == 1:
        return _with("vien", _SINGULAR[gender])
    if digit == 3:
        return _THREE[gender] if three == "declined" else ("trīs",) * 5
    return _with(_STEMS[digit], _PLURAL[gender])


def _below_hundred(number: int, gender: str, three: str) -> list[Forms]:
    """Return the words of 1 to 99, each with its five forms."""
    tens, ones = divmod(number, 10)
    if tens == 1:
        return [((f"{_STEMS[ones]}padsmit" if ones else "desmit"),) * 5]
    words: list[Forms] = [(f"{_STEMS[tens]}desmit",) * 5] if tens else []
    return [*words, _unit(ones, gender, three)] if ones else words


@lru_cache(maxsize=4096)
def _group(number: int, gender: str, three: str) -> tuple[Forms, ...]:
    """Return the words of 0 to 999; nothing for zero."""
    hundreds, rest = divmod(number, 100)
    words = [_unit(hundreds, "masculine", three), _HUNDRED[hundreds > 1]] if hundreds else []
    return (*words, *_below_hundred(rest, gender, three))


def _scale(power: int, count: int, style: LatvianStyle) -> Forms:
    """Return the five forms of thousand, million or milliard after its count."""
    singular, plural = _SCALES[power - 1]
    kind = whole_class(count)
    if kind == ONE:
        return singular
    strict = (kind == TEN and style.numeral_noun == "genitive") or (
        kind == HUNDRED and style.round_thousands == "genitive"
    )
    if kind == FEW or not strict:
        return plural
    return (plural[1], plural[1], plural[2 if kind == TEN else 1], plural[1], plural[4 if kind == TEN else 1])


def _words(number: int, gender: str, style: LatvianStyle) -> list[Forms]:
    """Return the words of a number, from the largest group to the smallest."""
    words: list[Forms] = [] if number else [_ZERO]
    for power in (3, 2, 1):
        count = number // 1000**power % 1000
        if count:
            words += [*_group(count, "masculine", style.three), _scale(power, count, style)]
    return [*words, *_group(number % 1000, gender, style.three)]


def _in_case(words: list[Forms], case: str, style: LatvianStyle) -> str:
    """Return the words in one case: every part declines, or the last one only."""
    index = CASES.index(case)
    if style.oblique_numerals == "last":
        chosen = [word[0] for word in words[:-1]] + [words[-1][index]]
    else:
        chosen = [word[index] for word in words]
    return " ".join(word for word in chosen if word)


def number_in_words(
    n: int, *, gender: str = "masculine", case: str = "nominative", style: LatvianStyle = DEFAULT
) -> str:
    """Return a whole number in words; 100 is "viens simts", 1000 "viens tūkstotis".

    `n` lies within ±999 999 999 999; the gender is that of the counted noun. Raises BadValue
    `number.range`, `number.unreadable`, `number.float`, `case.unknown` or `option.unknown`.
    Source: Latviešu valodas gramatika 2015, 425.-426. lpp.

    >>> number_in_words(24415)
    'divdesmit četri tūkstoši četri simti piecpadsmit'
    >>> number_in_words(22, gender="feminine", case="locative")
    'divdesmit divās'
    """
    number = whole(n, -LARGEST, LARGEST)
    one_of(gender, GENDERS)
    case_index(case)
    return spelled(number, gender, case, style)


def spelled(number: int, gender: str, case: str, style: LatvianStyle) -> str:
    """Return what `number_in_words` does, of arguments that are checked already.

    >>> spelled(-21, "feminine", "nominative", DEFAULT)
    'mīnus divdesmit viena'
    """
    words = _words(abs(number), gender, style)
    return ("mīnus " if number < 0 else "") + _in_case(words, case, style)


def ordinal_in_words(
    n: int, *, gender: str = "masculine", case: str = "nominative", style: LatvianStyle = DEFAULT
) -> str:
    """Return an ordinal with its definite ending; only the last word declines.

    `n` lies within 1 to 999; hundreds stand in their short form ("simt pirmais"). Raises BadValue
    as `number_in_words` does. Source: Latviešu valodas gramatika 2015 (kārtas skaitļa vārdi).

    >>> ordinal_in_words(3, gender="feminine")
    'trešā'
    >>> ordinal_in_words(21, gender="feminine", case="locative")
    'divdesmit pirmajā'
    >>> ordinal_in_words(200)
    'divsimtais'
    """
    number = whole(n, 1, 999)
    one_of(gender, GENDERS)
    *before, stem = _ordinal_stems(number)
    return " ".join([*before, stem + _DEFINITE[gender][case_index(case)]])


def _ordinal_stems(number: int) -> list[str]:
    """Return the words of an ordinal, the last one without its ending."""
    hundreds, rest = divmod(number, 100)
    stems = [("" if hundreds == 1 else _STEMS[hundreds]) + "simt"] if hundreds else []
    tens, ones = divmod(rest, 10)
    if tens == 1:
        return [*stems, f"{_STEMS[ones]}padsmit" if ones else "desmit"]
    stems += [f"{_STEMS[tens]}desmit"] if tens else []
    return [*stems, _ORDINAL_STEMS[ones]] if ones else stems
