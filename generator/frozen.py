"""Dataclasses that are frozen to the type checker alone: what a render makes by the thousand.

`frozen=True` is written where such a class is, and mypy refuses every assignment to its fields, but
at run time nothing watches. A watched field is set by a call of `object.__setattr__`, which makes a
node four times as dear (0.69 µs against 0.16); a render makes some ten thousand.
Measured: 504 -> 448 million instructions a trip (11 %).
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dataclasses import dataclass
else:

    def dataclass(*, frozen: bool = False, eq: bool = True, **options: Any) -> Any:
        """Return the decorator of the standard library, equal and hashed as if it were frozen."""
        return dataclasses.dataclass(eq=eq, unsafe_hash=frozen and eq, **options)


__all__ = ["dataclass"]
