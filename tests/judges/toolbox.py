"""A folder of tools that pip and npm install when they are wanted: the judges', the benchmark's.

Git ignores it; the pins stand in `requirements.txt` and `package.json` beside the code that uses it.
"""

from __future__ import annotations

import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from tests.judges.judge import Absent, run

ROOT = Path(__file__).parents[2]


@dataclass(frozen=True, slots=True)
class Toolbox:
    """The folder `home`, filled with what the pins in the folder `pins` name."""

    home: Path
    pins: Path

    @property
    def venv(self) -> Path:
        """The virtual environment."""
        return self.home / "venv"

    @property
    def interpreter(self) -> Path:
        """The interpreter of the virtual environment, whether it is there or not."""
        return self.venv / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python")

    @property
    def modules(self) -> Path:
        """The folder of Node packages."""
        return self.home / "node_modules"

    @property
    def _pip(self) -> Path:
        return self.pins / "requirements.txt"

    @property
    def _npm(self) -> Path:
        return self.pins / "package.json"

    def install(self) -> list[str]:
        """Install what pip and npm can install, once for each change of the pins; return what went wrong."""
        return [trouble for trouble in (self._install_python(), self.install_node()) if trouble]

    def _install_python(self) -> str:
        self.home.mkdir(exist_ok=True)
        done = self.venv / "done.txt"
        if _is(done, self._pip):
            return ""
        made = run([sys.executable, "-m", "venv", "--clear", self.venv])
        if made.returncode:
            return made.stderr
        quiet = ["--quiet", "--disable-pip-version-check"]
        installed = run([self.interpreter, "-m", "pip", "install", *quiet, "-r", self._pip])
        if installed.returncode == 0:
            shutil.copy(self._pip, done)
            return ""
        return installed.stderr

    def install_node(self) -> str:
        """Install the packages of npm, once for each change of the pins; return what went wrong."""
        self.home.mkdir(exist_ok=True)
        done = self.modules / "done.json"
        if _is(done, self._npm):
            return ""
        if shutil.which("npm") is None:
            return "npm is not there: apt-get install nodejs npm"
        shutil.copy(self._npm, self.home)
        quiet = ["--no-audit", "--no-fund", "--no-package-lock", "--ignore-scripts", "--loglevel=error"]
        installed = run(["npm", "install", "--prefix", self.home, *quiet])
        if installed.returncode == 0:
            shutil.copy(self._npm, done)
            return ""
        return installed.stderr

    def python(self) -> Path:
        """Return the interpreter that has the Python packages; raises Absent."""
        if not (self.venv / "done.txt").is_file():
            raise Absent(f"not installed: {self.interpreter} -m pip install -r {self._pip.relative_to(ROOT)}")
        return self.interpreter

    def module(self, name: str) -> Path:
        """Return the folder of a Node package; raises Absent."""
        if not (self.modules / name / "package.json").is_file():
            raise Absent(f"{name} is not there: npm install --prefix {self.home.name}")
        return self.modules / name


def program(name: str, package: str) -> str:
    """Return the path of a program of the system; raises Absent with the command that installs it."""
    found = shutil.which(name)
    if found is None:
        raise Absent(f"{name} is not there: apt-get install {package}")
    return found


def _is(copy: Path, original: Path) -> bool:
    return copy.is_file() and copy.read_bytes() == original.read_bytes()
