"""The words of a phrase, with the signs and the space around them."""

from __future__ import annotations

import re
from typing import Final

from generator.frozen import dataclass
from generator.latvian.lexicon import place_code
from generator.latvian.names import PARTICLES

CONJUNCTIONS: Final = frozenset(("un", "vai", "jeb", "kā"))
OPENING: Final = '„“«"('
CLOSING: Final = '”“»")'  # “ closes what „ has opened


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a phrase with the signs and the space around it."""

    space: str
    before: str
    word: str
    after: str
    open: bool = True

    @property
    def text(self) -> str:
        """The token as it stands, without the space before it."""
        return self.before + self.word + self.after


def tokens(text: str) -> list[Token]:
    """Return the words of a text; those that never decline are not `open`.

    >>> [token.word for token in tokens("biedrība „Gors”") if token.open]
    ['biedrība']
    """
    found: list[Token] = []
    depth = 0
    capitals = text.isupper() and any(len(word) > 5 for word in text.split())
    for space, chunk in re.findall(r"(\s*)(\S+)", text):
        depth += chunk[0] in OPENING
        before, word, after = _parts(chunk)
        found.append(Token(space, before, word, after, depth == 0 and _declines(word, after, capitals)))
        depth = max(0, depth - (chunk.rstrip(",.;:")[-1:] in tuple(CLOSING)))
    return found


def _parts(chunk: str) -> tuple[str, str, str]:
    """Return a word apart from the signs before and after it."""
    word = chunk.strip("".join(set(re.findall(r"\W|_", chunk))))
    before, _, after = chunk.partition(word) if word else (chunk, "", "")
    return before, word, after


def _declines(word: str, after: str, capitals: bool) -> bool:
    """Tell whether a word can decline: no number, abbreviation, initial or conjunction."""
    if not word or any(letter.isdigit() for letter in word) or after.startswith("."):
        return False
    if word.isupper() and (len(word) < 4 or not capitals) and not place_code(word):
        return False
    return word not in CONJUNCTIONS and word not in PARTICLES
