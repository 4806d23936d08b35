"""What a file says about itself besides its words, and what goes with it."""

from __future__ import annotations

from datetime import datetime

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Attachment:
    """The data a document was made from, to be carried inside a file that can: `mime` says what it is."""

    name: str
    content: bytes
    mime: str


@dataclass(frozen=True, slots=True)
class Properties:
    """What a file says of itself.

    The date inside (UTC, aware; never the clock's), the program that made it, the kind of document
    it is (`activity-report`), the kinds that were made together with it and that its words may
    name, and what is attached to it.
    """

    created: datetime
    producer: str
    kind: str = ""
    related: tuple[str, ...] = ()
    attachments: tuple[Attachment, ...] = ()
