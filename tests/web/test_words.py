"""The words of the page: every one there, and none for nothing."""

from __future__ import annotations

import re
from pathlib import Path

from generator import web
from generator.web.words import WORDS

ROOM = Path(web.__file__).parent
SOURCES = [*ROOM.rglob("*.html"), *(one for one in ROOM.rglob("*.py") if one.name != "words.py")]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
MADE = tuple(re.findall(r"[\"']([a-z.-]+[.-])[\"'] ~|f[\"']([a-z-]+\.)\{", TEXT))
"""How names begin that a template or a view puts together: `"state." ~ card.state`."""


def test_every_word_that_a_template_says_is_there() -> None:
    said = set(re.findall(r"_\(\s*[\"']([a-z.-]+)[\"']\s*[,)]", TEXT))
    assert said - set(WORDS) == set()


def test_no_word_is_there_for_nothing() -> None:
    begun = tuple(one for pair in MADE for one in pair if one)
    unsaid = [name for name in WORDS if not re.search(rf"[\"']{re.escape(name)}[\"']", TEXT)]
    assert [name for name in unsaid if not name.startswith(begun)] == []
