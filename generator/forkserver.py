"""The server that forks processes for a batch and for the page, with the program loaded once for all.

Nothing of the program is imported here, so that the server can begin while its caller still loads.
"""

from __future__ import annotations

import multiprocessing
import signal
from contextlib import suppress
from typing import Any, Final

_LOADED: Final = ["generator.batch.quiet", "generator.batch.warm", "generator.batch.unit"]


def context(method: str | None = None) -> Any:
    """Return how processes are started: by the server, or anew (`spawn`) where the system has none."""
    methods = multiprocessing.get_all_start_methods()
    made = multiprocessing.get_context(method or ("forkserver" if "forkserver" in methods else "spawn"))
    made.set_forkserver_preload(_LOADED)
    return made


def start() -> None:
    """Let the server load the program from now on, if the system has one; nobody waits for it.

    It inherits that Ctrl-C is held back, which it would answer with a traceback until it has loaded;
    who started it ends it. Measured: a batch of one trip 0.88 -> 0.67 s.
    """
    if context().get_start_method() == "forkserver":
        from multiprocessing import resource_tracker
        from multiprocessing.forkserver import ensure_running

        with suppress(OSError):  # who needs it later is told what is wrong
            resource_tracker.ensure_running()  # which the server needs, and which lets signals through again
            before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
            try:
                ensure_running()
            finally:
                signal.pthread_sigmask(signal.SIG_SETMASK, before)
