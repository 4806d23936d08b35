"""Where the judges live: the folder `.judges/`, which git ignores, filled by pip and npm alone."""

from __future__ import annotations

import shutil
import sys
from pathlib import Path

from tests.judges.judge import Absent, run

ROOT = Path(__file__).parents[2]
HERE = Path(__file__).parent
HOME = ROOT / ".judges"
"""Everything the judges need and leave behind."""

VENV = HOME / "venv"
PYTHON = VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")
MODULES = HOME / "node_modules"

_PIP = HERE / "requirements.txt"
_NPM = HERE / "package.json"


def install() -> list[str]:
    """Install what pip and npm can install, once for each change of the pins; return what went wrong."""
    return [trouble for trouble in (_install_python(), install_node()) if trouble]


def _install_python() -> str:
    HOME.mkdir(exist_ok=True)
    done = VENV / "done.txt"
    if _is(done, _PIP):
        return ""
    made = run([sys.executable, "-m", "venv", "--clear", VENV])
    quiet = ["--quiet", "--disable-pip-version-check"]
    installed = made.returncode or run([PYTHON, "-m", "pip", "install", *quiet, "-r", _PIP])
    if not isinstance(installed, int) and installed.returncode == 0:
        shutil.copy(_PIP, done)
        return ""
    return made.stderr if isinstance(installed, int) else installed.stderr


def install_node() -> str:
    """Install the packages of npm, once for each change of the pins; return what went wrong."""
    HOME.mkdir(exist_ok=True)
    done = MODULES / "done.json"
    if _is(done, _NPM):
        return ""
    if shutil.which("npm") is None:
        return "npm is not there: apt-get install nodejs npm"
    shutil.copy(_NPM, HOME)
    quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"]
    installed = run(["npm", "install", "--prefix", HOME, *quiet])
    if installed.returncode == 0:
        shutil.copy(_NPM, done)
        return ""
    return installed.stderr


def _is(copy: Path, original: Path) -> bool:
    return copy.is_file() and copy.read_bytes() == original.read_bytes()


def program(name: str, package: str) -> str:
    """Return the path of a program of the system; raises Absent with the command that installs it."""
    found = shutil.which(name)
    if found is None:
        raise Absent(f"{name} is not there: apt-get install {package}")
    return found


def python() -> Path:
    """Return the interpreter that has the Python judges; raises Absent."""
    if not (VENV / "done.txt").is_file():
        raise Absent(f"not installed: {PYTHON} -m pip install -r {_PIP.relative_to(ROOT)}")
    return PYTHON


def module(name: str) -> Path:
    """Return the folder of a Node package; raises Absent."""
    if not (MODULES / name / "package.json").is_file():
        raise Absent(f"{name} is not there: npm install --prefix {HOME.name}")
    return MODULES / name


def node() -> str:
    """Return the path of Node; raises Absent."""
    return program("node", "nodejs npm")
