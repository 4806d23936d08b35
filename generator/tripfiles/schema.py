"""JSON Schema of a trip, for editors that complete and check YAML while it is typed."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from generator.model import FORMAT, Trip
from generator.model.records import Record
from generator.tripfiles.fields import record_of

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema(translate: Callable[[str], str] = str) -> dict[str, Any]:
    """Return the JSON Schema of a trip file, its titles and descriptions translated.

    Wider than the model where a file is: the project may be the path of a project file, a text
    may be typed as a number, and any field that is not required may be empty.
    """
    made = Trip.model_json_schema()
    for record in _records(Trip, []):
        described = made if record is Trip else made["$defs"][record.__name__]
        described.pop("title", None)
        described.pop("description", None)
        for name, field in described["properties"].items():
            described["properties"][name] = _described(field, record, name)
    project = made["properties"]["project"]
    project["anyOf"] = [{"$ref": project.pop("$ref")}, {"type": "string"}]
    earlier = made["properties"]["earlier"]["anyOf"][0]
    earlier["items"] = {"anyOf": [earlier["items"], {"type": "string"}]}
    made["properties"]["format"] |= {"enum": [FORMAT, int(FORMAT)]}
    del made["properties"]["format"]["const"], made["properties"]["format"]["type"]
    return {"$schema": DIALECT, "title": "parskats", **_translated(made, translate)}


def _records(record: type[Record], known: list[type[Record]]) -> list[type[Record]]:
    """Return the known records, with a record and those that it is made of, at any depth."""
    known.append(record)
    for info in record.model_fields.values():
        inner = record_of(info.annotation)
        if inner is not None and inner not in known:
            _records(inner, known)
    return known


def _described(field: dict[str, Any], record: type[Record], name: str) -> dict[str, Any]:
    """Return a field with the title that pydantic leaves out before a record, empty when it may be."""
    known = record.model_fields[name]
    described = {"title": known.title, "description": known.description}
    if known.is_required():
        return field | described
    field.pop("default", None)
    open_to = field.pop("anyOf", None) or [field]
    if {"type": "null"} not in open_to:
        open_to = [*open_to, {"type": "null"}]
    return {"anyOf": open_to} | described


def _translated(node: Any, translate: Callable[[str], str]) -> Any:
    """Return a part of a schema with its words translated and its texts open to numbers."""
    if isinstance(node, list):
        return [_translated(one, translate) for one in node]
    if not isinstance(node, dict):
        return node
    return {name: _member(name, value, node, translate) for name, value in node.items()}


def _member(name: str, value: Any, node: dict[str, Any], translate: Callable[[str], str]) -> Any:
    """Return one keyword of a schema, or one of its properties."""
    if name in ("title", "description") and isinstance(value, str):
        return translate(value)
    if name == "type" and value == "string" and not {"enum", "examples"} & node.keys():
        return ["string", "number"]
    return _translated(value, translate)
