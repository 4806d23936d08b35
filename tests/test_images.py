"""Photos as the documents carry them: upright, small, sRGB or grey, nothing said of who took them."""

import struct
import threading
import zlib
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pytest
from PIL import Image, ImageCms

from generator import images
from generator.errors import BadValue
from generator.images import preparing

ORIENTATION = 0x0112
MAKER = 0x010F
GPS = 0x8825


def photo(width: int = 800, height: int = 600) -> Image.Image:
    across = Image.linear_gradient("L").resize((width, height))
    red = across.transpose(Image.Transpose.ROTATE_180)
    return Image.merge("RGB", (red, across, Image.radial_gradient("L").resize((width, height))))


def encoded(image: Image.Image, format: str = "JPEG", **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, format, **options)
    return out.getvalue()


def decoded(picture: images.Picture) -> Image.Image:
    image = Image.open(BytesIO(picture.data))
    image.load()
    assert image.size == (picture.width, picture.height)
    assert image.format == picture.kind.upper()
    return image


def exif(**tags: Any) -> Image.Exif:
    made = Image.Exif()
    made[MAKER] = "Fotoaparāts"
    made[GPS] = {1: "N", 2: (56.5, 0.0, 0.0)}
    made.update({ORIENTATION: tags.get("orientation", 1)})
    return made


def png_header(width: int, height: int) -> bytes:
    def chunk(name: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))

    header = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + header + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")


@pytest.fixture(autouse=True)
def _nothing_remembered() -> Iterator[None]:
    preparing._PREPARED.clear()
    yield
    preparing._PREPARED.clear()


# -- what is refused ----------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("data", "id"),
    [
        (b"", "picture.unreadable"),
        (b"Sveiki!", "picture.unreadable"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", "picture.unreadable"),
        (b"\x89PNG\r\n\x1a\n", "picture.unreadable"),
        (b"\xff\xd8\xff\xe0", "picture.unreadable"),
        (png_header(20_000, 10_000), "picture.pixels"),
        (png_header(8_001, 8_000), "picture.pixels"),
        (encoded(photo())[:-2], "picture.truncated"),
        (encoded(photo())[:9_000], "picture.truncated"),
        (encoded(photo(), "PNG")[:-9], "picture.truncated"),
        (b"\xff\xd8\xff" + b"\0" * images.MAX_BYTES, "picture.bytes"),
    ],
)
def test_a_file_that_is_no_usable_picture_is_refused(data: bytes, id: str) -> None:
    with pytest.raises(BadValue) as refused:
        images.inspect(data)
    assert refused.value.fault.id == id
    with pytest.raises(BadValue):
        images.prepare(data)


def test_a_picture_that_cannot_be_decoded_is_refused_when_it_is_prepared() -> None:
    data = png_header(800, 600)
    assert images.inspect(data).width == 800
    with pytest.raises(BadValue) as refused:
        images.prepare(data)
    assert refused.value.fault.id == "picture.damaged"


def test_the_limit_of_the_process_stays_as_it_was() -> None:
    before = Image.MAX_IMAGE_PIXELS
    images.inspect(png_header(8_000, 8_000))
    assert before == Image.MAX_IMAGE_PIXELS


# -- what the header says -----------------------------------------------------------------------
def test_the_size_is_that_of_the_upright_picture() -> None:
    header = images.inspect(encoded(photo(800, 600), exif=exif(orientation=6)))
    assert (header.width, header.height) == (600, 800)


@pytest.mark.parametrize(("width", "small"), [(589, True), (590, False)])
def test_a_photo_under_a_hundred_dots_per_inch_is_small(width: int, small: bool) -> None:
    header = images.inspect(encoded(photo(width, 400)))
    assert header.small is small
    assert header.dpi == 100


def test_the_colours_of_a_printing_press_are_told() -> None:
    assert images.inspect(encoded(photo().convert("CMYK"))).cmyk
    assert not images.inspect(encoded(photo())).cmyk


def test_odd_headers_are_not_remarked_on() -> None:
    data = encoded(photo(), exif=b"Exif\0\0broken")
    assert images.inspect(data).width == 800
    assert images.prepare(data).width == 800


# -- size and position --------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("size", "prepared"),
    [
        ((4000, 3000), (1300, 975)),
        ((3000, 4000), (975, 1300)),
        ((1301, 20), (1300, 20)),
        ((90, 60), (90, 60)),
    ],
)
def test_the_longer_side_is_reduced(size: tuple[int, int], prepared: tuple[int, int]) -> None:
    picture = images.prepare(encoded(photo(*size)))
    assert (picture.width, picture.height) == prepared
    decoded(picture)


@pytest.mark.parametrize("orientation", range(1, 9))
@pytest.mark.parametrize("width", [200, 2000])
def test_every_orientation_becomes_upright(orientation: int, width: int) -> None:
    upright = photo(width, width // 2)
    undone = {1: None, 2: 0, 3: 3, 4: 1, 5: 5, 6: 2, 7: 6, 8: 4}[orientation]
    stored = upright if undone is None else upright.transpose(Image.Transpose(undone))
    picture = images.prepare(encoded(stored, quality=95, exif=exif(orientation=orientation)))
    image = decoded(picture)
    assert image.width == 2 * image.height
    for x, y in ((0.1, 0.1), (0.9, 0.1), (0.1, 0.9)):
        expected = upright.getpixel((int(x * width), int(y * width / 2)))
        found = image.getpixel((int(x * image.width), int(y * image.height)))
        assert isinstance(expected, tuple)
        assert isinstance(found, tuple)
        assert max(abs(a - b) for a, b in zip(expected, found, strict=True)) < 12


# -- colours ------------------------------------------------------------------------------------
def profile(name: Any) -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile(name)).tobytes()


@pytest.mark.parametrize(
    ("image", "format", "options", "kind", "mode"),
    [
        (photo(), "JPEG", {}, "jpeg", "RGB"),
        (photo(), "JPEG", {"progressive": True}, "jpeg", "RGB"),
        (photo().convert("L"), "JPEG", {}, "jpeg", "L"),
        (photo().convert("CMYK"), "JPEG", {}, "jpeg", "RGB"),
        (photo(), "PNG", {}, "jpeg", "RGB"),
        (photo(), "WEBP", {}, "jpeg", "RGB"),
        (photo(), "BMP", {}, "jpeg", "RGB"),
        (photo(), "TIFF", {}, "jpeg", "RGB"),
        (photo().convert("CMYK"), "TIFF", {}, "jpeg", "RGB"),
        (photo().convert("YCbCr"), "TIFF", {}, "jpeg", "RGB"),
        (Image.linear_gradient("L").convert("I;16").point(lambda value: value * 200), "PNG", {}, "jpeg", "L"),
        (Image.linear_gradient("L").convert("I"), "TIFF", {}, "jpeg", "L"),
        (Image.linear_gradient("L").convert("F"), "TIFF", {}, "jpeg", "L"),
        (Image.new("I;16B", (60, 60), 30_000), "TIFF", {}, "jpeg", "L"),
        (Image.new("LAB", (60, 60), (200, 120, 130)), "TIFF", {}, "jpeg", "RGB"),
        (photo().quantize(16), "PNG", {}, "png", "RGB"),
        (photo().quantize(16), "PNG", {"transparency": b"\0\x80"}, "png", "RGBA"),
        (photo().quantize(16), "GIF", {"transparency": 0}, "png", "RGBA"),
        (photo().convert("1"), "PNG", {}, "png", "L"),
        (Image.new("LA", (60, 60), (9, 99)), "PNG", {}, "png", "RGBA"),
        (Image.new("RGBA", (60, 60), (9, 9, 9, 99)), "PNG", {}, "png", "RGBA"),
        (Image.new("RGBA", (60, 60), (9, 9, 9, 255)), "PNG", {}, "png", "RGB"),
        (photo().convert("RGBA"), "PNG", {}, "jpeg", "RGB"),
        (Image.new("RGB", (60, 60), "#003399"), "PNG", {"transparency": (0, 0, 0)}, "png", "RGB"),
        (Image.new("RGB", (60, 60), "#003399"), "PNG", {}, "png", "RGB"),
    ],
)
def test_every_kind_of_picture_becomes_srgb_or_grey(
    image: Image.Image, format: str, options: dict[str, Any], kind: str, mode: str
) -> None:
    picture = images.prepare(encoded(image, format, **options))
    assert (picture.kind, decoded(picture).mode) == (kind, mode)


def test_sixteen_bits_keep_their_brightness() -> None:
    grey = Image.new("I;16", (60, 60), 128 * 257)
    assert decoded(images.prepare(encoded(grey, "PNG"))).getpixel((30, 30)) == 128


def test_a_foreign_colour_profile_is_converted() -> None:
    srgb = profile("sRGB").replace(b"s\0R\0G\0B", b"A\0b\0c\0d")
    foreign = bytearray(srgb)  # under another name, red and green exchanged
    red, green = foreign.index(b"rXYZ", 128), foreign.index(b"gXYZ", 128)
    foreign[red : red + 4], foreign[green : green + 4] = b"gXYZ", b"rXYZ"
    data = encoded(Image.new("RGB", (60, 60), "#ff0000"), icc_profile=bytes(foreign))
    pixel = decoded(images.prepare(data)).getpixel((30, 30))
    assert isinstance(pixel, tuple)
    assert pixel[1] > 200 > 60 > pixel[0]


def test_a_broken_colour_profile_is_left_aside() -> None:
    data = encoded(photo(), icc_profile=b"no profile at all")
    assert decoded(images.prepare(data)).mode == "RGB"


def test_only_the_first_frame_of_an_animation_stays() -> None:
    first, second = Image.new("RGB", (60, 60), "red"), Image.new("RGB", (60, 60), "blue")
    for format in ("GIF", "PNG", "WEBP"):
        data = encoded(first, format, save_all=True, append_images=[second], duration=100)
        image = decoded(images.prepare(data))
        assert getattr(image, "n_frames", 1) == 1
        pixel = image.convert("RGB").getpixel((30, 30))
        assert isinstance(pixel, tuple)
        assert pixel[0] > 200 > 60 > pixel[2]


# -- nothing is said of who took it -------------------------------------------------------------
@pytest.mark.parametrize("width", [800, 2000])
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_metadata_is_stripped(format: str, width: int) -> None:
    options: dict[str, Any] = {"comment": "Anna"} if format == "JPEG" else {}
    data = encoded(photo(width, 600), format, exif=exif(), icc_profile=profile("sRGB"), **options)
    assert b"Fotoapar" in data
    picture = images.prepare(data)
    for word in (b"Fotoapar", b"Exif", b"ICC", b"iCCP", b"Anna"):
        assert word not in picture.data
    assert not decoded(picture).getexif()


def test_what_follows_the_end_of_a_photo_is_stripped() -> None:
    data = encoded(photo()) + b"\xff\xe1second picture with GPS"
    assert b"GPS" not in images.prepare(data).data


def test_a_small_upright_photo_keeps_its_compressed_data() -> None:
    data = encoded(photo(), quality=93, exif=exif())
    picture = images.prepare(data)
    scan = data[data.index(b"\xff\xda") :]
    assert picture.data.endswith(scan)
    assert decoded(picture).tobytes() == Image.open(BytesIO(data)).tobytes()


def test_a_photo_of_few_pixels_and_many_bytes_is_encoded_anew() -> None:
    noise = Image.merge("RGB", [Image.effect_noise((1200, 1200), 120) for _ in range(3)])
    data = encoded(noise, quality=100, subsampling=0)
    assert len(images.prepare(data).data) < len(data) / 2


# -- once ---------------------------------------------------------------------------------------
def test_the_same_content_is_prepared_once() -> None:
    data = encoded(photo(2000, 1500))
    assert images.prepare(bytes(bytearray(data))) is images.prepare(data)


def test_the_same_content_gives_the_same_bytes() -> None:
    data = encoded(photo(2000, 1500))
    first = images.prepare(data)
    preparing._PREPARED.clear()
    assert images.prepare(data) == first


def test_only_so_many_pictures_are_remembered() -> None:
    for width in range(preparing._REMEMBERED + 5):
        images.prepare(encoded(Image.new("RGB", (width + 1, 1)), "PNG"))
    assert len(preparing._PREPARED) == preparing._REMEMBERED


def test_pictures_can_be_prepared_in_threads() -> None:
    data = [encoded(photo(900 + number, 600), exif=exif(orientation=6)) for number in range(8)]
    done: list[images.Picture] = []
    threads = [threading.Thread(target=lambda one=one: done.append(images.prepare(one))) for one in data]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(one.height for one in done) == list(range(900, 908))


def test_a_small_jpeg_whose_data_cannot_be_decoded_is_refused_as_a_large_one_is() -> None:
    for width in (800, 2000):
        data = bytearray(encoded(photo(width, 600)))
        tables = data.index(b"\xff\xc4") + 5
        data[tables : tables + 16] = b"\xff" * 16
        with pytest.raises(BadValue) as refused:
            images.prepare(bytes(data))
        assert refused.value.fault.id == "picture.damaged"


# -- several at once ----------------------------------------------------------------------------
def test_pictures_prepared_ahead_are_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    files = [encoded(photo(width)) for width in (1400, 1500, 1600)]
    expected = [preparing._prepared(data) for data in files]
    images.prepare_ahead(files)
    monkeypatch.setattr(preparing, "_prepared", lambda data: pytest.fail("prepared again"))
    assert [images.prepare(data) for data in files] == expected


def test_several_new_pictures_are_prepared_in_threads(monkeypatch: pytest.MonkeyPatch) -> None:
    threads = set()

    def prepared(data: bytes) -> images.Picture:
        threads.add(threading.current_thread())
        return images.Picture(data, "jpeg", 1, 1)

    monkeypatch.setattr(preparing, "_prepared", prepared)
    images.prepare_ahead([b"one"])
    assert not threads
    images.prepare_ahead([b"one", b"two"])
    assert threads
    assert threading.main_thread() not in threads


def test_what_is_wrong_with_a_picture_is_said_when_it_is_asked_for() -> None:
    images.prepare_ahead([b"no picture", b"none either"])
    with pytest.raises(BadValue):
        images.prepare(b"no picture")
