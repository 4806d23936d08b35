"""Shipped templates compiled once: kept beside them as Python keeps its own modules, in `__pycache__`.

To compile them took 40 % of a process that makes one trip. A person's own templates are compiled by
each process, so that nothing is written into their folders.
"""

from __future__ import annotations

import sys
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Final

from jinja2 import BytecodeCache, Environment
from jinja2.bccache import Bucket

from generator.document.marks import known_file
from generator.pycache import dated, keep, kept_at
from generator.resources import templates_folder

_COMPILERS: Final = (
    "jinja2.compiler",
    "generator.document.marks",
    "generator.templating.bounds",
    "generator.templating.printing",
)
"""The modules by which a template becomes code: when one of them changes, so may the code.

All of them are loaded wherever there is an environment.
"""


class Compiled(BytecodeCache):
    """The code of shipped templates; a file that cannot be read or written is as one that is not there."""

    def get_bucket(self, environment: Environment, name: str, filename: str | None, source: str) -> Bucket:
        """Return the place of the code of a template, with the code when it is of this very source."""
        made_by = "|".join((name, filename or "", _compilers(), source))
        bucket = Bucket(environment, _place(name, filename), sha256(made_by.encode()).hexdigest())
        self.load_bytecode(bucket)
        return bucket

    def load_bytecode(self, bucket: Bucket) -> None:
        """Put the code into its bucket, if it is there and whole."""
        if not bucket.key:
            return
        try:
            with open(bucket.key, "rb") as file:
                bucket.load_bytecode(file)
        except Exception:  # whatever a damaged file makes the readers of Python raise
            bucket.reset()

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code, whole or not at all."""
        if bucket.key:
            keep(bucket.key, bucket.bytecode_to_string())


def _place(name: str, filename: str | None) -> str:
    """Return the file that keeps the code of a template, empty for one that is not kept."""
    shipped = filename is not None and Path(filename).is_relative_to(templates_folder())
    if not shipped or filename is None or not known_file(name):
        return ""
    return kept_at(filename)


@cache
def _compilers() -> str:
    """Return what tells these modules from others of another day."""
    return dated(str(sys.modules[name].__file__) for name in _COMPILERS)
