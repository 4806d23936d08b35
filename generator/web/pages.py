"""Pages and fragments: templates of the page, filled in the language of a request."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Final

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.requests import Request
from starlette.responses import HTMLResponse

from generator.errors import Message, Place
from generator.version import PROGRAM
from generator.web.desk import desk_of
from generator.web.forms.wording import in_form
from generator.web.store import Store
from generator.web.words import words_of

HERE: Final = Path(__file__).resolve().parent
STATIC: Final = HERE / "static"


def render(request: Request, name: str, status: int = 200, /, **values: object) -> HTMLResponse:
    """Return a filled template of `web/templates`.

    Besides its values it knows `_` (a sentence by its name), `say` (a message of the program, which may
    be empty), `worded` (what a form says of a fault), `place` (of a fault), `day` (a date), `lang`, `title`
    (what the model calls something), `here` (the path of the page, to come back to), and `bare` (whether to
    show nothing but the page itself).
    Raises jinja2 errors for a defect of it.
    """
    return HTMLResponse(text(request, name, **values), status)


def text(request: Request, name: str, /, **values: object) -> str:
    """Return the text of a filled template, for an answer that has several."""
    words, store = words_of(request), desk_of(request).folder
    known: dict[str, object] = {
        "_": words,
        "say": lambda message: store.told(words.say(message)) if message.text else "",
        "worded": in_form,
        "place": lambda place: place_in(store, place),
        "day": lambda one: day(one, words.lang),
        "lang": words.lang,
        "title": words.language,
        "here": request.url.path if request.method == "GET" else "/",
        "bare": False,
        "folder": store.root.name,
        "program": PROGRAM,
    }
    return _environment().get_template(name).render({**known, **values})


def place_in(store: Store, place: Place) -> str:
    """Return where a fault stands, seen from a folder; a file beyond it has only its name."""
    file = store.told(place.file)
    return str(replace(place, file=Path(file).name if Path(file).is_absolute() else file))


def is_fragment(request: Request) -> bool:
    """Return whether a part of the page asks (htmx), not the browser for a whole page."""
    return request.headers.get("hx-request") == "true"


def day(one: date, lang: str) -> str:
    """Return a date as people read it in a language."""
    from generator.messages import translator

    return Message("{day}", {"day": one}).sentence(translator(lang))


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(HERE / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
