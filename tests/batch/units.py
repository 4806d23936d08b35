"""Units of work that go wrong, for workers to survive: they are called in processes of their own."""

from __future__ import annotations

import os
import signal
import sys
import time
from dataclasses import replace

from generator.batch.order import Order
from generator.batch.result import Result, State
from generator.batch.sources import Item
from generator.batch.unit import make


def bad(item: Item, order: Order) -> Result:
    """Do what the name of the trip's folder says, then make the trip.

    Nothing happens at once: pebble does not see the end of a process in the very millisecond in
    which it has taken its task, and lets its time run out.
    """
    time.sleep(0.2)
    match item.folder.name.partition("-")[0]:
        case "hang":
            time.sleep(600)
        case "kill":
            os.kill(os.getpid(), signal.SIGKILL)
        case "exit":
            os._exit(5)
        case "vanish":
            os._exit(0)
        case "eat":
            eaten = [bytearray(50_000_000) for _ in range(200)]
            return Result(item.label, str(len(eaten)))
        case "raise":
            raise KeyboardInterrupt
        case "odd":
            return Result(item.label, contents={"x": lambda: None})  # cannot travel
    return make(item, order)


def echo(item: Item, order: Order) -> Result:
    """Return who did it."""
    return Result(item.label, str(os.getpid()), state=State.DONE)


def slow_echo(item: Item, order: Order) -> Result:
    """Return who did it, after a while."""
    time.sleep(0.3)
    return echo(item, order)


def weighed(item: Item, order: Order) -> Result:
    """Make the trip, and say as its id how many megabytes this process has taken at most."""
    import resource

    unit = 1_000_000 if sys.platform == "darwin" else 1_000  # bytes there, kilobytes elsewhere
    result = make(item, order)
    return replace(result, id=str(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // unit))
