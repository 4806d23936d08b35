"""A request to end, from a service manager or a container: taken as Ctrl-C is, so that all is tidied up."""

from __future__ import annotations

import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Final

_NAMES: Final = ("SIGTERM", "SIGBREAK")
"""What asks a program to end: SIGTERM, and Ctrl-Break on Windows, which knows no SIGTERM from others."""


@contextmanager
def stoppable(*, to_the_end: bool = False) -> Iterator[None]:
    """Let a request to end interrupt the program as Ctrl-C does, once; more of them change nothing.

    With `to_the_end` nor do those that come afterwards, while the process ends: it is to tell what was
    finished, and with which exit code.
    Only the main thread can be interrupted so; a request that is ignored stays ignored.
    """
    known = [getattr(signal, name) for name in _NAMES if hasattr(signal, name)]
    if threading.current_thread() is not threading.main_thread():
        known = []
    before = {one: signal.getsignal(one) for one in known}
    for one, handler in before.items():
        if handler is not signal.SIG_IGN:
            signal.signal(one, _interrupt)
    try:
        yield
    finally:
        for one, handler in before.items():
            if signal.getsignal(one) is _interrupt or not to_the_end:
                signal.signal(one, handler or signal.SIG_DFL)


def _interrupt(number: int, _: FrameType | None) -> None:
    signal.signal(number, signal.SIG_IGN)
    raise KeyboardInterrupt
