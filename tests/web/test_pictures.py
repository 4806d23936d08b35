"""Pages as pictures: drawn once, kept within bounds."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from io import BytesIO

import pytest
from PIL import Image, ImageChops

from generator import render
from generator.web import pictures
from generator.web.crew import Crew
from generator.web.pictures import Kept, PagePictures, drawn, sizes
from tests.trips import example


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return render(example(), formats=("pdf",))["finansejuma-pielikums.pdf"]


class Counting:
    """A crew that works here, and counts what it is asked."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    async def run(self, function: Callable[..., object], *args: object) -> object:
        self.asked.append(function.__name__)
        return function(*args)


def test_the_sizes_of_pages_are_told_in_points(pdf: bytes) -> None:
    assert [(round(width), round(height)) for width, height in sizes(pdf)] == [
        (595, 842),
        (842, 595),
        (842, 595),
    ]


@pytest.mark.parametrize(("zoom", "width"), [(50, 794), (100, 1588), (200, 3175)])
def test_a_page_is_drawn_at_a_zoom_with_two_pixels_for_one(pdf: bytes, zoom: int, width: int) -> None:
    picture = Image.open(BytesIO(drawn(pdf, 1, zoom) or b""))
    assert picture.format == "PNG"
    assert abs(picture.width - width) <= 1
    blank = Image.new("RGB", picture.size, "white")
    assert ImageChops.difference(picture, blank).getbbox()


@pytest.mark.parametrize("number", [0, 4, -1])
def test_there_is_no_picture_of_a_page_that_is_not_there(pdf: bytes, number: int) -> None:
    assert drawn(pdf, number, 100) is None


def test_a_page_is_drawn_once_at_each_zoom(pdf: bytes) -> None:
    async def work() -> list[str]:
        crew, pages = Counting(), PagePictures()
        sheets = await pages.open(pdf, crew)  # type: ignore[arg-type]
        for zoom in (50, 50, 75, 50):
            assert await pages.page(sheets.digest, 2, zoom, crew)  # type: ignore[arg-type]
        return crew.asked

    assert asyncio.run(work()) == ["sizes", "drawn", "drawn"]


def test_a_pdf_that_is_not_kept_has_no_pages() -> None:
    async def work() -> bytes | None:
        return await PagePictures().page("nothing", 1, 100, Counting())  # type: ignore[arg-type]

    assert asyncio.run(work()) is None


def test_what_was_asked_for_least_lately_makes_room() -> None:
    kept: Kept[str] = Kept(10)
    kept.put("a", b"12345")
    kept.put("b", b"12345")
    assert kept.get("a")
    kept.put("c", b"1")
    assert (kept.get("a"), kept.get("b"), kept.get("c")) == (b"12345", None, b"1")
    assert kept.size == 6


def test_what_is_larger_than_all_room_is_not_kept_and_what_is_replaced_counts_once() -> None:
    kept: Kept[str] = Kept(10)
    kept.put("a", b"12345")
    kept.put("a", b"123456")
    assert kept.size == 6
    kept.put("b", b"1" * 11)
    assert (kept.get("b"), kept.size) == (None, 0)


def test_bytes_that_are_no_pdf_end_nothing() -> None:
    async def work() -> None:
        with Crew(1) as crew:
            with pytest.raises(Exception, match="Failed to load document"):
                await crew.run(pictures.sizes, b"no pdf")
            assert await crew.run(len, b"1234") == 4

    asyncio.run(work())
