"""`make judges-latvian`: our Latvian beside what others say, and every difference explained.

The judges are num2words, babel (CLDR), ICU when a Python with PyICU is at hand, and a reader of words
that was written apart from the product. A difference that no row of `EXPLAINED` explains fails the run.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from importlib.metadata import version
from pathlib import Path

import num2words  # type: ignore[import-untyped]
from babel import Locale
from babel.core import get_global
from babel.numbers import format_currency, format_decimal, format_percent

from generator import latvian
from generator.latvian import LatvianStyle
from generator.latvian.collation import SortKey
from generator.latvian.plural import numeral_class
from tests.latvian.tables import rows
from tests.latvian.words_reader import sum_of

NBSP, MINUS = "\u00a0", "\u2212"
LAST_SUM = 2_500_000
"""The largest sum read back, in santīmi: Ls 25 000,00."""

LARGE = (10**4, 11_000, 21_000, 99_999, 10**5, 101_000, 111_000, 123_456, 2 * 10**5, 10**6, 1_001_001)
LARGE += (2 * 10**6, 21 * 10**6, 101_101_101, 10**9, 2 * 10**9, 999_999_999_999)
WHOLE = (*range(5_000), *LARGE)
FRACTIONS = tuple(Decimal(n).scaleb(-places) for places in (1, 2) for n in range(1, 2_200) if n % 10**places)
SUMS = tuple(Decimal(n).scaleb(-2) for n in (*range(0, 30_000, 7), *range(0, LAST_SUM, 997), 2_441_544))


@dataclass(frozen=True, slots=True)
class Answer:
    """One question put to us and to a judge."""

    judge: str
    question: str
    ours: str
    theirs: str


@dataclass(frozen=True, slots=True)
class Explanation:
    """A known difference: what turns our answer into the judge's, and the rule that decides for ours."""

    judges: str
    name: str
    rule: str
    theirs: Callable[[str], str]


def replaced(pattern: str, by: str) -> Callable[[str], str]:
    """Return a change of our answer."""
    return lambda text: re.sub(pattern, by, text)


_HUNDREDS = r"\b(simts|simti|tūkstotis|tūkstoši|miljons|miljoni|miljards|miljardi)"
_ONE_HUNDRED = r"\bsimts (viens|divi|trīs|četri|pieci|seši|septiņi|astoņi|deviņi)\b"
EXPLAINED: tuple[Explanation, ...] = (
    Explanation(
        "num2words",
        "one hundred is said with its one",
        "Money documents write “viens simts”, “viens tūkstotis”, so that nothing can be added before it.",
        replaced(r"(?<!desmit )(?<!simts )(?<!simti )\bviens (?=(?:simts|tūkstotis|miljons|miljards)\b)", ""),
    ),
    Explanation(
        "num2words",
        "“simtu viens” for 101 to 109",
        "Every part of a numeral stands in the nominative: “simts viens” (Latviešu valodas gramatika 2015).",
        replaced(_ONE_HUNDRED, r"simtu \1"),
    ),
    Explanation(
        "num2words",
        "the noun after round hundreds and thousands",
        "After simts, tūkstotis, miljons: “simts latu” (Latviešu valodas gramatika 2015, 425.-426. lpp.).",
        replaced(_HUNDREDS + r" latu\b", r"\1 lati"),
    ),
    Explanation(
        "babel",
        "the sign of minus",
        "Typography has a minus of its own, U+2212; CLDR writes the hyphen of the keyboard.",
        replaced(MINUS, "-"),
    ),
    Explanation(
        "babel percent",
        "the space before the percent sign",
        "“100 %” with a no-break space: EU style guide 10.5.2, valoda.lv 2009-4.",
        replaced(NBSP + "%", "%"),
    ),
    Explanation(
        "babel currency LVL",
        "lats stand before the sum",
        "The norm of business documents until 12.03.2014 (Skujiņa 1999, 20. lpp.).",
        replaced(rf"^Ls{NBSP}(.*)$", rf"\1{NBSP}Ls"),
    ),
    Explanation(
        "babel currency EUR",
        "the code instead of the sign €",
        "The sign belongs in illustrations; documents write the code (lv-370303, EU style guide).",
        replaced("EUR", "€"),
    ),
    Explanation(
        "ICU collation",
        "long vowels are letters of their own",
        'CLDR 48; releases before it file ā among a, as `long_vowels = "interfiled"` does.',
        lambda ours: _in_order(ours, _interfiled),
    ),
    Explanation(
        "ICU collation",
        "y stands between i and ī",
        "CLDR 48; releases before it take y for a kind of i.",
        lambda ours: _in_order(ours, lambda word: _interfiled(word.replace("Y", "I").replace("y", "i"))),
    ),
)
"""Every known difference; a change of our answer by those of its judge, in this order, gives theirs."""


# -- the judges -----------------------------------------------------------------------------------
def of_num2words() -> Iterator[Answer]:
    """Compare numbers and sums in words."""
    for number in WHOLE:
        ours, theirs = latvian.number_in_words(number), num2words.num2words(number, lang="lv")
        yield Answer("num2words", str(number), ours, theirs)
    for amount in SUMS:
        for currency, name in (("LVL", "LVL"), ("EUR", "EUR")):
            theirs = num2words.num2words(
                amount, lang="lv", to="currency", currency=name, separator=" un", cents=False
            )
            yield Answer("num2words", f"{amount} {name}", latvian.money_in_words(amount, currency), theirs)


_CATEGORIES = {"one": "one", "few": "other", "ten": "zero", "hundred": "zero"}


def of_babel() -> Iterator[Answer]:
    """Compare the plural categories and the number patterns of CLDR."""
    plural = Locale("lv").plural_form
    for number in (*WHOLE, *FRACTIONS):
        yield Answer("babel plural", str(number), _CATEGORIES[numeral_class(number)], plural(number))
    for amount in (*SUMS, Decimal("-5.50"), Decimal("-24415.44")):
        ours = latvian.format_number(amount, decimals=2)
        yield Answer("babel", str(amount), ours, format_decimal(amount, "#,##0.00", "lv"))
        for currency in ("LVL", "EUR"):
            theirs = format_currency(amount, currency, locale="lv")
            yield Answer(
                f"babel currency {currency}", str(amount), latvian.format_money(amount, currency), theirs
            )
    for share in range(101):
        theirs = format_percent(Decimal(share) / 100, locale="lv")
        yield Answer("babel percent", str(share), latvian.format_percent(share), theirs)


def of_icu(found: dict[str, list[str]], numbers: list[int], words: list[str]) -> Iterator[Answer]:
    """Compare spellout below 100, plural categories, and the order of words."""
    for at, number in enumerate(numbers):
        for gender in ("masculine", "feminine"):
            ours = latvian.number_in_words(number, gender=gender)
            yield Answer("ICU spellout", f"{number} {gender}", ours, found[gender][at])
        yield Answer("ICU plural", str(number), _CATEGORIES[numeral_class(number)], found["plural"][at])
    place = {word: at for at, word in enumerate(found["sorted"])}
    for first in words:
        for second in words:
            if first < second:
                theirs = f"{first} < {second}" if place[first] < place[second] else f"{second} < {first}"
                pair = _in_order(f"{first} < {second}", latvian.sort_key)
                yield Answer("ICU collation", f"{first}, {second}", pair, theirs)


def _in_order(pair: str, key: Callable[[str], SortKey]) -> str:
    """Return two words in the order of a key."""
    return " < ".join(sorted(pair.split(" < "), key=key))


def _interfiled(word: str) -> SortKey:
    return latvian.sort_key(word, style=LatvianStyle(long_vowels="interfiled"))


def icu_found(numbers: list[int], words: list[str]) -> dict[str, list[str]] | None:
    """Return what ICU says, from the first Python that has PyICU, or None."""
    script = Path(__file__).with_name("icu_answers.py")
    asked = json.dumps({"numbers": numbers, "words": words})
    for python in (sys.executable, "/usr/bin/python3"):
        if Path(python).exists():
            done = subprocess.run([python, script], input=asked, capture_output=True, text=True, check=False)
            if done.returncode == 0:
                answers: dict[str, list[str]] = json.loads(done.stdout)
                return answers
    return None


# -- the verdict ----------------------------------------------------------------------------------
def explained(answer: Answer) -> tuple[str, ...] | None:
    """Return the names of the explanations that make our answer theirs; None when they do not."""
    text, names = answer.ours, []
    for one in EXPLAINED:
        changed = one.theirs(text) if answer.judge.startswith(one.judges) else text
        if changed != text:
            text = changed
            names.append(one.name)
        if text == answer.theirs:
            return tuple(names)
    return () if text == answer.theirs else None


def judged(answers: Iterable[Answer]) -> tuple[Counter[str], Counter[str], list[Answer]]:
    """Return how many answers each judge gave, how often each explanation was needed, and the rest."""
    asked: Counter[str] = Counter()
    needed: Counter[str] = Counter()
    left: list[Answer] = []
    for answer in answers:
        asked[answer.judge] += 1
        names = explained(answer)
        if names is None:
            left.append(answer)
        needed.update(names or ())
    return asked, needed, left


def misread() -> list[str]:
    """Return every sum from 0,00 to 25 000,00 whose words do not read back as the sum."""
    return [
        f"{santims / 100:.2f}"
        for santims in range(LAST_SUM + 1)
        if sum_of(latvian.money_in_words(Decimal(santims).scaleb(-2))) != santims
    ]


def _words() -> list[str]:
    """Return words to be put in order: the alphabet table, all towns, and names with every letter."""
    towns = [row[0] for row in rows("towns")]
    return list(
        dict.fromkeys([*(row[0] for row in rows("alphabet")), *towns, *(row[0] for row in rows("names"))])
    )


def main() -> int:
    """Print the versions, the differences and their rules; return 1 for one without an explanation."""
    numbers, words = list(range(100)), _words()
    icu = icu_found(numbers, words)
    print(
        f"num2words {version('num2words')}; babel {version('babel')} (CLDR {get_global('cldr')['version']})"
    )
    print(icu["version"] if icu else "ICU: not asked, because no Python here has PyICU (Debian: python3-icu)")
    asked, needed, left = judged(
        [*of_num2words(), *of_babel(), *(of_icu(icu, numbers, words) if icu else ())]
    )
    for judge, count in asked.items():
        print(f"{count:>8} answers compared: {judge}")
    print("\nDifferences, each with the rule that decides for ours:")
    for one in EXPLAINED:
        print(f"{needed[one.name]:>8} {one.judges}: {one.name}. {one.rule}")
    for answer in left[:40]:
        print(f"NOT EXPLAINED  {answer.judge} {answer.question}: {answer.ours!r}, theirs {answer.theirs!r}")
    wrong = misread()
    print(f"\n{LAST_SUM + 1:>8} sums in words read back, wrong: {len(wrong)} {', '.join(wrong[:10])}")
    print(f"{len(left):>8} differences without an explanation")
    return 1 if left or wrong else 0


if __name__ == "__main__":
    sys.exit(main())
