"""What a file says about itself besides its words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Properties:
    """The date inside the file (UTC, aware; never the clock's) and the program that made it."""

    created: datetime
    producer: str
