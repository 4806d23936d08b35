"""What a hostile hand can reach: the routes of the table, and every form and link that the pages show.

Nothing is named here, so that a new route or a new form is tried without being told of.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from json import JSONDecodeError, loads
from typing import Final
from urllib.parse import parse_qsl, urljoin, urlsplit

from lxml import html
from starlette.routing import BaseRoute, Mount, Route
from starlette.testclient import TestClient

from generator.web.application import ROUTES

_PAGES: Final = 80
"""How many pages a walk looks at."""
_STREAM: Final = "/season/events"
_ASKS: Final = {f"hx-{one.lower()}": one for one in ("GET", "POST", "PUT", "DELETE", "PATCH")}


@dataclass(frozen=True)
class Asking:
    """A request that a page would send: a link, a form with what it holds, or a part that htmx asks for."""

    method: str
    path: str
    fields: tuple[tuple[str, str], ...] = ()
    files: tuple[str, ...] = ()

    @property
    def names(self) -> set[str]:
        """The names of everything that it sends."""
        return {name for name, _ in self.fields} | set(self.files)


def routes() -> list[Route]:
    """Return every route of the table."""
    return list(_flat(ROUTES))


def _flat(some: list[BaseRoute]) -> Iterator[Route]:
    for one in some:
        if isinstance(one, Route):
            yield one
        elif isinstance(one, Mount):
            yield from _flat(list(one.routes))


def walked(client: TestClient, start: str = "/") -> dict[str, str]:
    """Return the pages that links, frames and parts lead to from a first one: their HTML by path."""
    pages: dict[str, str] = {}
    left = [start]
    while left and len(pages) < _PAGES:
        path = left.pop(0)
        if path in pages or urlsplit(path).path == _STREAM:
            continue
        answer = client.get(path, follow_redirects=True)
        is_html = answer.headers["content-type"].startswith("text/html")
        pages[path] = answer.text if is_html else ""
        if is_html:
            left += [one.path for one in askings(answer.text, path) if one.method == "GET"]
    return pages


def found_in(pages: dict[str, str]) -> set[Asking]:
    """Return the requests that some pages would send."""
    return {one for path, page in pages.items() for one in askings(page, path)}


def askings(page: str, path: str) -> list[Asking]:
    """Return the requests that a page at a path would send."""
    if not page.strip():
        return []
    tree = html.fromstring(page)
    found = [*_links(tree), *_forms(tree), *_parts(tree)]
    return [
        Asking(one.method, urljoin(path, one.path), one.fields, one.files)
        for one in found
        if not urlsplit(urljoin(path, one.path)).scheme and urljoin(path, one.path).startswith("/")
    ]


def _links(tree: html.HtmlElement) -> Iterator[Asking]:
    for query in ("//a/@href", "//iframe/@src", "//img/@src"):
        for target in tree.xpath(query):
            bare = target.partition("#")[0]
            if bare and not bare.startswith("data:"):
                yield Asking("GET", bare, tuple(parse_qsl(urlsplit(bare).query)))


def _forms(tree: html.HtmlElement) -> Iterator[Asking]:
    for form in tree.xpath("//form"):
        inputs = [*form.xpath(".//*[@name]"), *tree.xpath("//*[@form=$id]", id=form.get("id", "-"))]
        files = tuple(one.get("name") for one in inputs if one.get("type") == "file")
        fields = tuple((one.get("name"), _value(one)) for one in inputs if one.get("type") != "file")
        for target in {form.get("action", ""), *form.xpath(".//@formaction")}:
            yield Asking((form.get("method") or "get").upper(), target, fields, files)


def _value(one: html.HtmlElement) -> str:
    if one.tag == "textarea":
        return one.text or ""
    if one.tag == "select":
        chosen = one.xpath(".//option[@selected]") or one.xpath(".//option")
        return chosen[0].get("value", "") if chosen else ""
    return one.get("value") or ""


def _parts(tree: html.HtmlElement) -> Iterator[Asking]:
    for name, method in _ASKS.items():
        for element in tree.xpath(f"//*[@{name}]"):
            named = [(one.get("name"), _value(one)) for one in [element, *element.xpath(".//*[@name]")]]
            more = _vals(element.get("hx-vals", "{}"))
            yield Asking(method, element.get(name), tuple((n, v) for n, v in named if n) + more)


def _vals(text: str) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((str(name), str(value)) for name, value in loads(text).items())
    except JSONDecodeError:
        return ()
