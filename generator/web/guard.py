"""The guard: what every request has to pass before the page sees it, and what every answer carries.

The page is for one person on her own machine, but every web site she visits can send requests to it
through her browser, and other programs of the machine can, too. So:

- it is asked by its own address only: a foreign name that leads here (DNS rebinding) is refused;
- who has the secret link gets a cookie that no script and no other site can use;
- a request that another site or another port sends is refused, by `Origin` and `Sec-Fetch-Site`;
- a body has a size and a time, and only so many requests are worked on at once;
- an answer allows no script and no style but ours, no frame but our own, and is kept by nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from enum import Enum
from typing import Final

from starlette.datastructures import MutableHeaders
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from generator.web.keys import Keys

ADDRESS: Final = "127.0.0.1"
"""The one address the page is served on."""
MAX_BODY: Final = 21_000_000
"""Bytes of a request: an upload of 20 MB and what is around it."""
MAX_SECONDS: Final = 60
"""How long a body may take to arrive."""
AT_ONCE: Final = 16
"""How many requests are worked on at once; streams of events do not count."""
WAITING: Final = 256
"""How many may wait for their turn, and for how long."""
PATIENCE: Final = 30

PAGE_POLICY: Final = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; "
    "connect-src 'self'; form-action 'self'; frame-src 'self'; frame-ancestors 'none'; base-uri 'none'"
)
FRAMED: Final = {
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; img-src 'self' data:; "
    "font-src 'self' data:; frame-ancestors 'self'; base-uri 'none'; form-action 'none'",
    "X-Frame-Options": "SAMEORIGIN",
}
"""Headers of a document that stands in a frame of the page: styles of its own, and no script at all."""

_HEADERS: Final = {
    "Content-Security-Policy": PAGE_POLICY,
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cache-Control": "no-store",
}
_READING: Final = ("GET", "HEAD")
_NEAR: Final = ("none", "same-origin")
"""What `Sec-Fetch-Site` says of an address that was typed, and of the page itself."""
_OPEN: Final = "/static/"
"""What needs no cookie: the page that says how to get in has its looks from there."""


class Refusal(Enum):
    """Why a request is refused, with the status of the answer."""

    HOST = 403, "host"
    ORIGIN = 403, "origin"
    TOKEN = 403, "token"
    SLOW = 408, "slow"
    LARGE = 413, "large"
    BUSY = 503, "busy"

    @property
    def status(self) -> int:
        """The status of HTTP."""
        return self.value[0]

    @property
    def word(self) -> str:
        """The name of its sentence."""
        return self.value[1]


class Refused(HTTPException):
    """A request that was let in, and is refused while its body arrives."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.status)
        self.refusal = refusal


class Guard:
    """Stands before an application."""

    def __init__(
        self, app: ASGIApp, keys: Keys, port: int, refuse: Callable[[Request, Refusal], Response]
    ) -> None:
        """Take the application, the keys and the port of this run, and what makes a page of a refusal."""
        self.app, self.keys, self.port, self.refuse = app, keys, port, refuse
        self.hosts = frozenset({f"{ADDRESS}:{port}", f"localhost:{port}"})
        self.cookie = f"parskats-{port}"  # cookies know no ports, and two pages may run at once
        self.turns = asyncio.Semaphore(AT_ONCE)
        self.waiting = 0

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request in, or answer it here."""
        if scope["type"] == "lifespan":
            await self.app(scope, receive, send)
        elif scope["type"] == "http":
            await self._answer(scope, receive, _with_headers(send))

    async def _answer(self, scope: Scope, receive: Receive, send: Send) -> None:
        request = Request(scope)
        answer = self._at_the_door(request)
        if answer is not None:
            await answer(scope, receive, send)
            return
        try:
            async with self._turn(send) as counted:
                await self.app(scope, _bounded(receive), counted)
        except _Busy:
            await self.refuse(request, Refusal.BUSY)(scope, receive, send)

    # -- who comes in -----------------------------------------------------------------------------
    def _at_the_door(self, request: Request) -> Response | None:
        """Return the answer to a request that is not let in."""
        refusal = self._refusal(request)
        if refusal is not None:
            return self.refuse(request, refusal)
        if request.url.path.startswith(_OPEN):
            return None
        known = self.keys.knows(request.cookies.get(self.cookie, ""))
        token = request.query_params.get("token") if request.url.path == "/" else None
        if token is not None and request.method == "GET" and (self.keys.admits(token) or known):
            return self._welcome()
        if known:
            return None
        answer = self.refuse(request, Refusal.TOKEN)
        if _comes_from_elsewhere(request):
            answer.headers["Refresh"] = "0"  # asked by ourselves, the browser sends the cookie
        return answer

    def _refusal(self, request: Request) -> Refusal | None:
        """Return why nobody may send a request, whatever keys come with it."""
        server = request.scope.get("server")
        if server is None or server[0] not in (ADDRESS, "localhost"):
            return Refusal.HOST
        if request.headers.getlist("host") not in [[host] for host in self.hosts]:
            return Refusal.HOST
        if _declared(request) > MAX_BODY:
            return Refusal.LARGE
        return None if self._is_our_own(request) else Refusal.ORIGIN

    def _is_our_own(self, request: Request) -> bool:
        """Return whether the page itself sends a request, or the person by a link.

        To change something it must say that it comes from here; who says nothing is no browser.
        """
        headers = request.headers
        origin, site = headers.get("origin"), headers.get("sec-fetch-site")
        ours = f"http://{headers['host']}"
        if request.method not in _READING:
            return origin == ours or (origin is None and site == "same-origin")
        return origin in (None, ours) and (site in (None, *_NEAR) or _is_link(request))

    def _welcome(self) -> Response:
        """Give the cookie, and take the token out of the address."""
        answer = RedirectResponse("/", 303)
        answer.set_cookie(self.cookie, self.keys.session, httponly=True, samesite="strict", path="/")
        return answer

    # -- whose turn it is -------------------------------------------------------------------------
    @asynccontextmanager
    async def _turn(self, send: Send) -> AsyncIterator[Send]:
        """Wait for a turn; it ends with the request, of a stream of events when the stream begins.

        Raises _Busy when too many wait, or it takes too long.
        """
        if self.waiting >= WAITING:
            raise _Busy
        self.waiting += 1
        try:
            async with asyncio.timeout(PATIENCE):
                await self.turns.acquire()
        except TimeoutError:
            raise _Busy from None
        finally:
            self.waiting -= 1
        released = False

        def release() -> None:
            nonlocal released
            if not released:
                released = True
                self.turns.release()

        async def counted(message: Message) -> None:
            if message["type"] == "http.response.start" and _is_stream(message):
                release()
            await send(message)

        try:
            yield counted
        finally:
            release()


class _Busy(Exception):
    """Too many requests."""


def _declared(request: Request) -> int:
    """Return how many bytes a request says its body has."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isascii() and length.isdecimal() else 0


def _is_link(request: Request) -> bool:
    """Return whether a person follows a link to a page, not another page that loads something."""
    headers = request.headers
    return headers.get("sec-fetch-mode") == "navigate" and headers.get("sec-fetch-dest") == "document"


def _comes_from_elsewhere(request: Request) -> bool:
    """Return whether a link elsewhere led here: the browser keeps a strict cookie back then."""
    return request.headers.get("sec-fetch-site") not in (None, *_NEAR) and _is_link(request)


def _is_stream(message: Message) -> bool:
    return MutableHeaders(scope=message).get("content-type", "").startswith("text/event-stream")


def _with_headers(send: Send) -> Send:
    """Return what sends an answer with the headers of the guard; those it has of its own stay."""

    async def sending(message: Message) -> None:
        if message["type"] == "http.response.start":
            headers = MutableHeaders(scope=message)
            for name, value in _HEADERS.items():
                headers.setdefault(name, value)
        await send(message)

    return sending


def _bounded(receive: Receive) -> Receive:
    """Return what receives a body of bounded size in bounded time; raises Refused."""
    until = asyncio.get_running_loop().time() + MAX_SECONDS
    taken, whole = 0, False

    async def receiving() -> Message:
        nonlocal taken, whole
        if whole:
            return await receive()
        try:
            async with asyncio.timeout_at(until):
                message = await receive()
        except TimeoutError:
            raise Refused(Refusal.SLOW) from None
        taken += len(message.get("body", b""))
        whole = not message.get("more_body", False)
        if taken > MAX_BODY:
            raise Refused(Refusal.LARGE)
        return message

    return receiving
