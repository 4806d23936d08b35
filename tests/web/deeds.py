"""What a crew may be asked to do, good and bad: called in processes of their own."""

from __future__ import annotations

import os
import signal
import time

from generator.errors import BadValue, DataError, fault


def added(one: int, other: int, *, more: int = 0) -> int:
    return one + other + more


def hang() -> None:
    time.sleep(600)


def kill() -> None:
    time.sleep(0.2)  # pebble does not see an end in the very millisecond in which a task is taken
    os.kill(os.getpid(), signal.SIGKILL)


def leave(code: int) -> None:
    time.sleep(0.2)
    os._exit(code)


def eat() -> int:
    return len([bytearray(50_000_000) for _ in range(200)])


def refuse() -> None:
    raise DataError([fault("text.empty")])


def refuse_a_value() -> None:
    raise BadValue("date.order", start="2", end="1")


class Odd(Exception):
    def __init__(self, one: str, other: str) -> None:
        super().__init__(one)


def raise_what_cannot_travel() -> None:
    raise Odd("odd", "even")


def give_what_cannot_travel() -> object:
    return lambda: None


def who(seconds: float = 0) -> int:
    time.sleep(seconds)
    return os.getpid()


def note(path: str, seconds: float) -> None:
    """Write a file after a while, unless this process is ended before."""
    time.sleep(seconds)
    with open(path, "w", encoding="utf-8") as file:
        file.write("done")
