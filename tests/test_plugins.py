"""A run looks for no plug-ins of pydantic, and loads nothing that could."""

from __future__ import annotations

import subprocess
import sys

import pytest


def said(code: str) -> str:
    """What a process of its own says that refuses plug-ins."""
    begin = "import sys; from generator.plugins import refuse_plugins; refuse_plugins(); "
    done = subprocess.run([sys.executable, "-c", begin + code], capture_output=True, text=True, check=True)
    return done.stdout.strip()


@pytest.mark.parametrize("module", ["importlib.metadata", "email", "socket"])
def test_the_model_is_built_without_what_looks_for_plugins(module: str) -> None:
    assert said(f"import generator.model; print({module!r} in sys.modules)") == "False"


def test_what_else_the_loader_has_is_still_found() -> None:
    code = "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as found; print(found)"
    assert said(code) == "pydantic"


def test_what_no_loader_has_is_missed_as_ever() -> None:
    code = "from pydantic.plugin import _loader; print(hasattr(_loader, 'nothing'))"
    assert said(code) == "False"


def test_a_loader_that_is_there_already_stays() -> None:
    code = (
        "sys.modules.pop('pydantic.plugin._loader'); from pydantic.plugin import _loader as real; "
        "refuse_plugins(); print(sys.modules[real.__name__] is real)"
    )
    assert said(code) == "True"
