"""The way of a newcomer: from an empty folder to a finished Word file and a finished PDF."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import docx
import pikepdf
import pytest
from PIL import Image

from generator.web.words import Words
from tests.web.browser.windows import Windows, comes, downloaded, went

if TYPE_CHECKING:
    from playwright.sync_api import Page

_ = Words("lv")
GOAL = "iepazīt Kuldīgas vecpilsētas atjaunošanu – „Venta & rumba”"
CAPTION = "Ventas rumba"
ALT = "Ķieģeļu tilts pār Ventu"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with nothing in it."""
    served = tmp_path_factory.mktemp("newcomer") / "braucieni"
    served.mkdir()
    return served


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A photo as a telephone takes it: large, and turned."""
    image = Image.new("RGB", (1600, 1200), "#3a6ea5")
    exif = image.getexif()
    exif[0x0112] = 6
    image.save(tmp_path / "IMG 2013 ēka.jpg", exif=exif)
    return tmp_path / "IMG 2013 ēka.jpg"


def saved(page: Page) -> None:
    """Wait until everything that was typed is in the file."""
    page.locator("#said").get_by_text("Saglabāts").wait_for()


def words_of(docx_file: Path) -> str:
    document: Any = docx.Document(str(docx_file))
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    return "\n".join([*(paragraph.text for paragraph in document.paragraphs), *cells])


def title_of(pdf: Path) -> str:
    with pikepdf.open(pdf) as document:
        assert len(document.pages) >= 1
        return str(document.docinfo["/Title"])


def pdf_words(pdf: Path) -> str:
    import pypdfium2

    with pypdfium2.PdfDocument(pdf) as document:
        return "\n".join(page.get_textpage().get_text_range() for page in document)


def test_from_an_empty_folder_to_finished_documents(
    page: Page, windows: Windows, folder: Path, photo: Path, tmp_path: Path, judge
) -> None:
    page.get_by_label(_("start.new-name")).fill("Kuldīga 2013")
    went(page, page.get_by_role("button", name=_("start.new-do")).click)
    assert "/trip/kuldiga-2013/trip.yaml" in page.url
    judge(page, "trip-new")

    page.locator("#f-journey-destination-name").fill("Kuldīga")
    page.locator("#f-journey-destination-name").press("Tab")
    page.locator("#f-journey-goals-0").fill(GOAL)
    page.locator("#f-journey-goals-0").press("Tab")
    saved(page)
    frame = page.frame_locator("iframe[name=preview-frame]")
    frame.get_by_text(GOAL).first.wait_for()

    page.locator("#uf-photos, #u-photos").first.set_input_files(photo)
    page.get_by_role("img", name=_("form.picture")).last.wait_for()
    for field, text in (("caption", CAPTION), ("alt", ALT)):
        box = page.locator(f"[name^='set:photos['][name$='.{field}']").last
        box.fill(text)
        box.press("Tab")
    saved(page)
    page.locator("#said").get_by_text(_("form.sound")).wait_for()
    judge(page, "trip-filled")
    text = (folder / "kuldiga-2013" / "trip.yaml").read_text(encoding="utf-8")
    assert GOAL in text
    assert ALT in text
    assert "paraugdati" in page.content(), "the starter says that it is sample data"

    went(page, page.get_by_role("link", name=_("form.documents")).click)
    judge(page, "documents")
    named = "Aktivitātes pārskats: "
    word = downloaded(page, page.get_by_role("link", name=named + _("downloads.docx")).click, tmp_path)
    pdf = downloaded(page, page.get_by_role("link", name=named + "PDF").click, tmp_path)
    everything = downloaded(page, page.get_by_role("link", name=_("downloads.zip")).click, tmp_path)
    assert GOAL in words_of(word)
    assert "Kuldīgu" in words_of(word), "the destination is declined"
    assert "Kuldīgu" in title_of(pdf)
    assert "vecpilsētas" in pdf_words(pdf)
    assert everything.suffix == ".zip"

    page.get_by_role("button", name=_("downloads.render")).click()
    page.get_by_role("cell", name="aktivitates-parskats.docx").or_(
        page.get_by_role("rowheader", name="aktivitates-parskats.docx")
    ).wait_for()
    assert (
        word.read_bytes() == (folder / "output" / "kuldiga-2013" / "aktivitates-parskats.docx").read_bytes()
    )
    page.goto(windows.address)
    page.get_by_text(_("state.draft")).or_(page.get_by_text(_("state.rendered"))).first.wait_for()
    judge(page, "start-rendered")


def test_a_name_that_is_none_is_refused_beside_its_field(page: Page, watch, judge) -> None:
    watch.allow("422")
    page.get_by_label(_("start.new-name")).fill("…")
    page.get_by_role("button", name=_("start.new-do")).click()
    page.locator("#new-fault").wait_for()
    comes(lambda: page.locator("#new-name").get_attribute("aria-describedby") == "new-hint new-fault")
    judge(page, "start-name-refused", sent=False)
