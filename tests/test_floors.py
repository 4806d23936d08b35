"""The floors of the design: a room imports only from floors below, and rooms of one floor are strangers."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "generator"

FLOORS = [
    {"errors", "version", "frozen", "collector", "pycache", "forkserver", "plugins"},
    {"latvian", "resources", "images", "emblems", "fields", "portable"},
    {"model", "theme", "messages", "planning", "request"},
    {"document", "budget"},
    {"layout"},
    {"tripfiles", "checks", "context", "templating", "writers", "settings"},
    {"pipeline", "manifest"},
    {"batch", "verification", "starting"},
    {"web"},
    {"cli", "__init__"},
    {"__main__"},
]
FLOOR_OF = {room: floor for floor, rooms in enumerate(FLOORS) for room in rooms}
MODULES = sorted(PACKAGE.rglob("*.py"))
STRANGERS = {"docx", "pdf", "html"}


def module_name(path: Path) -> str:
    parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 2 else parts)


def room(module: str) -> str:
    parts = module.split(".")
    return parts[1] if len(parts) > 1 else "__init__"


def imports_of(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.module and node.module.split(".")[0] == "generator":
            if node.module == "generator":
                yield from (f"generator.{alias.name}" for alias in node.names)
            else:
                yield node.module
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.split(".")[0] == "generator")


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_every_room_stands_on_a_floor(path: Path) -> None:
    assert room(module_name(path)) in FLOOR_OF


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_a_room_imports_only_from_floors_below(path: Path) -> None:
    here = room(module_name(path))
    for module in imports_of(path):
        there = room(module)
        assert there == here or FLOOR_OF[there] < FLOOR_OF[here], f"{module_name(path)} imports {module}"


@pytest.mark.parametrize("path", MODULES, ids=module_name)
def test_the_writers_have_never_met(path: Path) -> None:
    parts = module_name(path).split(".")
    if len(parts) < 3 or parts[1] != "writers":
        return
    others = {f"generator.writers.{name}" for name in STRANGERS - {parts[2]}}
    for module in imports_of(path):
        assert not any(module == other or module.startswith(f"{other}.") for other in others)


def test_no_modules_import_each_other_in_a_ring() -> None:
    graph = {module_name(path): set(imports_of(path)) for path in MODULES}
    known = {name: {other for other in found if other in graph} for name, found in graph.items()}
    done: set[str] = set()

    def walk(name: str, trail: tuple[str, ...]) -> None:
        assert name not in trail, " -> ".join((*trail, name))
        if name not in done:
            for other in known[name] - {name}:
                walk(other, (*trail, name))
            done.add(name)

    for name in sorted(graph):
        walk(name, ())


def test_functions_stay_short() -> None:
    sizes = {
        f"{module_name(path)}.{node.name}": (node.end_lineno or 0) - node.lineno + 1
        for path in MODULES
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.FunctionDef)
    }
    assert {name: size for name, size in sizes.items() if size > 50} == {}
    assert sorted(sizes.values())[len(sizes) // 2] < 10
