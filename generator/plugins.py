"""Plug-ins of pydantic that happen to be installed have no say in what a trip is."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable
from importlib import import_module
from types import ModuleType
from typing import Any


def refuse_plugins() -> None:
    """Let pydantic find no plug-ins in this process and in those that it begins; before pydantic is loaded.

    Its loader would look for none, but loads what could look: `importlib.metadata` and with it e-mail,
    sockets and archives. Measured: 49 million instructions, 3 % of a process that makes one trip.
    """
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    sys.modules.setdefault(_NoPlugins.NAME, _NoPlugins())


class _NoPlugins(ModuleType):
    """Stands for the loader of plug-ins; anything else that pydantic asks of it comes from the loader."""

    NAME = "pydantic.plugin._loader"

    def __init__(self) -> None:
        super().__init__(self.NAME)

    @staticmethod
    def get_plugins() -> Iterable[Any]:
        """Return no plug-ins."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        if sys.modules.get(self.NAME) is self:
            del sys.modules[self.NAME]
        return getattr(import_module(self.NAME), name)
