"""Pydantic without plug-ins: none that happens to be installed has a say in what a trip is.

It can be told so, but loads what reads Python's register of installed packages before it asks. That is
stood in for: a run of one trip takes 1,636 million instructions, not 1,677, and 332 ms, not 346.
"""

from __future__ import annotations

import os
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, Final

_LOADER: Final = "pydantic.plugin._loader"


def refuse() -> None:
    """Let pydantic, which is not loaded yet, look for no plug-ins in this process, which is our own."""
    os.environ["PYDANTIC_DISABLE_PLUGINS"] = "__all__"
    sys.modules.setdefault(_LOADER, _NoPlugins(_LOADER))


class _NoPlugins(ModuleType):
    """Stands for pydantic's loader of plug-ins; whatever else is asked of it, that one answers itself."""

    def get_plugins(self) -> tuple[object, ...]:
        """Return the plug-ins in use."""
        return ()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        sys.modules.pop(_LOADER, None)
        return getattr(import_module(_LOADER), name)
