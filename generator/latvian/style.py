"""Every choice that the sources of Latvian usage leave open, in one frozen value."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from generator.errors import BadValue
from generator.frozen import dataclass

CHOICES: Final[Mapping[str, tuple[str | int, ...]]] = {
    "group_from": (4, 5),
    "lats_sign": ("Ls", "LVL"),
    "lats_position": ("prefix", "suffix"),
    "euro_sign": ("EUR", "€"),
    "euro_position": ("suffix", "prefix"),
    "euro_word": ("eiro", "euro"),
    "numeral_noun": ("agree", "genitive"),
    "round_thousands": ("agree", "genitive"),
    "zero_subunit": ("genitive", "nominative"),
    "oblique_numerals": ("all", "last"),
    "three": ("declined", "undeclined"),
    "long_names": ("alternate", "keep"),
    "quotes": ("„”", "“”", "«»"),
    "long_vowels": ("separate", "interfiled"),
}
"""What each field of `LatvianStyle` can be."""


@dataclass(frozen=True, slots=True)
class LatvianStyle:
    """The open choices of Latvian writing; each default has its reason beside it.

    Raises BadValue `option.unknown` for a word that a choice does not know.

    >>> LatvianStyle(euro_word="euro").euro_word
    'euro'
    """

    # Not normed: ICU groups from five digits, the EU style guide from four. Four lets columns align.
    group_from: int = 4
    # "Ls" is what documents of 2012 write; "LVL" is the code of the same currency.
    lats_sign: str = "Ls"
    # Before the digits: the norm of business documents until 12.03.2014 (Skujiņa 1999, 20. lpp.).
    lats_position: str = "prefix"
    # The sign € belongs in illustrations; documents write the code.
    euro_sign: str = "EUR"
    # After the digits: VVC 12.03.2014 min. No. 33.
    euro_position: str = "suffix"
    # "eiro" in all texts except legal acts, which write "euro".
    euro_word: str = "eiro"
    # 10-19 and whole tens: "11 lati" and "11 latu" are both correct; contracts write the first.
    numeral_noun: str = "agree"
    # 100 000: "viens simts tūkstoši" is usual, "viens simts tūkstošu" is strict.
    round_thousands: str = "agree"
    # "00 santīmu" follows the rule for zero; "00 santīmi" is the habit of offices.
    zero_subunit: str = "genitive"
    # In oblique cases every part of a numeral declines, or only the last one.
    oblique_numerals: str = "all"
    # Beside a noun "trīs" may decline (triju, trim, trijos) or stay as it is.
    three: str = "declined"
    # Long first names in -tis, -dis: "Visvalža" and "Visvalda" are both correct.
    long_names: str = "alternate"
    # The user's own marks; institutions of the EU write “ ”.
    quotes: str = "„”"
    # ā after a as a letter of its own (CLDR 48), or filed among a as in many dictionaries.
    long_vowels: str = "separate"

    def __hash__(self) -> int:
        """Return the hash of one choice: styles are few, and each of 150 look-ups in a trip asks for it."""
        return hash(self.quotes)

    def __post_init__(self) -> None:
        """Refuse a choice that does not exist."""
        for name, known in CHOICES.items():
            value = getattr(self, name)
            if value not in known:
                raise BadValue("option.unknown", value=value, known=", ".join(map(str, known)))


DEFAULT: Final = LatvianStyle()
