"""A phrase: the head declines with what agrees with it; genitives, quotes and tails stay."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Final

from generator.latvian.attributes import attribute, is_adjective, nominative_rank
from generator.latvian.grammar import CASES, Forms
from generator.latvian.lexicon import listed
from generator.latvian.nouns import noun
from generator.latvian.paradigms import Paradigm, fixed
from generator.latvian.tokens import CLOSING, CONJUNCTIONS, OPENING, Token, tokens

_PREPOSITIONS: Final = frozenset(
    ("aiz", "ap", "ar", "bez", "caur", "gar", "kā", "kopš", "līdz", "no", "pa", "par", "pār", "pēc", "pie")
    + ("pirms", "pret", "starp", "uz", "virs", "zem")
)


def joined(parts: Iterable[Paradigm], like: Paradigm) -> Paradigm:
    """Return the forms of parts put together; gender and number are those of `like`."""
    parts = list(parts)

    def together(number: str) -> Forms | None:
        if (like.singular if number == "singular" else like.plural) is None:
            return None
        columns = [part.forms(number) for part in parts]
        return tuple(_concatenated([column[case] for column in columns]) for case in range(len(CASES)))

    doubt = frozenset[str]().union(*(part.doubt for part in parts))
    return replace(like, singular=together("singular"), plural=together("plural"), doubt=doubt)


def _concatenated(forms: Sequence[str | None]) -> str | None:
    return None if None in forms else "".join(form for form in forms if form)


def phrase(text: str, gender: str | None, number: str | None, place: bool) -> Paradigm:
    """Return the forms of a noun phrase: an institution, a position, a place, a thing.

    >>> from generator.latvian.style import DEFAULT
    >>> phrase("Eiropas Sociālais fonds", None, None, False).forms("singular")[2]
    'Eiropas Sociālajam fondam'
    """
    whole = tokens(text)
    if not any(token.open for token in whole):
        return _quoted(text, gender, number, place) or fixed(text)
    done = [_segment(segment, gender, number, place) for segment in _coordinated(_segments(whole))]
    return done[0] if len(done) == 1 else _side_by_side(done)


def _quoted(text: str, gender: str | None, number: str | None, place: bool) -> Paradigm | None:
    """Return the forms of a name that stands alone in quotes: it declines inside them."""
    inner = text[1:-1]
    bare = inner.strip() and not any(sign in OPENING + CLOSING for sign in inner)
    if not (bare and text[0] in OPENING and text[-1] in CLOSING):
        return None
    return phrase(inner, gender, number, place).mapped(lambda form: text[0] + form + text[-1])


def _side_by_side(parts: list[Paradigm]) -> Paradigm:
    """Return coordinated parts, each in its own number; the plural is that of all."""
    own = [replace(part, singular=part.forms(part.number)) for part in parts]
    plural = all(part.number == "plural" for part in parts)
    return joined(own, replace(own[-1], number="plural" if plural else "singular"))


def _segments(whole: list[Token]) -> list[list[Token]]:
    """Return the parts between conjunctions; a conjunction begins the part after it."""
    segments: list[list[Token]] = [[]]
    for token in whole:
        if token.word in CONJUNCTIONS and segments[-1]:
            segments.append([])
        segments[-1].append(token)
        if token.after == "," and token.open:
            segments.append([])
    return [segment for segment in segments if segment]


def _coordinated(segments: list[list[Token]]) -> list[list[Token]]:
    """Return the segments that decline side by side; the others belong to the one after them."""
    *others, last = segments
    head = _head(last)
    kept: list[list[Token]] = []
    waiting: list[Token] = []
    for segment in others:
        waiting = [*waiting, *segment]
        if head is not None and _coordinates(segment, last, head):
            kept.append(waiting)
            waiting = []
    return [*kept, [*waiting, *last]]


def _coordinates(segment: list[Token], last: list[Token], last_head: int) -> bool:
    """Tell whether the head of a segment stands in the nominative beside the last head.

    A genitive cannot stand before a conjunction when nothing but the last head follows it.
    """
    head = _head(segment)
    if head is None:
        return False
    word, other = segment[head].word, last[last_head].word
    if nominative_rank(word) == 3 or not any(token.open for token in last[:last_head]):
        return nominative_rank(word) > 0 and not is_adjective(word.rstrip("as"))
    return word.endswith(("tāja", "ēja")) and nominative_rank(other) >= 2


def _head(segment: list[Token]) -> int | None:
    """Return the place of the head: the last nominative before any tail."""
    end = next(
        (i for i, token in enumerate(segment) if i and token.word.lower() in _PREPOSITIONS), len(segment)
    )
    places = [i for i, token in enumerate(segment[:end]) if token.open]
    if not places:
        return None
    ranks = {i: nominative_rank(segment[i].word) for i in places}
    last = places[-1]
    locative = segment[last].word.lower().endswith(("ās", "ā")) and ranks[last] == 1
    if len(places) == 1 or (ranks[last] and not (locative and 3 in ranks.values())):
        return last
    best = max(ranks.values())
    return max(i for i in places if ranks[i] == best) if best else None


def _as_it_is(segment: list[Token]) -> Paradigm:
    return fixed("".join(token.space + token.text for token in segment))


def _segment(segment: list[Token], gender: str | None, number: str | None, place: bool) -> Paradigm:
    """Return the forms of one segment."""
    head = _head(segment)
    if head is None:
        sure = any(token.word.isupper() for token in segment)
        return _as_it_is(segment) if sure else _as_it_is(segment).doubted()
    centre = _word(segment[head].word, gender, number, place)
    if any(_perhaps_coordinated(segment, i) for i in range(1, head)):
        centre = centre.doubted()
    parts = [
        dressed(token, _part(segment, i, head, centre) or fixed(token.word))
        for i, token in enumerate(segment)
    ]
    return joined(parts, centre)


def _perhaps_coordinated(segment: list[Token], i: int) -> bool:
    """Tell whether a conjunction follows a word in -a that may be a nominative or a genitive."""
    word = segment[i - 1].word
    small = word.lower()
    open_question = segment[i].word in CONJUNCTIONS and segment[i - 1].open and small.endswith("a")
    return open_question and not is_adjective(word[:-1]) and not listed("genitive", word[:-1] + "s")


def _part(segment: list[Token], i: int, head: int, centre: Paradigm) -> Paradigm | None:
    """Return the forms of the word at a place, or None when it stays as it is."""
    token = segment[i]
    if i == head:
        return centre
    if i > head or not token.open:
        return None
    return in_capitals(
        token.word,
        lambda word: attribute(word, segment[i + 1].word, i + 1 == head, centre) or fixed(word),
    )


def dressed(token: Token, forms: Paradigm) -> Paradigm:
    """Return forms with the signs and the space that stand around the word."""
    return forms.mapped(lambda form: token.space + token.before + form + token.after)


def in_capitals(word: str, decline: Callable[[str], Paradigm]) -> Paradigm:
    """Return the forms of a word, in capitals when the word is."""
    if not word.isupper():
        return decline(word)
    return decline(word.capitalize()).mapped(str.upper)


def _word(word: str, gender: str | None, number: str | None, place: bool) -> Paradigm:
    """Return the forms of a head; each part of a word with hyphens declines."""

    def decline(part: str) -> Paradigm:
        if len(part) < 3 or not part.isalpha():
            return fixed(part)
        return noun(part, gender=gender, number=number, place=place and part[0].isupper())

    parts = [in_capitals(part, decline) for part in word.split("-")]
    return hyphenated(parts)


def hyphenated(parts: list[Paradigm]) -> Paradigm:
    """Return the forms of words joined by hyphens."""
    if len(parts) == 1:
        return parts[0]
    *before, last = parts
    return joined([*(part.mapped(lambda form: form + "-") for part in before), last], last)
