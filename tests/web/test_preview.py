"""The preview of a draft: shown before it is perfect, and as it last was when it cannot be built."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from generator import images, pipeline
from generator.errors import DataError, UsageError
from generator.pipeline import document_kinds
from generator.web import preview as previewing
from generator.web.preview import Draft, Previews, as_html, as_pdf
from tests.trips import EXAMPLE

KEY = "rezekne-2012/trip.yaml"


def draft(content: bytes, path: Path = EXAMPLE) -> Draft:
    return Draft(path, content, path.parent.parent)


def changed(old: str, new: str) -> bytes:
    text = EXAMPLE.read_text(encoding="utf-8")
    assert old in text
    return text.replace(old, new).encode()


SOUND = EXAMPLE.read_bytes()
FAILING = changed('position: "2.1"', 'position: "9.9"')
BROKEN = changed("\n  start: 31.08.2012.", "\n  start: 31.02.2012.")


# -- drafts ---------------------------------------------------------------------------------------
def test_a_draft_is_previewed_as_pipeline_would_from_its_file():
    page = as_html(draft(SOUND), "activity-report")
    from generator import load_trip

    assert page == pipeline.preview(load_trip(EXAMPLE), "activity-report")


def test_a_draft_whose_checks_fail_is_shown_all_the_same():
    found = Previews().of(draft(FAILING), "funding-annex")
    assert found.present
    assert b'data-field="costs[0].position">9.9<' in found.page


def test_a_draft_that_cannot_be_built_is_shown_as_it_last_was():
    previews = Previews()
    sound = previews.of(draft(SOUND), "activity-report")
    broken = previews.of(draft(BROKEN), "activity-report")
    assert (sound.present, broken.present) == (True, False)
    assert broken.page == sound.page
    assert "date.impossible" in [one.id for one in broken.faults]
    assert previews.of(draft(SOUND), "activity-report").present


def test_what_was_never_built_is_refused_with_its_faults():
    previews = Previews()
    previews.of(draft(SOUND), "activity-report")
    with pytest.raises(DataError):
        previews.of(draft(BROKEN), "funding-annex")
    with pytest.raises(DataError):
        previews.of(draft(BROKEN, EXAMPLE.parent.parent / "other.yaml"), "activity-report")


def test_only_so_many_previews_are_kept(monkeypatch: pytest.MonkeyPatch, tmp_path: Path):
    monkeypatch.setattr(previewing, "MOST", 2)
    previews = Previews()
    documents = document_kinds()[:3]
    for document in documents:
        previews.of(draft(SOUND), document)
    with pytest.raises(DataError):
        previews.of(draft(BROKEN), documents[0])
    assert not previews.of(draft(BROKEN), documents[2]).present


def test_an_unknown_document_is_refused():
    with pytest.raises(UsageError):
        as_html(draft(SOUND), "annex")


def test_photos_are_decoded_once_however_often_a_draft_is_previewed(monkeypatch: pytest.MonkeyPatch):
    as_html(draft(SOUND), "activity-report")

    def decoded(data: bytes) -> images.Picture:
        raise AssertionError("decoded anew")

    monkeypatch.setattr("generator.images.preparing._prepared", decoded)
    assert as_html(draft(changed("Rēzekne", "Rēzna")), "activity-report").count(b"<img") == 2


def test_a_draft_names_no_file_beyond_its_folder(tmp_path: Path):
    (tmp_path / "secret.jpg").write_bytes((EXAMPLE.parent / "photos" / "01-koncertzale.jpg").read_bytes())
    trip = tmp_path / "inside" / "a" / "trip.yaml"
    trip.parent.mkdir(parents=True)
    content = changed("photos/01-koncertzale.jpg", "../../secret.jpg")
    with pytest.raises(DataError) as caught:
        as_html(Draft(trip, content, tmp_path / "inside"), "activity-report")
    assert "path.outside" in [one.id for one in caught.value.faults]


def test_a_draft_is_a_pdf_whatever_the_checks_say():
    assert as_pdf(draft(FAILING), "funding-annex").startswith(b"%PDF")


def test_own_templates_beside_a_trip_are_among_its_documents(tmp_path: Path):
    own = tmp_path / "templates" / "own"
    own.mkdir(parents=True)
    (own / "kind.toml").write_text('file = "own"\ntitle = "Savs"\norder = 0\n', "utf-8")
    (own / "template.html").write_text(
        '<html lang="lv"><head><title>T</title></head><body><h1>Savs</h1></body></html>', "utf-8"
    )
    one = Draft(tmp_path / "trip.yaml", BROKEN, tmp_path)
    assert [kind.name for kind in one.documents()] == ["own", *document_kinds()]


# -- the frame ------------------------------------------------------------------------------------
def test_the_frame_holds_the_document_with_its_marks_and_no_script(client: TestClient) -> None:
    answer = client.get(f"/preview/{KEY}?document=funding-annex")
    assert answer.status_code == 200
    assert answer.headers["parskats-preview"] == "present"
    assert 'data-field="costs[2].amount">12,00<' in answer.text
    policy = answer.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "script-src" not in policy
    assert "frame-ancestors 'self'" in policy
    assert "<script" not in answer.text


def test_without_a_name_the_frame_holds_the_first_document(client: TestClient) -> None:
    assert client.get(f"/preview/{KEY}").text == client.get(f"/preview/{KEY}?document=activity-report").text


def test_the_frame_says_when_it_shows_an_earlier_state(client: TestClient, folder: Path) -> None:
    client.get(f"/preview/{KEY}?document=activity-report")
    (folder / KEY).write_bytes(BROKEN)
    answer = client.get(f"/preview/{KEY}?document=activity-report")
    assert answer.headers["parskats-preview"] == "earlier"
    assert re.search(r'<body>\s*<aside [^>]*data-preview="earlier"', answer.text)
    assert "2012. gada 31. augustā" in answer.text.replace("\xa0", " ")


def test_the_frame_says_what_is_wrong_when_there_is_nothing_to_show(client: TestClient, folder: Path) -> None:
    (folder / KEY).write_bytes(BROKEN)
    answer = client.get(f"/preview/{KEY}?document=activity-report")
    assert answer.headers["parskats-preview"] == "none"
    assert "Vēl nav ko parādīt" in answer.text
    assert "Kalendārā nav tādas dienas" in answer.text
    assert "frame-ancestors 'self'" in answer.headers["content-security-policy"]


@pytest.mark.parametrize(
    "key", ["nav/trip.yaml", "../trip.yaml", "season-2012.xlsx", ".parskats/x.yaml", "%2e%2e/x.yaml"]
)
def test_there_is_no_preview_of_what_is_no_trip_of_the_folder(client: TestClient, key: str) -> None:
    assert client.get(f"/preview/{key}").status_code == 404
    assert client.get(f"/pages/{key}").status_code == 404


def test_text_of_the_data_is_never_markup_in_the_frame(client: TestClient, folder: Path) -> None:
    hostile = "<script>alert(1)</script></head><body onload=x>&quot;"
    (folder / KEY).write_bytes(changed("  title: Pieredzes apmaiņas braucieni", f"  title: '{hostile}'"))
    text = client.get(f"/preview/{KEY}").text
    assert "<script>alert" not in text
    assert text.count("<body") == text.count("</head>") == 1


# -- pages ----------------------------------------------------------------------------------------
def test_the_pages_of_a_document_are_listed_and_each_is_a_picture(client: TestClient) -> None:
    answer = client.get(f"/pages/{KEY}?document=funding-annex&zoom=50")
    assert answer.status_code == 200
    found = re.findall(r'<img src="([^"]*)" width="(\d+)" height="(\d+)"', answer.text)
    assert [(width, height) for _, width, height in found] == [("397", "561"), ("561", "397"), ("561", "397")]
    picture = client.get(found[1][0].replace("&amp;", "&"))
    assert picture.headers["content-type"] == "image/png"
    assert "immutable" in picture.headers["cache-control"]
    assert images.inspect(picture.content).width == 1123


def test_a_part_of_a_page_is_given_to_those_who_ask_for_a_part(client: TestClient) -> None:
    part = client.get(f"/pages/{KEY}", headers={"HX-Request": "true"})
    assert part.text.lstrip().startswith('<ol class="sheets')


def test_a_picture_of_a_pdf_that_is_not_kept_is_drawn_from_the_present_one(client: TestClient) -> None:
    answer = client.get(f"/pages/{KEY}?document=activity-report&page=1&zoom=50&of=nothing")
    assert answer.headers["content-type"] == "image/png"
    assert answer.headers["cache-control"] == "no-store"


@pytest.mark.parametrize("page", ["0", "99", "x", "-1", "1" * 400, "²", ""])
def test_a_page_that_is_not_there_is_not_found(client: TestClient, page: str) -> None:
    assert client.get(f"/pages/{KEY}?page={page}").status_code == 404


@pytest.mark.parametrize("zoom", ["", "0", "99999", "x"])
def test_a_zoom_that_there_is_not_is_the_usual_one(client: TestClient, zoom: str) -> None:
    assert ' width="794"' in client.get(f"/pages/{KEY}?zoom={zoom}").text


def test_pages_that_cannot_be_made_say_why(client: TestClient, folder: Path) -> None:
    (folder / KEY).write_bytes(BROKEN)
    answer = client.get(f"/pages/{KEY}?document=activity-report")
    assert answer.status_code == 422
    assert "Kalendārā nav tādas dienas" in answer.text


def test_the_page_of_pages_says_which_documents_there_are(client: TestClient) -> None:
    text = client.get(f"/pages/{KEY}?document=funding-annex").text
    assert re.findall(r'<option value="([\w-]+)" selected', text) == ["funding-annex", "fit"]
    assert re.findall(r'<option value="(\w+-\w+)"', text) == list(document_kinds())


# -- the panel beside the form --------------------------------------------------------------------
def test_the_preview_stands_beside_the_form_in_a_frame_that_runs_no_script(client: TestClient) -> None:
    page = client.get(f"/trip/{KEY}").text
    (frame,) = re.findall(r"<iframe [^>]*>", page)
    assert 'sandbox="allow-same-origin"' in frame
    assert f'src="/preview/{KEY}?document=activity-report"' in frame
    assert 'formaction="/pages/rezekne-2012/trip.yaml"' in page
    assert '<script src="/static/preview.js" defer></script>' in page


def test_every_mark_of_a_preview_leads_to_a_field_of_the_form(client: TestClient) -> None:
    names = re.findall(r'name="set:([^"]+)"', client.get(f"/trip/{KEY}").text)
    for document in document_kinds():
        for field in re.findall(
            r'data-field="([^"]*)"', client.get(f"/preview/{KEY}?document={document}").text
        ):
            assert any(name == field or name.startswith((f"{field}.", f"{field}[")) for name in names), field


def test_a_project_file_has_a_form_without_a_preview(client: TestClient, folder: Path) -> None:
    (folder / "projekts.yaml").write_text("title: Projekts\nagreement: {number: '1'}\n", encoding="utf-8")
    assert "<iframe" not in client.get("/trip/projekts.yaml").text
