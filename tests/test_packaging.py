"""What is installed stands alone: the wheel holds everything, and renders away from the checkout."""

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import pytest

ROOT = Path(__file__).parents[1]


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("wheel")
    build = f"from hatchling.build import build_wheel; print(build_wheel({str(folder)!r}))"
    run = subprocess.run([sys.executable, "-c", build], cwd=ROOT, capture_output=True, text=True, check=True)
    return folder / run.stdout.strip().splitlines()[-1]


def test_the_wheel_holds_templates_fonts_data_and_catalogues(wheel: Path) -> None:
    names = set(ZipFile(wheel).namelist())
    assert {
        "generator/templates/theme.toml",
        "generator/templates/activity-report/template.html",
        "generator/templates/fonts/Tinos-Regular.ttf",
        "generator/templates/fonts/Arimo-Regular.ttf",
        "generator/templates/fonts/OFL.txt",
        "generator/data/trips/rezekne-2012/trip.yaml",
        "generator/data/planning-periods.toml",
        "generator/data/starter/trip.yaml",
        "generator/locale/lv/LC_MESSAGES/parskats.mo",
        "generator/web/templates/layout.html",
        "generator/web/static/page.css",
        "generator/web/static/htmx.min.js",
        "generator/web/static/htmx.LICENSE.txt",
    } <= names


def test_the_wheel_holds_no_tests(wheel: Path) -> None:
    assert not [name for name in ZipFile(wheel).namelist() if name.startswith("tests/")]


def test_the_installed_program_renders_away_from_the_checkout(wheel: Path, tmp_path: Path) -> None:
    site = tmp_path / "site ā"
    with ZipFile(wheel) as package:
        package.extractall(site)
    trip = site / "generator" / "data" / "trips" / "rezekne-2012" / "trip.yaml"
    run = subprocess.run(
        [sys.executable, "-P", "-m", "generator", "render", str(trip), "-o", str(tmp_path / "out")],
        cwd=tmp_path,
        env={"PYTHONPATH": str(site), "PATH": "", "LC_ALL": "C"},
        capture_output=True,
        text=True,
    )
    assert run.returncode == 0, run.stderr
    assert (tmp_path / "out" / "rezekne-2012" / "aktivitates-parskats.pdf").stat().st_size > 10_000


def test_the_wheel_holds_no_code_of_a_python_that_once_ran(wheel: Path) -> None:
    assert not [name for name in ZipFile(wheel).namelist() if "__pycache__" in name]
