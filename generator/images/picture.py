"""What a prepared picture is."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture as it goes into every format: sRGB or grey, upright, without metadata."""

    data: bytes
    kind: Literal["jpeg", "png"]
    width: int
    height: int
