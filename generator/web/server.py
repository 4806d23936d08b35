"""The server of the page: a port of this machine, a secret link, the browser, and a clean stop.

The address is no option: the page is for one person on her own machine.
"""

from __future__ import annotations

import errno
import socket
import threading
import webbrowser
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Final

import uvicorn

from generator.errors import Place, UsageError, fault
from generator.web.application import application
from generator.web.crew import Crew
from generator.web.desk import Desk
from generator.web.guard import ADDRESS
from generator.web.keys import Keys
from generator.web.store import Store

_LET_GO: Final = 3
"""Seconds that requests have to end when the page is stopped."""


def run(
    folder: Path,
    *,
    port: int,
    open_browser: bool,
    lang: str,
    environ: Mapping[str, str],
    ready: Callable[[str], None],
) -> None:
    """Serve the page of a folder until it is stopped; raises UsageError `serve.folder` or `serve.port`."""
    if not folder.is_dir():
        raise UsageError([fault("serve.folder", Place(str(folder)))])
    with bound(port) as door, Crew() as crew:
        desk = Desk(Store.of(folder), Keys(), door.getsockname()[1], crew, lang, dict(environ))
        server = Server(desk, lambda: _opened(desk, open_browser, ready))
        with suppress(KeyboardInterrupt):  # the way to stop it
            server.run(sockets=[door])


def bound(port: int) -> socket.socket:
    """Return a socket on a port of this machine, 0 for any free one; raises UsageError `serve.port`."""
    try:
        return socket.create_server((ADDRESS, port))
    except (OSError, OverflowError) as error:
        taken = isinstance(error, OSError) and error.errno == errno.EADDRINUSE
        reason = "" if taken else str(getattr(error, "strerror", None) or error)
        id = "serve.port-taken" if taken else "serve.port"
        raise UsageError([fault(id, Place(field="--port"), port=port, reason=reason)]) from None


def _config(desk: Desk) -> uvicorn.Config:
    """Return how uvicorn runs: without words of its own, and without trust in any proxy."""
    return uvicorn.Config(
        application(desk),
        log_config=None,
        log_level="critical",
        access_log=False,
        proxy_headers=False,
        server_header=False,
        lifespan="on",
        ws="none",
        timeout_graceful_shutdown=_LET_GO,
    )


class Server(uvicorn.Server):
    """The server of a desk, which says when it can be asked."""

    def __init__(self, desk: Desk, ready: Callable[[], None]) -> None:
        super().__init__(_config(desk))
        self._ready = ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, and say so."""
        await super().startup(sockets)
        if self.started:
            self._ready()


def _opened(desk: Desk, open_browser: bool, ready: Callable[[str], None]) -> None:
    """Tell the first link, and open the browser with a link of its own that works once."""
    ready(f"{desk.address}/?token={desk.keys.link}")
    if open_browser:
        link = f"{desk.address}/?token={desk.keys.once()}"
        threading.Thread(target=webbrowser.open, args=(link,), daemon=True).start()
