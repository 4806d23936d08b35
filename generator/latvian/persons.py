"""A person's name, with the position before it in the same case."""

from __future__ import annotations

from generator.latvian.lexicon import listed
from generator.latvian.names import PARTICLES, bearer, is_initial, name_part
from generator.latvian.paradigms import Paradigm, fixed
from generator.latvian.phrases import dressed, hyphenated, in_capitals, joined, phrase
from generator.latvian.style import LatvianStyle
from generator.latvian.tokens import Token, tokens


def person(text: str, gender: str | None, style: LatvianStyle) -> Paradigm:
    """Return the forms of a person's name, with the position before it in the same case.

    >>> from generator.latvian.style import DEFAULT
    >>> person("pārvaldes vadītājs Aleksejs Stecs", None, DEFAULT).forms("singular")[2]
    'pārvaldes vadītājam Aleksejam Stecam'
    """
    whole = tokens(text)
    start = name_start(whole)
    if start == len(whole):
        return phrase(text, None, None, False)
    name = _name(whole[start:], gender, style)
    if start == 0:
        return name
    position = phrase("".join(token.space + token.text for token in whole[:start]), None, None, False)
    return joined([position, name], name)


def name_start(whole: list[Token]) -> int:
    """Return where the name begins: at a known first name or initial, or at the last capitals."""
    run = len(whole)
    while run and _in_name(whole[run - 1]):
        run -= 1
    while run < len(whole) and whole[run].word in PARTICLES:
        run += 1
    for i in range(run, len(whole) - 1):
        if begins_name(whole[i]):
            return i
    return run


def begins_name(token: Token) -> bool:
    """Tell whether a token is an initial or a known first name."""
    return is_initial(token.text) or all(listed("first", part) for part in token.word.split("-"))


def _in_name(token: Token) -> bool:
    return token.word in PARTICLES or (token.word[:1].isupper() and token.before == "")


def _name(parts: list[Token], gender: str | None, style: LatvianStyle) -> Paradigm:
    """Return the forms of a name without a position."""
    told, sure = bearer([piece for part in parts for piece in part.text.split("-")])
    chosen = gender or told
    done = []
    for i, token in enumerate(parts):
        first = i == 0 and not is_initial(token.text)
        done.append(dressed(token, _name_word(token, chosen, first, style)))
    forms = joined(done, done[-1])
    in_doubt = gender is None and not sure and len(set(forms.forms("singular"))) > 1
    return forms.doubted() if in_doubt else forms


def _name_word(token: Token, gender: str, first: bool, style: LatvianStyle) -> Paradigm:
    """Return the forms of one word of a name; each part of a double name declines."""
    if is_initial(token.text) or token.word in PARTICLES or token.after.startswith("."):
        return fixed(token.word, gender)
    return hyphenated(
        [
            in_capitals(part, lambda word: name_part(word, gender, first, style))
            for part in token.word.split("-")
        ]
    )
