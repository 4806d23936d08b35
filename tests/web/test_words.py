"""The words of the page: every one there, and none for nothing."""

from __future__ import annotations

import re
from pathlib import Path

from generator import web
from generator.web.store.cards import State
from generator.web.words import WORDS

ROOM = Path(web.__file__).parent
SOURCES = [*ROOM.rglob("*.html"), *(one for one in ROOM.rglob("*.py") if one.name != "words.py")]
TEXT = "\n".join(path.read_text(encoding="utf-8") for path in SOURCES)
MADE = {f"state.{one}" for one in State} | {"upload.error", "upload.warning"}
MADE |= {f"failure.{one}" for one in ("host", "origin", "token", "slow", "large", "busy")}


def test_every_word_that_a_template_says_is_there() -> None:
    said = set(re.findall(r"_\(\s*[\"']([a-z.-]+)[\"']\s*[,)]", TEXT))
    assert said - set(WORDS) == set()


def test_no_word_is_there_for_nothing() -> None:
    assert [
        name for name in WORDS if f'"{name}"' not in TEXT and f"'{name}'" not in TEXT and name not in MADE
    ] == []
