"""What is shown when something is not there, is refused, or has failed: a sentence, never a traceback."""

from __future__ import annotations

import logging
import platform
import sys
import traceback
from contextlib import suppress
from http import HTTPStatus
from pathlib import Path
from typing import Final

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.errors import OutputError, ParskatsError
from generator.version import PROGRAM
from generator.web.crew import Busy
from generator.web.desk import desk_of
from generator.web.guard import Refusal, Refused
from generator.web.pages import is_fragment, render
from generator.web.store import NotThere
from generator.web.store.places import TRIPS

_LOG: Final = logging.getLogger("parskats.web")
_STATUSES: Final = {Busy: HTTPStatus.SERVICE_UNAVAILABLE, OutputError: HTTPStatus.CONFLICT}
_PACKAGE: Final = Path(__file__).resolve().parents[2]


def refused(request: Request, refusal: Refusal) -> Response:
    """Return the page that says why a request was refused; it tells strangers nothing of the folder."""
    strange = refusal in (Refusal.HOST, Refusal.ORIGIN, Refusal.TOKEN)
    title = "failure.locked" if strange else "failure.title"
    return _page(request, refusal.status, f"failure.{refusal.word}", title, bare=strange)


def by_status(request: Request, error: Exception) -> Response:
    """Return the page of an error of HTTP."""
    if isinstance(error, Refused):
        return refused(request, error.refusal)
    status = error.status_code if isinstance(error, HTTPException) else HTTPStatus.INTERNAL_SERVER_ERROR
    headers = error.headers if isinstance(error, HTTPException) else None
    if status == HTTPStatus.NOT_FOUND:
        return not_there(request, error)
    word = "failure.method" if status == HTTPStatus.METHOD_NOT_ALLOWED else "failure.request"
    page = _page(request, status, word)
    page.headers.update(headers or {})
    return page


def not_there(request: Request, error: Exception) -> Response:
    """Return the page for what is not there."""
    return _page(request, HTTPStatus.NOT_FOUND, "failure.missing-why", title="failure.missing")


def of_faults(request: Request, error: Exception) -> Response:
    """Return the page that tells faults: what is wrong, and how to mend it."""
    assert isinstance(error, ParskatsError)
    status = next((one for kind, one in _STATUSES.items() if isinstance(error, kind)), 422)
    return _page(request, status, "", faults=error.faults, key=_trip_of(request))


def _trip_of(request: Request) -> str:
    """Return the key of the file that a request is about, when it has a form; else nothing."""
    key = str(request.path_params.get("key", ""))
    with suppress(NotThere):
        if desk_of(request).folder.path(key).suffix.lower() in TRIPS:
            return key
    return ""


def _page(request: Request, status: int, word: str, title: str = "failure.title", **more: object) -> Response:
    """Return a page, or a fragment of one for a part of a page that asks."""
    name = "_failure.html" if is_fragment(request) else "failure.html"
    values = {"faults": (), "report": "", "key": "", **more}
    return render(request, name, status, title=title, word=word, **values)


# -- defects of ours ------------------------------------------------------------------------------
class Caught:
    """Stands within the guard: what a view lets fall becomes a page with a report."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer a request, whatever happens; an answer that has begun is broken off."""
        begun = False

        async def sending(message: Message) -> None:
            nonlocal begun
            begun = True
            await send(message)

        try:
            await self.app(scope, receive, sending)
        except Exception as error:
            _LOG.error("a request failed", exc_info=error)
            if begun or scope["type"] != "http":
                raise
            await crashed(Request(scope), error)(scope, receive, send)


def crashed(request: Request, error: Exception) -> Response:
    """Return the page of a defect, with a report that can be sent."""
    why = {"title": "failure.defect", "report": report(error, request)}
    return _page(request, HTTPStatus.INTERNAL_SERVER_ERROR, "failure.defect-why", **why)


def report(error: BaseException, request: Request) -> str:
    """Return what a defect can be mended by: versions, and the way through the program.

    It holds no message of an error, no value, no name of a file and no address that was asked for:
    in these there may be data.
    """
    route = request.scope.get("route")
    where = getattr(route, "path", "-")
    lines = [
        f"{PROGRAM}, Python {platform.python_version()}, {sys.platform}",
        f"{request.method} {where}",
        *_way(error),
    ]
    return "\n".join(lines)


def _way(error: BaseException) -> list[str]:
    """Return the kinds of an error and of its causes, each with our lines of code and the last one."""
    lines = []
    cause: BaseException | None = error
    while cause is not None:
        lines.append(type(cause).__qualname__)
        frames = traceback.extract_tb(cause.__traceback__)
        own = [one for one in frames if Path(one.filename).is_relative_to(_PACKAGE)]
        told = (f"  {_module(one.filename)}:{one.lineno} {one.name}" for one in (*own, *frames[-1:]))
        lines += dict.fromkeys(told)
        cause = cause.__cause__ or (None if cause.__suppress_context__ else cause.__context__)
    return lines


def _module(file: str) -> str:
    """Return a file of code without the folders of the person's machine."""
    path = Path(file)
    if path.is_relative_to(_PACKAGE):
        return path.relative_to(_PACKAGE.parent).as_posix()
    return "/".join(path.parts[-2:])
