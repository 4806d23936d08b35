"""The package as a whole: its examples, its imports, its public names."""

from __future__ import annotations

import ast
import doctest
import importlib
import pkgutil
import subprocess
import sys
from graphlib import TopologicalSorter
from pathlib import Path

import pytest

from generator import latvian

PACKAGE = Path(latvian.__file__).parent
MODULES = [module.name for module in pkgutil.iter_modules(latvian.__path__)]


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_in_a_module_are_true(name):
    assert doctest.testmod(importlib.import_module(f"generator.latvian.{name}")).failed == 0


@pytest.mark.parametrize("name", sorted(set(latvian.__all__) - {"LatvianStyle", "Inflection"}))
def test_every_public_function_has_an_example(name):
    assert ">>>" in getattr(latvian, name).__doc__


def test_no_module_imports_itself_by_a_detour():
    edges = {
        name: {
            (node.module or "").rpartition(".")[2]
            for node in ast.walk(ast.parse((PACKAGE / f"{name}.py").read_text(encoding="utf-8")))
            if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("generator.latvian.")
        }
        for name in MODULES
    }
    assert len(list(TopologicalSorter(edges).static_order())) == len(MODULES)


def test_importing_the_package_loads_no_babel():
    code = "import sys, generator.latvian; assert not {'babel', 'pydantic', 'jinja2'} & set(sys.modules)"
    subprocess.run([sys.executable, "-c", code], check=True)
