"""Trips to the bytes of a trip file: the formats that are read, written."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

import yaml

from generator.model import Trip
from generator.tripfiles.normal import json_data, plain_data, typed_data
from generator.tripfiles.workbook import write as write_workbook

Writer = Callable[[Sequence[Trip]], bytes]
"""Writes trips as one file; those of a single trip are given one."""


def write_yaml(trips: Sequence[Trip]) -> bytes:
    """Return a YAML file of one trip: the reader keeps every value as text, so few need quotes."""
    (trip,) = trips
    return yaml_of(typed_data(trip))


def yaml_of(data: Mapping[str, object]) -> bytes:
    """Return plain data as a YAML file, whether or not it is a sound trip."""
    text = yaml.dump(
        dict(data),
        Dumper=_Dumper,
        allow_unicode=True,
        sort_keys=False,
        width=110,
        default_flow_style=False,
    )
    return text.encode()


def write_json(trips: Sequence[Trip]) -> bytes:
    """Return a JSON file of one trip."""
    (trip,) = trips
    return json_data(trip)


def write_lines(trips: Sequence[Trip]) -> bytes:
    """Return a file with a trip on every line, as JSON."""
    return "".join(f"{json.dumps(plain_data(trip), ensure_ascii=False)}\n" for trip in trips).encode()


class _Dumper(yaml.SafeDumper):
    """A writer of YAML that knows only texts, and repeats what is the same instead of pointing at it."""

    yaml_implicit_resolvers: dict[Any, Any] = {
        first: [(tag, pattern) for tag, pattern in known if tag == "tag:yaml.org,2002:null"]
        for first, known in yaml.SafeDumper.yaml_implicit_resolvers.items()
    }

    def ignore_aliases(self, data: object) -> bool:
        """Never point at an earlier value: trip files hold no anchors."""
        return True


OF_ONE: Final[dict[str, Writer]] = {".yaml": write_yaml, ".yml": write_yaml, ".json": write_json}
"""The writers of formats that hold one trip, by the suffix of the file."""

OF_MANY: Final[dict[str, Writer]] = {".xlsx": write_workbook, ".jsonl": write_lines}
"""The writers of formats that hold any number of trips."""
