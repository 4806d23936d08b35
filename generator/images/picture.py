"""What a prepared picture is."""

from __future__ import annotations

import hashlib
from functools import cached_property
from typing import Literal

from generator.frozen import dataclass


class PictureFile(bytes):
    """The bytes of a picture file, whose SHA-256 is counted once.

    Reading, checking and each document ask for it; to count it anew each time was half of loading a trip.
    """

    @cached_property
    def digest(self) -> bytes:
        """The SHA-256."""
        return hashlib.sha256(self).digest()


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture as it goes into every format: sRGB or grey, upright, without metadata."""

    data: bytes
    kind: Literal["jpeg", "png"]
    width: int
    height: int
