"""The tables of endings: six classes of nouns, and adjectives with both endings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final

from generator.frozen import dataclass
from generator.latvian.alternation import soften
from generator.latvian.grammar import CASES, Forms

ALL_BUT_NOMINATIVE: Final = frozenset(CASES[1:])


@dataclass(frozen=True, slots=True)
class Paradigm:
    """The forms of one word in the order of CASES; a number it does not have is None.

    `gender` and `number` are those of the word as it was given; `doubt` names the cases whose form
    the rules had to choose.
    """

    singular: Forms | None
    plural: Forms | None
    gender: str
    number: str = "singular"
    doubt: frozenset[str] = frozenset()

    def doubted(self, cases: frozenset[str] = ALL_BUT_NOMINATIVE) -> Paradigm:
        """Return the same forms with the cases added to those in doubt."""
        return replace(self, doubt=self.doubt | cases)

    def forms(self, number: str) -> Forms:
        """Return the forms of a number, or of the only number there is."""
        wanted, other = (self.singular, self.plural)[:: 1 if number == "singular" else -1]
        return wanted or other or ()

    def mapped(self, change: Callable[[str], str]) -> Paradigm:
        """Return the same paradigm with every form changed."""

        def changed(forms: Forms | None) -> Forms | None:
            return forms and tuple(None if form is None else change(form) for form in forms)

        return replace(self, singular=changed(self.singular), plural=changed(self.plural))


def _with(stem: str, endings: str) -> Forms:
    """Return the forms of a stem; "-" stands for no ending."""
    return tuple(stem + ending.strip("-") for ending in endings.split())


_MASCULINE_PLURAL: Final = "i u iem us os"


def fixed(word: str, gender: str = "masculine", number: str = "singular") -> Paradigm:
    """Return a word that does not decline.

    >>> fixed("Tartu").forms("singular")
    ('Tartu', 'Tartu', 'Tartu', 'Tartu', 'Tartu')
    """
    forms = (word,) * len(CASES)
    return Paradigm(forms, forms, gender, number)


def class_1(word: str) -> Paradigm:
    """Return a masculine noun in -s or -š.

    >>> class_1("projekts").forms("plural")
    ('projekti', 'projektu', 'projektiem', 'projektus', 'projektos')
    """
    stem = word[:-1]
    singular = (word, *_with(stem, "a am u ā"))
    return Paradigm(singular, _with(stem, _MASCULINE_PLURAL), "masculine")


def class_2(word: str, alternates: bool) -> Paradigm:
    """Return a masculine noun in -is.

    >>> class_2("brālis", True).forms("singular")
    ('brālis', 'brāļa', 'brālim', 'brāli', 'brālī')
    """
    stem = word[:-2]
    soft = soften(stem) if alternates else stem
    singular = (word, soft + "a", *_with(stem, "im i ī"))
    return Paradigm(singular, _with(soft, _MASCULINE_PLURAL), "masculine")


def class_2_in_s(word: str) -> Paradigm:
    """Return a masculine noun of class 2 in -s, whose genitive is its nominative.

    >>> class_2_in_s("ūdens").forms("singular")
    ('ūdens', 'ūdens', 'ūdenim', 'ūdeni', 'ūdenī')
    """
    stem = word[:-1]
    singular = (word, word, *_with(stem, "im i ī"))
    return Paradigm(singular, _with(soften(stem), _MASCULINE_PLURAL), "masculine")


def class_3(word: str) -> Paradigm:
    """Return a masculine noun in -us.

    >>> class_3("Saldus").forms("singular")
    ('Saldus', 'Saldus', 'Saldum', 'Saldu', 'Saldū')
    """
    stem = word[:-2]
    return Paradigm(_with(stem, "us us um u ū"), _with(stem, _MASCULINE_PLURAL), "masculine")


def class_4(word: str, gender: str = "feminine") -> Paradigm:
    """Return a noun in -a; masculine ones have the dative in -am.

    >>> class_4("Liepa", "masculine").forms("singular")[2]
    'Liepam'
    """
    stem = word[:-1]
    dative = "ai" if gender == "feminine" else "am"
    return Paradigm(_with(stem, f"a as {dative} u ā"), _with(stem, "as u ām as ās"), gender)


def class_5(word: str, alternates: bool, gender: str = "feminine") -> Paradigm:
    """Return a noun in -e; masculine ones have the dative in -em.

    >>> class_5("dome", True).forms("plural")
    ('domes', 'domju', 'domēm', 'domes', 'domēs')
    """
    stem = word[:-1]
    dative = "ei" if gender == "feminine" else "em"
    genitive = (soften(stem) if alternates else stem) + "u"
    plural = (stem + "es", genitive, *_with(stem, "ēm es ēs"))
    return Paradigm(_with(stem, f"e es {dative} i ē"), plural, gender)


def class_6(word: str, alternates: bool) -> Paradigm:
    """Return a feminine noun in -s.

    >>> class_6("Daugavpils", True).forms("singular")
    ('Daugavpils', 'Daugavpils', 'Daugavpilij', 'Daugavpili', 'Daugavpilī')
    """
    stem = word[:-1]
    plural = class_6_plural(stem + "is", alternates).plural
    return Paradigm(_with(stem, "s s ij i ī"), plural, "feminine")


def class_6_plural(word: str, alternates: bool, gender: str = "feminine") -> Paradigm:
    """Return a plural noun in -is.

    >>> class_6_plural("Cēsis", False).forms("plural")
    ('Cēsis', 'Cēsu', 'Cēsīm', 'Cēsis', 'Cēsīs')
    """
    stem = word[:-2]
    genitive = (soften(stem) if alternates else stem) + "u"
    return Paradigm(None, (word, genitive, *_with(stem, "īm is īs")), gender, "plural")


def plural_only(word: str, endings: str, gender: str) -> Paradigm:
    """Return a noun that is given in the plural, by the endings after its last vowels.

    >>> plural_only("Talsi", "i u iem us os", "masculine").forms("plural")
    ('Talsi', 'Talsu', 'Talsiem', 'Talsus', 'Talsos')
    """
    stem = word[: -len(endings.split()[0])]
    return Paradigm(None, _with(stem, endings), gender, "plural")


def reflexive(word: str) -> Paradigm:
    """Return a noun in -šanās, which has neither dative nor locative.

    >>> reflexive("vienošanās").forms("singular")
    ('vienošanās', 'vienošanās', None, 'vienošanos', None)
    """
    accusative = word[:-2] + "os"
    singular = (word, word, None, accusative, None)
    return Paradigm(singular, (word, accusative, None, word, None), "feminine")


def woman_in_us(word: str) -> Paradigm:
    """Return a woman's surname in -us.

    Source: valodaskonsultacijas.lv, answer 293.

    >>> woman_in_us("Grigus").forms("singular")
    ('Grigus', 'Grigus', 'Grigui', 'Grigu', 'Grigū')
    """
    stem = word[:-2]
    return Paradigm(_with(stem, "us us ui u ū"), _with(stem, "us u ūm us ūs"), "feminine")


def indefinite(stem: str, nominative: str, gender: str, number: str = "singular") -> Paradigm:
    """Return an adjective or participle with the indefinite ending.

    >>> indefinite("apskatīt", "s", "masculine").forms("plural")[0]
    'apskatīti'
    """
    if gender == "masculine":
        singular = (stem + nominative, *_with(stem, "a am u ā"))
        return Paradigm(singular, _with(stem, _MASCULINE_PLURAL), gender, number)
    return Paradigm(_with(stem, "a as ai u ā"), _with(stem, "as u ām as ās"), gender, number)


def definite(stem: str, gender: str, number: str = "singular") -> Paradigm:
    """Return an adjective with the definite ending; those in -ēj lose the syllable -aj-.

    Source: Latviešu valodas gramatika 2015 (noteiktā galotne).

    >>> definite("Sociāl", "masculine").forms("singular")
    ('Sociālais', 'Sociālā', 'Sociālajam', 'Sociālo', 'Sociālajā')
    >>> definite("pēdēj", "masculine").forms("singular")[2]
    'pēdējam'
    """
    aj = "" if stem.lower().endswith("ēj") else "aj"
    if gender == "masculine":
        singular, plural = f"ais ā {aj}am o {aj}ā", f"ie o {aj}iem os {aj}os"
    else:
        singular, plural = f"ā ās {aj}ai o {aj}ā", f"ās o {aj}ām ās {aj}ās"
    return Paradigm(_with(stem, singular), _with(stem, plural), gender, number)
