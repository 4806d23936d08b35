"""Where the peers live: the folder `.bench/`, which git ignores, filled by pip and npm."""

from __future__ import annotations

import json
import os
import platform
import shutil
import subprocess
import sys
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Final

from PIL import Image, ImageDraw

from generator.batch.processes import cores
from generator.emblems import european_union
from tests.benchmarks.peers.assets import EMBLEM, HOME, ROOT, TEMPLATES
from tests.benchmarks.works import Peer
from tests.judges.judge import Absent, run
from tests.judges.toolbox import Toolbox

HERE: Final = Path(__file__).parent
BOX: Final = Toolbox(HOME, HERE)
_DRAWN: Final = 240
"""Pixels of the height of the emblem."""


def install() -> list[str]:
    """Install the peers and make their templates; return what went wrong."""
    troubles = BOX.install()
    try:
        make_templates()
    except Absent as absent:
        troubles.append(str(absent))
    return troubles


def make_templates() -> None:
    """Make the emblem and the Word templates when what makes them has changed; raises Absent."""
    sources = [HERE / "peers" / name for name in ("word_layout.py", "word_templates.py", "words.py")]
    stamp = sha256(b"".join(path.read_bytes() for path in sources)).hexdigest()
    made_by = TEMPLATES / "made-by.txt"
    if made_by.is_file() and made_by.read_text() == stamp:
        return
    HOME.mkdir(exist_ok=True)
    _draw_emblem()
    asked("tests.benchmarks.peers.word_templates")
    made_by.write_text(stamp)


def asked(module: str) -> str:
    """Return what a module prints when the peers' interpreter runs it; raises Absent."""
    command = [str(BOX.python()), "-m", module]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, encoding="utf-8")
    if done.returncode:
        raise Absent(f"{module}: {done.stderr[-400:]}")
    return done.stdout


def command(peer: Peer) -> list[str]:
    """Return the command that starts the worker of a peer; raises Absent."""
    if peer.ours:
        return [sys.executable, "-m", "tests.benchmarks.worker", peer.name]
    if peer.node:
        BOX.module(peer.package)
        return [node(), str(HERE / "peers" / f"{peer.name}.mjs"), str(HOME)]
    if peer.package not in packages():
        raise Absent(f"{peer.package} is not installed in {HOME.name}/venv")
    return [str(BOX.python()), "-m", "tests.benchmarks.worker", peer.name]


def node() -> str:
    """Return the path of Node; raises Absent."""
    if (found := shutil.which("node")) is None:
        raise Absent("node is not there: apt-get install nodejs npm")
    return found


def environment() -> dict[str, str]:
    """Return the environment of a process that is timed: its compiled modules are kept, as if installed."""
    return {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}


def soffice() -> str:
    """Return the path of LibreOffice; raises Absent."""
    if (found := shutil.which("soffice")) is None:
        raise Absent("soffice is not there: apt-get install libreoffice-writer-nogui fonts-liberation")
    return found


def office_version() -> str:
    """Return the version of LibreOffice, "" when it is absent."""
    try:
        said = subprocess.run([soffice(), "--version"], capture_output=True, text=True, check=True).stdout
    except (Absent, subprocess.CalledProcessError):
        return ""
    return said.split()[1]


@cache
def packages() -> dict[str, str]:
    """Return the versions of what pip has installed for the peers."""
    listed = run([BOX.python(), "-m", "pip", "--disable-pip-version-check", "list", "--format", "json"])
    return {one["name"].lower(): one["version"] for one in json.loads(listed.stdout)}


def version_of(peer: Peer) -> str:
    """Return the version of a peer, "" when it is absent."""
    try:
        if not peer.node:
            return packages().get(peer.package, "")
        described: dict[str, str] = json.loads((BOX.module(peer.package) / "package.json").read_text())
        return described["version"]
    except Absent:
        return ""


def machine() -> str:
    """Return what the benchmark ran on, in a line."""
    processor = "an unknown processor"
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            processor = line.split(":", 1)[1].strip()
    return f"{processor}, {cores()} cores, {platform.system()}, Python {platform.python_version()}"


def our_libraries() -> str:
    """Return the versions of the libraries that parskats stands on."""
    names = ("jinja2", "lxml", "pydantic", "python-docx", "reportlab", "pillow", "babel", "deflate")
    return ", ".join(f"{name} {version(name)}" for name in names)


def _draw_emblem() -> None:
    """Draw the EU emblem as the peers use it, a picture."""
    emblem = european_union()
    image = Image.new("RGB", (round(emblem.width * _DRAWN), _DRAWN))
    draw = ImageDraw.Draw(image)
    for shape in emblem.shapes:
        for polygon in shape.polygons:
            draw.polygon([(x * _DRAWN, y * _DRAWN) for x, y in polygon], shape.fill)
    image.save(EMBLEM)
