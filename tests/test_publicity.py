"""The publicity strip and the annexes of the shipped templates, as they are laid out."""

import re
from pathlib import Path

import pytest
from PIL import Image as Pillow

from generator import DataError, TemplateError, Trip, load_trip, render
from generator.emblems import EMBLEMS, EUROPEAN_UNION
from generator.errors import Fault
from generator.images import prepare
from generator.layout import lay_out
from generator.layout.boxes import PlacedImage
from generator.pipeline import laid_out_documents
from generator.templating import template_folders
from generator.theme import MM
from tests.trips import LEAST, changed, example, example_with, least
from tests.words import READERS
from tests.writers.pdf.reading import dictionaries_of

ALL = ("activity-report", "funding-annex", "participant-list", "publicity-text")


def with_logos(folder: Path, sizes: list[tuple[int, int]], period: str = "2007-2013") -> Trip:
    """Return the least trip with logos of some sizes, in pixels."""
    for at, size in enumerate(sizes):
        Pillow.new("RGB", size, "white").save(folder / f"{at}.png")
    logos = [{"file": f"{at}.png", "alt": "Nacionālais attīstības plāns"} for at in range(len(sizes))]
    raw = changed(changed(LEAST, "project.logos", logos), "project.planning_period", period)
    return load_trip(raw, folder=folder)


def texts_of(trip: Trip, documents: tuple[str, ...] | None = None) -> dict[str, str]:
    """Return the words of the documents by the names of their files."""
    files = render(trip, ["html"], documents=documents)
    return {name.removesuffix(".html"): " ".join(READERS["html"](content)) for name, content in files.items()}


def of_period(period: str, shares: tuple[int, ...] = (100,)) -> str:
    raw = changed(LEAST, "project.planning_period", period)
    funding = [{"name": f"avots {share}", "share": str(share)} for share in shares]
    return texts_of(load_trip(changed(raw, "project.funding", funding)))["aktivitates-parskats"]


# -- what a period asks for -----------------------------------------------------------------------
def test_the_strip_of_the_first_period_names_the_fund_first_and_ends_with_the_slogan() -> None:
    words = "Eiropas Sociālais fonds Eiropas Savienība IEGULDĪJUMS TAVĀ NĀKOTNĒ"
    assert of_period("2007-2013").startswith(words)


def test_the_strip_of_the_second_period_has_the_fund_at_the_emblem() -> None:
    words = "Eiropas Savienība Eiropas Sociālais fonds IEGULDĪJUMS TAVĀ NĀKOTNĒ"
    assert of_period("2014-2020").startswith(words)


@pytest.mark.parametrize(
    ("shares", "words"),
    [((100,), "Finansē Eiropas Savienība"), ((85, 15), "Līdzfinansē Eiropas Savienība")],
)
def test_the_strip_of_the_third_period_says_who_pays_and_has_no_slogan(
    shares: tuple[int, ...], words: str
) -> None:
    text = of_period("2021-2027", shares)
    assert text.startswith(f"{words} PARAUGU NOVADA DOME")
    assert "IEGULDĪJUMS" not in text


def test_the_words_at_the_emblem_are_in_a_typeface_that_the_rules_allow() -> None:
    files = render(example(), ["pdf", "html"])
    assert "Arimo-Regular" in fonts_in(files["aktivitates-parskats.pdf"])
    assert "Arimo-Regular" not in fonts_in(files["finansejuma-pielikums.pdf"])
    assert (
        '.strip, .strip-beside, .slogan { font-family: "Arial"' in files["aktivitates-parskats.html"].decode()
    )


def fonts_in(pdf: bytes) -> set[str]:
    """Return the names of the embedded fonts, without the tags of their subsets."""
    found = (re.search(rb"/FontName/[A-Z]{6}\+([\w-]+)", one) for one in dictionaries_of(pdf, b"/FontFile2"))
    return {one[1].decode() for one in found if one}


# -- the emblem among the logos -------------------------------------------------------------------
@pytest.mark.parametrize("period", ["2007-2013", "2014-2020", "2021-2027"])
@pytest.mark.parametrize("size", [(200, 200), (2000, 300), (300, 2000)])
def test_no_logo_is_higher_than_the_emblem(tmp_path: Path, size: tuple[int, int], period: str) -> None:
    sizes = placed_in(with_logos(tmp_path, [size, size], period))
    emblem = sizes.pop(EUROPEAN_UNION)
    assert emblem == pytest.approx((21 * MM, 14 * MM))
    assert all(height <= emblem[1] + 0.01 for _, height in sizes.values())
    assert len(sizes) == 2


def placed_in(trip: Trip) -> dict[str, tuple[float, float]]:
    """Return width and height of every picture of the report, by its source."""
    document = laid_out_documents(trip)["activity-report"]
    drawn = {name: draw() for name, draw in EMBLEMS.items()}
    pictures = {name: prepare(data) for name, data in trip.source.pictures.items()}
    layout = lay_out(document, template_folders().theme(), pictures | drawn)
    items = (item for page in layout.pages for item in page.items if isinstance(item, PlacedImage))
    return {item.image.source: (item.width, item.height) for item in items}


def refused(trip: Trip, **options: object) -> Fault:
    with pytest.raises((DataError, TemplateError)) as caught:
        render(trip, ["html"], **options)  # type: ignore[arg-type]
    return caught.value.faults[0]


def test_so_many_logos_that_the_emblem_is_less_than_a_centimetre_high_are_refused(tmp_path: Path) -> None:
    one = refused(with_logos(tmp_path, [(200, 200)] * 9, "2021-2027"))
    assert one.id == "emblem.low"
    assert one.place.field == "project.logos"
    assert "at least 10 mm" in one.message.sentence()


def test_a_template_that_makes_a_logo_larger_than_the_emblem_is_refused(tmp_path: Path) -> None:
    (tmp_path / "shared").mkdir()
    Pillow.new("RGB", (900, 600), "white").save(tmp_path / "own.png")
    (tmp_path / "shared" / "publicity.html").write_text(
        '{% macro strip(project) %}<side-by-side class="strip">\n'
        '<side><figure><img src="emblem:european-union" alt="ES" height="14"></figure></side>\n'
        '<side><figure><img src="own.png" alt="A" height="20"></figure></side></side-by-side>{% endmacro %}'
        "{% macro statement(project) %}{% endmacro %}",
        "utf-8",
    )
    one = refused(least(), templates=[tmp_path])
    assert (one.id, one.place.line) == ("emblem.outdone", 2)
    assert one.place.file == str(tmp_path / "shared" / "publicity.html")
    assert "30 × 20 mm" in one.message.sentence()


# -- kinds that are made when asked for -----------------------------------------------------------
def test_the_list_and_the_news_are_made_only_when_they_are_asked_for() -> None:
    assert set(texts_of(example())) == {"aktivitates-parskats", "finansejuma-pielikums"}
    assert set(texts_of(example(), ALL)) == {
        "aktivitates-parskats", "finansejuma-pielikums", "dalibnieku-saraksts", "publicitates-teksts",
    }  # fmt: skip


def test_several_annexes_have_numbers_everywhere() -> None:
    texts = texts_of(example(), ALL)
    report = texts["aktivitates-parskats"]
    assert "Pielikumā: 1. Finansējuma pielikums uz 3 lp. 2. Dalībnieku saraksts uz 2 lp." in report
    assert "norādīts finansējuma pielikumā (1. pielikums)." in report
    assert "ir pievienots pārskatam (2. pielikums)." in report
    mark = "Daugavpils pilsētas domes 2012. gada 5. septembra aktivitātes pārskatam Nr. 3-7/12"
    assert texts["finansejuma-pielikums"].startswith(f"1. pielikums {mark}")
    assert f"2. pielikums {mark}" in texts["dalibnieku-saraksts"]


def test_one_annex_has_no_number() -> None:
    texts = texts_of(example())
    assert "norādīts finansējuma pielikumā. " in texts["aktivitates-parskats"]
    assert texts["finansejuma-pielikums"].startswith("Pielikums Daugavpils pilsētas domes")


def test_the_list_of_a_trip_without_money_is_its_only_annex() -> None:
    trip = least(participants=[{"position": "eksperte"}])
    texts = texts_of(trip, ("activity-report", "participant-list"))
    assert "Pielikumā: 1. Dalībnieku saraksts uz 1 lp." in texts["aktivitates-parskats"]
    assert " Pielikums Paraugu novada domes " in texts["dalibnieku-saraksts"]


def test_the_list_is_sorted_by_surname_and_has_a_line_for_everyone() -> None:
    people = [
        {"position": "eksperte", "name": "Anna Bērziņa"},
        {"position": "vadītājs", "count": "2"},
        {"position": "asistente", "name": "Zane Āboliņa"},
        {"position": "finansiste", "name": "Ieva Abola"},
    ]
    text = texts_of(least(participants=people), ALL)["dalibnieku-saraksts"]
    assert (
        "1. Ieva Abola Finansiste 2. Zane Āboliņa Asistente 3. Anna Bērziņa Eksperte 4. Vadītājs 5. Vadītājs"
        in text
    )


def test_the_news_has_no_signatures_and_says_who_supports_it() -> None:
    text = texts_of(example(), ALL)["publicitates-teksts"]
    assert "Sagatavoja" not in text
    assert "izpilddirektors" not in text
    assert (
        "Šī informācija ir veidota ar Eiropas Savienības Eiropas Sociālā fonda finansiālu atbalstu." in text
    )


def test_the_news_of_several_days_begins_with_them() -> None:
    trip = example_with("journey.end", "01.09.2012.")
    assert (
        "Rēzekni No 2012. gada 31. augusta līdz 1. septembrim notika"
        in texts_of(trip, ALL)["publicitates-teksts"]
    )
