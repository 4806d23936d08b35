"""A photo once: orientation, size, colours; metadata stripped."""

from __future__ import annotations

import hashlib
import re
import struct
import threading
import warnings
from collections import OrderedDict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from typing import Any, Final, Literal

from PIL import (
    BmpImagePlugin,
    ExifTags,
    GifImagePlugin,
    Image,
    ImageCms,
    ImageFile,
    JpegImagePlugin,
    PngImagePlugin,
    TiffImagePlugin,
    WebPImagePlugin,
)

from generator.errors import BadValue

MAX_BYTES: Final = 40_000_000
"""The largest picture file that is read."""
MAX_PIXELS: Final = 64_000_000
"""The largest picture that is decoded; the header tells its size before."""
LONGER_SIDE: Final = 1300
"""Pixels of the longer side after reduction: 220 dpi at 15 cm."""
PRINT_WIDTH: Final = 590
"""Pixels below which a photo of 15 cm has fewer than 100 dpi."""

_QUALITY: Final = 85
_SMALL_BYTES: Final = 1_000_000
_FLAT_COLOURS: Final = 64
_REMEMBERED: Final = 64
_TURNED: Final = (5, 6, 7, 8)
_DAMAGE: Final = (
    OSError, SyntaxError, ValueError, ArithmeticError, EOFError, LookupError, TypeError, struct.error,
)  # fmt: skip

Opener = Callable[[BytesIO], ImageFile.ImageFile]
_OPENERS: Final[dict[bytes, Opener]] = {
    b"\xff\xd8\xff": JpegImagePlugin.JpegImageFile,
    b"\x89PNG\r\n\x1a\n": PngImagePlugin.PngImageFile,
    b"GIF87a": GifImagePlugin.GifImageFile,
    b"GIF89a": GifImagePlugin.GifImageFile,
    b"II*\0": TiffImagePlugin.TiffImageFile,
    b"MM\0*": TiffImagePlugin.TiffImageFile,
    b"RIFF": WebPImagePlugin.WebPImageFile,
    b"BM": BmpImagePlugin.BmpImageFile,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """An encoded picture as it goes into every format: sRGB or grey, upright, without metadata."""

    data: bytes
    kind: Literal["jpeg", "png"]
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Header:
    """What the header of a picture file says: its format, its size when upright, its colours."""

    format: str
    width: int
    height: int
    mode: str

    @property
    def cmyk(self) -> bool:
        """Whether the colours are those of a printing press, so that conversion may change them."""
        return self.mode == "CMYK"

    @property
    def small(self) -> bool:
        """Whether it has fewer than 100 dpi when it is printed 15 cm wide."""
        return self.width < PRINT_WIDTH

    @property
    def dpi(self) -> int:
        """Dots per inch when it is printed 15 cm wide."""
        return round(self.width / 15 * 2.54)


def inspect(data: bytes) -> Header:
    """Return what the header says, without decoding the picture.

    Raises BadValue `picture.bytes`, `picture.unreadable`, `picture.pixels` or `picture.truncated`.
    """
    if len(data) > MAX_BYTES:
        raise BadValue("picture.bytes", megabytes=_millions(len(data)), limit=_millions(MAX_BYTES))
    image = _opened(data)
    width, height = image.size
    if width * height > MAX_PIXELS:
        raise BadValue(
            "picture.pixels", width=width, height=height,
            megapixels=_millions(width * height), limit=_millions(MAX_PIXELS),
        )  # fmt: skip
    if not _whole(data):
        raise BadValue("picture.truncated")
    if _orientation(image) in _TURNED:
        width, height = height, width
    return Header(image.format or "", width, height, image.mode)


def prepare(data: bytes) -> Picture:
    """Return the picture as the documents carry it; the same content is prepared once.

    Upright, at most 1300 pixels on the longer side, sRGB or grey, first frame only, without
    metadata. Photos are JPEG; drawings in few colours and pictures with transparency are PNG. A
    JPEG that already fits keeps its compressed data. Raises BadValue as `inspect` does, and
    `picture.damaged` when the picture cannot be decoded.
    """
    key = hashlib.sha256(data).digest()
    with _PREPARED_LOCK:
        if key in _PREPARED:
            _PREPARED.move_to_end(key)
            return _PREPARED[key]
    picture = _prepared(data)
    with _PREPARED_LOCK:
        _PREPARED[key] = picture
        while len(_PREPARED) > _REMEMBERED:
            _PREPARED.popitem(last=False)
    return picture


_PREPARED: Final[OrderedDict[bytes, Picture]] = OrderedDict()
_PREPARED_LOCK: Final = threading.Lock()
_HEADER_LOCK: Final = threading.Lock()


def _prepared(data: bytes) -> Picture:
    """Return the picture, prepared anew."""
    inspect(data)
    image = _opened(data)
    try:
        if _fits(image, data):
            picture = Picture(_without_metadata(data), "jpeg", *image.size)
            _decode(image)
            return picture
        return _encoded(image, data)
    except _DAMAGE:
        raise BadValue("picture.damaged") from None


def _decode(image: ImageFile.ImageFile) -> None:
    """Read all data of a JPEG as small as can be, to know that they can be read."""
    image.draft(image.mode, (1, 1))
    image.load()


def _encoded(image: ImageFile.ImageFile, data: bytes) -> Picture:
    """Return the picture reduced, upright, in sRGB or grey, and encoded without metadata."""
    profile = image.info.get("icc_profile")
    drawn = image.format != "JPEG" and _drawn(image)
    plain: Image.Image = image if image.format == "JPEG" else _plain(image)
    plain.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.BICUBIC, reducing_gap=1.5)
    plain = _in_srgb(_upright(plain, _orientation(image)), profile)
    if plain.mode == "RGBA" and plain.getchannel("A").getextrema() == (255, 255):
        plain = plain.convert("RGB")
    plain.info = {}
    return _png(plain) if drawn or plain.mode == "RGBA" else _jpeg(plain)


def _jpeg(image: Image.Image) -> Picture:
    """Return a picture as JPEG."""
    out = BytesIO()
    image.save(out, "JPEG", quality=_QUALITY)
    return Picture(out.getvalue(), "jpeg", *image.size)


def _png(image: Image.Image) -> Picture:
    """Return a picture as PNG."""
    out = BytesIO()
    image.save(out, "PNG")
    return Picture(out.getvalue(), "png", *image.size)


# -- opening ------------------------------------------------------------------------------------
def _opened(data: bytes) -> ImageFile.ImageFile:
    """Return a picture with its header read, or raise BadValue `picture.unreadable`.

    The reader is chosen by the first bytes: Pillow's own choice measures the picture against a
    limit of the whole process and warns, and the limit here is stricter.
    """
    opener = next((opener for magic, opener in _OPENERS.items() if data.startswith(magic)), None)
    if opener is None:
        raise BadValue("picture.unreadable")
    with _quietly():
        try:
            return opener(BytesIO(data))
        except _DAMAGE:
            raise BadValue("picture.unreadable") from None


@contextmanager
def _quietly() -> Iterator[None]:
    """Silence Pillow's remarks on odd headers, one thread at a time."""
    with _HEADER_LOCK, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        yield


def _orientation(image: Image.Image) -> int:
    """Return the EXIF orientation, 1 when there is none that can be read."""
    if image.format == "PNG" and "exif" not in image.info:
        return 1  # asking for it would decode the picture
    with _quietly():
        try:
            found = image.getexif().get(ExifTags.Base.Orientation, 1)
        except _DAMAGE:
            return 1
    return found if isinstance(found, int) else 1


def _millions(number: int) -> int:
    """Return a number in whole millions."""
    return round(number / 1_000_000)


# -- colours and position -----------------------------------------------------------------------
_WITHOUT_PALETTE: Final = {
    "1": "L", "P": "RGB", "LA": "RGBA", "La": "RGBA", "PA": "RGBA", "RGBa": "RGBA", "RGBX": "RGB",
    "YCbCr": "RGB", "HSV": "RGB",
}  # fmt: skip


def _plain(image: Image.Image) -> Image.Image:
    """Return a picture of mode L, RGB, RGBA, CMYK or LAB: no palette, eight bits a channel."""
    if image.has_transparency_data and image.mode != "RGBA":
        return image.convert("RGBA")
    if image.mode.startswith(("I", "F")):
        return _eight_bits(image)
    return image.convert(_WITHOUT_PALETTE.get(image.mode, image.mode))


def _eight_bits(image: Image.Image) -> Image.Image:
    """Return a grey picture of 16 or 32 bits in eight."""
    deep = image.convert("F")
    _, brightest = deep.getextrema()
    white = max(255.0, 65535.0 if image.mode.startswith("I;16") else float(str(brightest)))
    return deep.point(lambda value: value * (255 / white)).convert("L")


def _drawn(image: Image.Image) -> bool:
    """Whether a picture has a palette or few colours: a logo, not a photo."""
    if image.mode in ("P", "PA", "1"):
        return True
    few = image.mode in ("L", "LA", "RGB", "RGBA")
    return few and image.getcolors(_FLAT_COLOURS) is not None


def _upright(image: Image.Image, orientation: int) -> Image.Image:
    """Return the picture turned as its EXIF orientation says."""
    method = {
        2: Image.Transpose.FLIP_LEFT_RIGHT,
        3: Image.Transpose.ROTATE_180,
        4: Image.Transpose.FLIP_TOP_BOTTOM,
        5: Image.Transpose.TRANSPOSE,
        6: Image.Transpose.ROTATE_270,
        7: Image.Transpose.TRANSVERSE,
        8: Image.Transpose.ROTATE_90,
    }.get(orientation)
    return image if method is None else image.transpose(method)


def _in_srgb(image: Image.Image, profile: Any) -> Image.Image:
    """Return the picture in sRGB or grey, through its own colour profile when it has a foreign one."""
    if profile and not _is_srgb(profile):
        try:
            return _through_profile(image, profile)
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            pass
    if image.mode in ("L", "RGB", "RGBA"):
        return image
    return _from_lab(image) if image.mode == "LAB" else image.convert("RGB")


def _through_profile(image: Image.Image, profile: bytes) -> Image.Image:
    """Return the picture converted from the colours of its profile to sRGB; grey stays grey."""
    if image.mode == "RGBA":
        colours = _through_profile(image.convert("RGB"), profile)
        colours.putalpha(image.getchannel("A"))
        return colours
    converted = _converted(image, ImageCms.ImageCmsProfile(BytesIO(profile)))
    return converted.convert("L") if image.mode == "L" else converted


def _converted(image: Image.Image, source: ImageCms.ImageCmsProfile) -> Image.Image:
    """Return the picture converted from the colours of a profile to sRGB."""
    target = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))
    converted = ImageCms.profileToProfile(image, source, target, outputMode="RGB")
    if converted is None:
        raise ValueError("no conversion")
    return converted


def _from_lab(image: Image.Image) -> Image.Image:
    """Return a picture in CIE L*a*b* as sRGB."""
    return _converted(image, ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")))


def _is_srgb(profile: bytes) -> bool:
    """Whether a colour profile is that of sRGB, by the name it gives itself."""
    try:
        return "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return True


# -- the segments of JPEG and the chunks of PNG -------------------------------------------------
_SOI, _EOI, _SOS, _APP0, _APP14, _COMMENT = 0xD8, 0xD9, 0xDA, 0xE0, 0xEE, 0xFE
_BASELINE: Final = (0xC0, 0xC1, 0xC2)
_MARKER: Final = re.compile(rb"\xff+([^\x00\xd0-\xd7\xff])")


def _fits(image: ImageFile.ImageFile, data: bytes) -> bool:
    """Whether a JPEG can stay as it is, but for its metadata."""
    profile = image.info.get("icc_profile")
    return (
        image.format == "JPEG"
        and image.mode in ("RGB", "L")
        and max(image.size) <= LONGER_SIDE
        and len(data) <= _SMALL_BYTES
        and _orientation(image) == 1
        and (not profile or _is_srgb(profile))
        and image.info.get("adobe_transform", 1) == 1
        and any(marker in _BASELINE for marker, _ in _segments(data))
    )


def _segments(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the marker and the bytes of every segment of a JPEG, coded data with the scan before it.

    Ends after the end of the picture; raises EOFError when that is missing.
    """
    at = 0
    while found := _MARKER.search(data, at):
        start, marker = found.end() - 2, found[1][0]
        end = found.end()
        if marker not in (_SOI, _EOI):
            end += int.from_bytes(data[end : end + 2], "big")
        if marker == _SOS:
            after = _MARKER.search(data, end)
            end = after.start() if after else len(data)
        yield marker, data[start:end]
        if marker == _EOI:
            return
        at = end
    raise EOFError


def _without_metadata(data: bytes) -> bytes:
    """Return a JPEG without the segments that say anything but how to decode it."""
    return b"".join(segment for marker, segment in _segments(data) if not _is_metadata(marker, segment))


def _is_metadata(marker: int, segment: bytes) -> bool:
    """Whether a segment is not needed to decode: application data but JFIF and Adobe, comments."""
    if marker == _APP0:
        return not (segment[4:9] == b"JFIF\0" and len(segment) == 18)
    return marker == _COMMENT or (_APP0 < marker <= 0xEF and marker != _APP14)


def _whole(data: bytes) -> bool:
    """Whether a JPEG or PNG reaches its end; other formats are told when they are decoded."""
    if data.startswith(b"\xff\xd8"):
        return _jpeg_ends(data)
    return not data.startswith(b"\x89PNG") or _png_ends(data)


def _jpeg_ends(data: bytes) -> bool:
    """Whether the mark of the end follows the first scan of a JPEG; coded data never holds it."""
    at = 2
    while found := _MARKER.search(data, at):
        if found[1][0] == _SOS:
            return data.find(b"\xff\xd9", found.end()) >= 0
        at = found.end() + int.from_bytes(data[found.end() : found.end() + 2], "big")
    return False


def _png_ends(data: bytes) -> bool:
    """Whether the chunks of a PNG follow each other up to the last one."""
    at = 8
    while at + 12 <= len(data):
        if data[at + 4 : at + 8] == b"IEND":
            return True
        at += 12 + int.from_bytes(data[at : at + 4], "big")
    return False
