"""The whole story: one trip in, the same words out in every format."""

from dataclasses import replace
from io import BytesIO
from pathlib import Path

import docx
import pytest

from generator import DataError, TemplateError, Trip, UsageError, load_trip, render
from generator.errors import Severity
from generator.latvian import LatvianStyle
from generator.pipeline import render_trip
from generator.request import Request
from tests.trips import EXAMPLE, LEAST, changed, example, example_with, least, raw_example
from tests.words import READERS, split

FORMATS = ("docx", "pdf", "html")
HOSTILE = "A & B <c> \"d\" 'e' {{ f }} {% g %} \\n &amp; ]]> Āčģķļņšūž 100 % – … №"


def words_of(trip: Trip) -> dict[str, dict[str, list[str]]]:
    """Return the words by document and format."""
    found: dict[str, dict[str, list[str]]] = {}
    for name, content in render(trip, FORMATS).items():
        document, _, format = name.rpartition(".")
        found.setdefault(document, {})[format] = READERS[format](content)
    return found


def text_of(trip: Trip, document: str = "aktivitates-parskats") -> str:
    return " ".join(READERS["html"](render(trip, ["html"])[f"{document}.html"]))


TRIPS = {
    "the example": example,
    "the least trip": least,
    "a trip signed electronically": lambda: example_with("report.signature", "electronic"),
    "a trip in euro": lambda: load_trip(
        changed(changed(LEAST, "project.currency", "EUR"), "report.date", "05.09.2014.")
    ),
    "a trip without photos": lambda: example_with("photos", None),
    "a trip without a budget": lambda: example_with("budget", None),
    "hostile text": lambda: example_with("journey.reason", HOSTILE),
    "a hostile title": lambda: example_with("project.title", HOSTILE),
    "one participant": lambda: example_with("participants", [{"position": "Eksperte"}]),
    "very long text": lambda: example_with("meeting.discussed", ["Vārdi par pieredzi. " * 900]),
    "a long agreement number": lambda: example_with("project.agreement.number", "1DP/" + "1.5.2.2.3/" * 12),
    "other scripts": lambda: example_with(
        "journey.reason", "Ελληνικά и русский текст, Łódź, Vilnius, Tõrva."
    ),
}


@pytest.mark.parametrize("name", TRIPS)
def test_the_words_are_the_same_in_every_format(name: str) -> None:
    for document, formats in words_of(TRIPS[name]()).items():
        assert formats["docx"] == formats["html"], document
        assert formats["pdf"] == formats["html"], document


def test_hostile_text_appears_as_typed() -> None:
    trip = example_with("project.title", HOSTILE)
    assert " ".join(split(HOSTILE)) in text_of(trip)


def test_a_verbatim_text_keeps_its_straight_quotes() -> None:
    assert 'SIA "X"' in text_of(example_with("project.beneficiary.name", 'SIA "X"'))


def test_prose_gets_latvian_quotes() -> None:
    assert "„X”" in text_of(example_with("journey.reason", 'Apmeklēta biedrība "X".'))


def test_the_example_makes_both_documents() -> None:
    assert sorted(render(example())) == [
        "aktivitates-parskats.docx",
        "aktivitates-parskats.pdf",
        "finansejuma-pielikums.docx",
        "finansejuma-pielikums.pdf",
    ]


def test_only_the_documents_asked_for_are_made() -> None:
    made = render(example(), ["html"], documents=["funding-annex"])
    assert list(made) == ["finansejuma-pielikums.html"]


def test_a_trip_without_money_has_no_annex() -> None:
    assert list(render(least(), ["html"])) == ["aktivitates-parskats.html"]
    assert "Pielikumā" not in text_of(least())


def test_the_report_counts_the_sheets_of_its_annex_even_when_only_it_is_made() -> None:
    rendered = render_trip(example(), Request(("pdf",)))
    pages = rendered.files["finansejuma-pielikums.pdf"].pages
    alone = render(example(), ["html"], documents=["activity-report"])["aktivitates-parskats.html"]
    assert f"Finansējuma pielikums uz {pages} lp." in " ".join(READERS["html"](alone))


def test_two_sided_sheets_are_half_the_pages(tmp_path: Path) -> None:
    theme = (EXAMPLE.parents[3] / "templates" / "theme.toml").read_text(encoding="utf-8")
    (tmp_path / "theme.toml").write_text(theme.replace("two_sided = false", "two_sided = true"), "utf-8")
    html = render(example(), ["html"], templates=[tmp_path])["aktivitates-parskats.html"]
    assert "Finansējuma pielikums uz 2 lp." in " ".join(READERS["html"](html))


def test_sections_without_data_are_left_out() -> None:
    text = text_of(least())
    for heading in ("Dalībnieki", "Apskatītie objekti", "Attēli", "Atkāpes", "Publicitāte", "Paraugdati"):
        assert heading not in text


def test_an_empty_list_of_deviations_says_that_there_were_none() -> None:
    assert "Atkāpju nav." in text_of(least(deviations=[]))


@pytest.mark.parametrize(
    ("town", "expected"),
    [
        ("Cēsis", "brauciens uz Cēsīm notika"),
        ("Talsi", "brauciens uz Talsiem notika"),
        ("Tartu", "brauciens uz Tartu notika"),
        ("Daugavpils", "brauciens uz Daugavpili notika"),
    ],
)
def test_the_destination_stands_in_its_case(town: str, expected: str) -> None:
    journey = {**LEAST["journey"], "destination": {"name": town}}
    assert expected in text_of(least(journey=journey))


def test_forms_given_in_the_data_win() -> None:
    destination = {"name": "Abrakadabra", "forms": {"accusative": "Abrakadabri"}}
    journey = {**LEAST["journey"], "destination": destination}
    assert "uz Abrakadabri" in text_of(least(journey=journey))


def test_a_trip_of_several_days_says_its_period() -> None:
    journey = {**LEAST["journey"], "end": "01.09.2012."}
    assert "notika no 2012. gada 31. augusta līdz 1. septembrim" in text_of(least(journey=journey))


def test_an_electronic_signature_has_its_notice_and_no_line() -> None:
    trip = example_with("report.signature", "electronic")
    assert "PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU" in text_of(trip)
    assert "PARAKSTĪTS AR DROŠU ELEKTRONISKO PARAKSTU" not in text_of(example())


@pytest.mark.parametrize(
    ("count", "expected"), [(1, "1 dalībnieks"), (11, "11 dalībnieki"), (21, "21 dalībnieks")]
)
def test_participants_are_counted_in_latvian(count: int, expected: str) -> None:
    participants = [{"position": "Projektu vadītājs", "count": str(count)}]
    assert f"Braucienā piedalījās {expected}." in text_of(least(participants=participants))


def test_the_same_trip_gives_the_same_bytes() -> None:
    assert render(example(), FORMATS) == render(example(), FORMATS)


def test_one_trip_leaves_nothing_behind_for_the_next() -> None:
    before = render(least(), FORMATS)
    render(example(), FORMATS)
    assert render(least(), FORMATS) == before


def test_the_file_carries_the_reports_date() -> None:
    content = render(example(), ["docx"])["aktivitates-parskats.docx"]
    created = docx.Document(BytesIO(content)).core_properties.created
    assert created is not None
    assert created.date().isoformat() == "2012-09-05"


def test_source_date_epoch_wins(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "0")
    content = render(example(), ["docx"])["aktivitates-parskats.docx"]
    created = docx.Document(BytesIO(content)).core_properties.created
    assert created is not None
    assert created.year == 1970


def test_a_letter_the_fonts_lack_is_a_fault_at_its_field() -> None:
    with pytest.raises(DataError) as caught:
        render(example_with("journey.reason", "Ķīniešu zīme 中."))
    (one,) = [fault for fault in caught.value.faults if fault.severity is Severity.ERROR]
    assert (one.id, one.place.field) == ("text.glyph", "journey.reason")


def test_a_template_that_prints_a_letter_the_fonts_lack_is_a_fault_in_the_template(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    (tmp_path / "shared" / "publicity.html").write_text(
        "{% macro strip(project) %}\n<p>中</p>{% endmacro %}{% macro statement(project) %}{% endmacro %}",
        "utf-8",
    )
    with pytest.raises(TemplateError) as caught:
        render(example(), templates=[tmp_path])
    (one,) = caught.value.faults
    assert (one.id, one.place.line, one.place.column) == ("text.glyph", 2, 1)
    assert one.place.file == str(tmp_path / "shared" / "publicity.html")


def test_an_unclosed_tag_is_placed_in_the_file_of_its_template(tmp_path: Path) -> None:
    (tmp_path / "funding-annex").mkdir()
    (tmp_path / "funding-annex" / "template.html").write_text(
        '{% extends "shared/page.html" %}\n{% block title %}A{% endblock %}\n'
        "{% block content %}\n <p>a\n{% endblock %}",
        encoding="utf-8",
    )
    with pytest.raises(TemplateError) as caught:
        render(example(), templates=[tmp_path])
    (one,) = caught.value.faults
    assert (one.id, one.place.line, one.place.column) == ("markup.unclosed", 4, 2)
    assert one.place.file == str(tmp_path / "funding-annex" / "template.html")


@pytest.mark.parametrize(
    ("option", "id"), [({"formats": ["doc"]}, "format.unknown"), ({"documents": ["x"]}, "document.unknown")]
)
def test_an_unknown_format_or_document_is_a_usage_error(option: dict[str, list[str]], id: str) -> None:
    with pytest.raises(UsageError) as caught:
        render(example(), **option)  # type: ignore[arg-type]
    assert [one.id for one in caught.value.faults] == [id]


def test_the_raw_example_can_be_given_as_a_mapping() -> None:
    trip = load_trip(raw_example(), folder=EXAMPLE.parent)
    assert render(trip, ["html"]) == render(example(), ["html"])


def with_sources(*sources: dict[str, str]) -> str:
    return text_of(example_with("project.funding", list(sources)), "finansejuma-pielikums")


def test_the_shares_of_a_column_have_as_many_decimals_each() -> None:
    fund = {"name": "Eiropas Sociālais fonds", "share": "85"}
    text = with_sources(fund, {"name": "pašvaldības budžets", "amount": "3 662,32"})
    assert "20 753,12 85 % Pašvaldības budžets 3 662,32 15 % Kopā 24 415,44 100 %" in text
    text = with_sources({**fund, "share": "66,67"}, {"name": "pašvaldības budžets", "share": "33,33"})
    assert "66,67 %" in text
    assert "100,00 %" in text


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("mācību vizīte", "Par mācību vizīti uz Cēsīm"),
        ("pieredzes apmaiņas braucieni", "Par pieredzes apmaiņas braucieniem uz Cēsīm"),
    ],
)
def test_the_subject_names_the_kind_of_the_trip_in_its_case(kind: str, expected: str) -> None:
    assert expected in text_of(least(journey={**LEAST["journey"], "kind": kind}))


@pytest.mark.parametrize(
    ("outcome", "heading"),
    [
        ({"results": ["Viss izdevās."]}, "Rezultāti"),
        ({"use": "Pieredze tiks izmantota."}, "Rezultātu izmantošana"),
        ({"results": ["Viss izdevās."], "use": "Pieredze tiks izmantota."}, "Rezultāti un to izmantošana"),
    ],
)
def test_the_heading_of_the_results_names_what_there_is(outcome: dict[str, object], heading: str) -> None:
    first = next(iter(outcome.values()))
    assert f"{heading} {first[0] if isinstance(first, list) else first}" in text_of(least(outcome=outcome))


def test_goals_are_closed_once_however_they_were_typed() -> None:
    goals = ["sekmēt pieredzes apmaiņu.", "veicināt sadarbību;"]
    text = text_of(least(journey={**LEAST["journey"], "goals": goals}))
    assert "sekmēt pieredzes apmaiņu;" in text
    assert "veicināt sadarbību." in text


def test_later_periods_have_measures_rather_than_subactivities() -> None:
    text = text_of(example_with("project.planning_period", "2021-2027"))
    assert "Pasākumu administrē Valsts kanceleja" in text
    assert "Apakšaktivitāt" not in text


def test_the_style_reaches_sums_quotes_and_heads_of_columns() -> None:
    style = LatvianStyle(quotes="«»", lats_sign="LVL", lats_position="suffix", group_from=5)
    rendered = render(example_with("journey.reason", 'Biedrība "Gors".'), ["html"], style=style)
    report, annex = (" ".join(READERS["html"](content)) for content in rendered.values())
    assert "«Cilvēkresursi un nodarbinātība»" in report
    assert "Biedrība «Gors»." in report
    assert "24 415,44 LVL" in report
    assert "(LVL)" in annex
    assert "4200,00" in annex


# -- odd input ------------------------------------------------------------------------------------
def test_every_picture_that_is_missing_is_told_at_once() -> None:
    trip = example()
    bare = trip.sourced(replace(trip.source, pictures={}))
    with pytest.raises(DataError) as caught:
        render(bare, ["html"])
    assert [one.place.field for one in caught.value.faults] == ["photos[0].file", "photos[1].file"]


def test_a_document_without_data_is_not_made_of_nothing() -> None:
    with pytest.raises(DataError) as caught:
        render(least(), ["html"], documents=["funding-annex"])
    assert [one.id for one in caught.value.faults] == ["document.without-data"]


@pytest.mark.parametrize("epoch", ["-1", "-62135596800", "9" * 20, "1e9", "soon"])
def test_seconds_that_no_file_can_be_dated_with_are_refused(
    epoch: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    with pytest.raises(UsageError) as caught:
        render(least(), ["html"])
    assert [one.id for one in caught.value.faults] == ["epoch.unreadable"]


@pytest.mark.parametrize(
    ("path", "value", "place"),
    [
        ("project.beneficiary.name", "Dome 😀", "project.beneficiary.name"),
        ("report.addressees", [{"name": "Kanceleja 😀"}], "report.addressees[0].name"),
        ("journey.destination", {"name": "Cēsis😀"}, "journey.destination.name"),
        ("meeting.presenters", ["Ogre", "Cēsis 😀"], "meeting.presenters[1]"),
        (
            "project.administration.cooperation",
            {"name": "Fonds 😀"},
            "project.administration.cooperation.name",
        ),
    ],
)
def test_a_letter_the_fonts_lack_is_a_fault_of_its_field_whatever_filter_it_went_through(
    path: str, value: object, place: str
) -> None:
    with pytest.raises(DataError) as caught:
        render(example_with(path, value), ["html"])
    errors = [one for one in caught.value.faults if one.severity is Severity.ERROR]
    assert {(one.id, one.place.field) for one in errors} == {("text.glyph", place)}
