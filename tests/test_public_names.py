"""The library's door: few names, and exactly these."""

import subprocess
import sys

import generator


def test_the_public_names_are_exactly_these() -> None:
    assert sorted(generator.__all__) == [
        "DataError",
        "Fault",
        "OutputError",
        "ParskatsError",
        "Place",
        "Result",
        "TemplateError",
        "Trip",
        "UsageError",
        "__version__",
        "load_trip",
        "render",
        "render_all",
        "render_one",
    ]


def test_every_public_name_is_there() -> None:
    assert all(getattr(generator, name) is not None for name in generator.__all__)


def test_importing_the_library_loads_no_heavy_room() -> None:
    heavy = ("pydantic", "jinja2", "reportlab", "docx", "lxml", "PIL")
    code = f"import sys, generator; print([name for name in {heavy} if name in sys.modules])"
    printed = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert printed.strip() == "[]"
