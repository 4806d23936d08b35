"""Kinds of document refer to each other: annexes, rings, names of the data."""

from pathlib import Path

import pytest

from generator.document.nodes import plain_text
from generator.errors import Fault, TemplateError
from generator.pipeline import laid_out_documents
from generator.templating import annexes_first, template_folders
from tests.trips import least

BODY = """{% extends "shared/page.html" %}
{% block title %}A{% endblock %}
{% block content %}<h1>A</h1>{% endblock %}
"""


def kind(folder: Path, name: str, *lines: str) -> Path:
    """Make a kind of document, and return its `kind.toml`."""
    (folder / name).mkdir()
    (folder / name / "template.html").write_text(BODY, "utf-8")
    path = folder / name / "kind.toml"
    path.write_text("\n".join((f'file = "{name}"', 'title = "A"', *lines, "")), "utf-8")
    return path


def faults_of(folder: Path) -> tuple[Fault, ...]:
    with pytest.raises(TemplateError) as caught:
        template_folders([folder]).kinds()
    return tuple(caught.value.faults)


def test_a_kind_is_made_by_default_unless_it_says_otherwise(tmp_path: Path) -> None:
    kind(tmp_path, "often")
    kind(tmp_path, "seldom", "default = false")
    kinds = {one.name: one.default for one in template_folders([tmp_path]).kinds()}
    assert (kinds["often"], kinds["seldom"]) == (True, False)


def test_an_annex_that_is_no_kind_is_refused_where_it_is_named(tmp_path: Path) -> None:
    path = kind(tmp_path, "own", 'attaches = ["funding-annex", "funding-anex"]')
    (one,) = faults_of(tmp_path)
    assert (one.id, one.place.file, one.place.line, one.place.column) == (
        "kind.attaches-unknown", str(path), 3, 30,
    )  # fmt: skip
    assert "“funding-anex”" in one.message.sentence()
    assert "activity-report, funding-annex, own" in one.hint.sentence()


def test_a_kind_that_cannot_be_read_is_still_one_that_can_be_attached(tmp_path: Path) -> None:
    kind(tmp_path, "broken", "order = true")
    kind(tmp_path, "own", 'attaches = ["broken"]')
    assert [one.id for one in faults_of(tmp_path)] == ["kind.unreadable"]


@pytest.mark.parametrize("ring", [["a"], ["a", "b"], ["a", "b", "c"]])
def test_documents_that_attach_each_other_are_refused(tmp_path: Path, ring: list[str]) -> None:
    for at, name in enumerate(ring):
        kind(tmp_path, name, f'attaches = ["{ring[(at + 1) % len(ring)]}"]')
    (one,) = faults_of(tmp_path)
    assert (one.id, one.place.line, one.place.column) == ("kind.ring", 3, 13)
    assert f": {', '.join(ring)}." in one.message.sentence()


def test_a_name_under_needs_that_no_template_sees_is_refused_where_it_stands(tmp_path: Path) -> None:
    path = kind(tmp_path, "own", 'needs = ["costs", "cost"]', "default = false")
    with pytest.raises(TemplateError) as caught:
        laid_out_documents(least(), [tmp_path])
    (one,) = caught.value.faults
    assert (one.id, one.place.file, one.place.line, one.place.column) == (
        "kind.needs-unknown", str(path), 3, 19,
    )  # fmt: skip
    assert "participant_count, participants" in one.hint.sentence()


def test_every_annex_stands_before_what_attaches_it(tmp_path: Path) -> None:
    kind(tmp_path, "top", 'attaches = ["middle", "activity-report"]', "order = 0")
    kind(tmp_path, "middle", 'attaches = ["bottom"]')
    kind(tmp_path, "bottom", "order = 9")
    kinds = template_folders([tmp_path]).kinds()
    order = [one.name for one in annexes_first(kinds)]
    assert sorted(order) == sorted(one.name for one in kinds)
    assert all(order.index(annex) < order.index(one.name) for one in kinds for annex in one.attaches)


def test_an_annex_that_is_not_made_does_not_count(tmp_path: Path) -> None:
    kinds = [one for one in template_folders().kinds() if one.name != "funding-annex"]
    assert "activity-report" in [one.name for one in annexes_first(kinds)]


def test_an_annex_may_have_annexes_of_its_own(tmp_path: Path) -> None:
    for name, attaches in (("bottom", "[]"), ("side", "[]"), ("middle", '["bottom"]')):
        kind(tmp_path, name, f"attaches = {attaches}")
    kind(tmp_path, "above", 'attaches = ["middle", "side"]', "order = 0")
    for name in ("above", "middle", "bottom", "side"):
        (tmp_path / name / "template.html").write_text(TELLING, "utf-8")
    made = laid_out_documents(least(), [tmp_path])
    told = {
        name: plain_text(made[name].sections[0].blocks[0].children)  # type: ignore[union-attr]
        for name in ("above", "middle", "bottom", "side")
    }
    assert told == {
        "above": "is not an annex; attaches 1: A, 1 sheets; 2: A, 1 sheets;",
        "middle": "is annex 1 of A; attaches A, 1 sheets;",
        "bottom": "is annex of A;",
        "side": "is annex 2 of A;",
    }


TELLING = """{% extends "shared/page.html" %}
{% block title %}A{% endblock %}
{% block content %}
<h1>
  {%- if annex %}is annex{% if annex.number %} {{ annex.number }}{% endif %} of {{ annex.of }};
  {%- else %}is not an annex;{% endif %}
  {%- if attachments %} attaches{% endif %}
  {%- for one in attachments %}
    {%- if one.number %} {{ one.number }}:{% endif %} {{ one.title }}, {{ one.sheets }} sheets;
  {%- endfor -%}
</h1>
{% endblock %}
"""
