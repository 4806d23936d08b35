"""No plug-in of pydantic has a say in a run of ours."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from tests.trips import ROOT

PLUGIN = """
class Plugin:
    def new_schema_validator(self, *args, **kwargs):
        raise RuntimeError("the plug-in was asked")
plugin = Plugin()
"""


def said(code: str, *path: Path) -> str:
    environ = {name: value for name, value in os.environ.items() if not name.startswith("PYDANTIC")}
    environ["PYTHONPATH"] = os.pathsep.join(map(str, (ROOT, *path)))
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, env=environ, check=False)
    return done.stdout + done.stderr


def installed(tmp_path: Path) -> Path:
    """Return a folder in which a plug-in of pydantic is installed that breaks every model."""
    (tmp_path / "breaking.py").write_text(PLUGIN, encoding="utf-8")
    info = tmp_path / "breaking-1.0.dist-info"
    info.mkdir()
    (info / "METADATA").write_text("Metadata-Version: 2.1\nName: breaking\nVersion: 1.0\n", encoding="utf-8")
    (info / "entry_points.txt").write_text("[pydantic]\nbreaking = breaking:plugin\n", encoding="utf-8")
    return tmp_path


def test_a_plugin_that_is_installed_is_found_by_others(tmp_path: Path) -> None:
    assert "the plug-in was asked" in said("import generator.model", installed(tmp_path))


def test_a_run_of_ours_does_not_ask_it(tmp_path: Path) -> None:
    code = "from generator import plugins; plugins.refuse(); import generator.model; print('built')"
    assert said(code, installed(tmp_path)) == "built\n"


def test_the_register_of_packages_is_not_read() -> None:
    code = (
        "import sys; from generator import plugins; plugins.refuse(); import generator.model\n"
        "print('importlib.metadata' in sys.modules)"
    )
    assert said(code) == "False\n"


def test_whatever_else_the_loader_has_is_there() -> None:
    code = (
        "from generator import plugins; plugins.refuse(); import pydantic\n"
        "from pydantic.plugin._loader import PYDANTIC_ENTRY_POINT_GROUP as name; print(name)"
    )
    assert said(code) == "pydantic\n"
