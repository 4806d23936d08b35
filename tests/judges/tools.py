"""Where the judges live: the folder `.judges/`, which git ignores, filled by pip and npm alone."""

from __future__ import annotations

from pathlib import Path

from tests.judges.toolbox import ROOT, Toolbox, program

__all__ = [
    "BOX",
    "HERE",
    "HOME",
    "MODULES",
    "PYTHON",
    "ROOT",
    "VENV",
    "install",
    "install_node",
    "module",
    "node",
    "program",
    "python",
]

HERE = Path(__file__).parent
HOME = ROOT / ".judges"
"""Everything the judges need and leave behind."""

BOX = Toolbox(HOME, HERE)
VENV, PYTHON, MODULES = BOX.venv, BOX.interpreter, BOX.modules
install, install_node = BOX.install, BOX.install_node
python, module = BOX.python, BOX.module


def node() -> str:
    """Return the path of Node; raises Absent."""
    return program("node", "nodejs npm")
