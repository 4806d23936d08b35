"""The JSON Schema says what the model says, in the reader's language."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from generator.model import Trip
from generator.tripfiles import schema
from generator.tripfiles.yaml_file import read
from tests.tripfiles.sound import MAPPING, TEXT, sharing


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(schema())
    return Draft202012Validator(schema())


def words(node: Any) -> Iterator[str]:
    if isinstance(node, dict):
        yield from (node[name] for name in ("title", "description") if isinstance(node.get(name), str))
        for value in node.values():
            yield from words(value)
    elif isinstance(node, list):
        for value in node:
            yield from words(value)


@pytest.mark.parametrize("text", [TEXT, sharing("../project.yaml"), TEXT + "photos:\nsample:\n"])
def test_a_sound_file_is_valid(text: str, validator: Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors(read(text.encode(), "x").data)] == []


def test_numbers_need_no_quotes(validator: Draft202012Validator) -> None:
    beneficiary = {**MAPPING["project"]["beneficiary"], "registration_number": 90000077325}
    data = {**MAPPING, "project": {**MAPPING["project"], "beneficiary": beneficiary, "total": 24415.44}}
    assert [error.message for error in validator.iter_errors(data)] == []


POSITION = {"code": "1", "name": "Transports", "approved": "5", "this_period": 0}
COST = {"item": "noma", "position": "1", "quantity": 1, "unit": "diena", "unit_price": "5"}


@pytest.mark.parametrize(
    "changes",
    [
        {"earlier": ["../julijs/trip.yaml"]},
        {"earlier": [{"agreement": "1", "date": "2012-08-28"}]},
        {"budget": [{"code": "1", "name": "Grupa", "positions": [POSITION, {**POSITION, "code": "1.2"}]}]},
        {"costs": [{**COST, "vat": 21}, {**COST, "vat": "atbrīvots"}]},
    ],
)
def test_what_the_model_reads_is_valid(changes: dict[str, Any], validator: Draft202012Validator) -> None:
    assert [error.message for error in validator.iter_errors({**MAPPING, **changes})] == []


@pytest.mark.parametrize(
    "changes",
    [
        {"budget": [{**POSITION, "positions": [{"code": "1.1"}]}]},
        {"format": 2},
        {"id": "Rēzekne 2012"},
        {"laiks": "saulains"},
        {"journey": {}},
        {"participants": "daudz"},
    ],
)
def test_what_the_model_refuses_is_not_valid(
    changes: dict[str, Any], validator: Draft202012Validator
) -> None:
    assert not validator.is_valid({**MAPPING, **changes})


def test_every_field_has_a_title_and_a_description() -> None:
    made = schema()
    for record in [made, *made["$defs"].values()]:
        for name, field in record["properties"].items():
            assert field.get("title"), name
            assert field.get("description"), name


def test_every_word_is_translated() -> None:
    made = schema(lambda text: f"~{text}")
    assert all(word.startswith("~") for word in words(made) if word != "parskats")
    assert json.dumps(made, ensure_ascii=False).count("~") > 100


def test_the_fields_are_those_of_the_model() -> None:
    assert list(schema()["properties"]) == list(Trip.model_fields)
