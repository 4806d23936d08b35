"""A photo once: reduced, upright, in plain colours, without metadata; the same content once."""

from __future__ import annotations

import hashlib
import os
import threading
from collections import OrderedDict
from collections.abc import Iterable
from contextlib import suppress
from io import BytesIO
from itertools import islice
from multiprocessing import parent_process
from pathlib import Path
from typing import Final

from PIL import Image, ImageFile

from generator.errors import BadValue
from generator.images.colours import in_srgb, is_drawn, is_srgb, plain_mode, upright
from generator.images.containers import BASELINE, segments, without_metadata
from generator.images.keeping import Keep
from generator.images.opening import DAMAGE, inspect, opened, orientation
from generator.images.picture import Picture, PictureFile

LONGER_SIDE: Final = 1300
"""Pixels of the longer side after reduction: 220 dpi at 15 cm."""

_QUALITY: Final = 85
_SETTINGS_VERSION: Final = 1
"""Grows with every change in how pictures are prepared, so that what was kept is prepared anew."""
_SMALL_BYTES: Final = 1_000_000
_REMEMBERED: Final = 64
_THREADS: Final = min(os.cpu_count() or 1, 4)
_PREPARED: Final[OrderedDict[bytes, Picture]] = OrderedDict()
_PREPARED_LOCK: Final = threading.Lock()
_KEEPS: Final[list[Keep]] = []


def keep_in(folder: Path | None) -> None:
    """Let this process keep the photos it reduces in a folder, and take from it those that are there.

    None, as at first: each process reduces its own.
    """
    settings = f"{_SETTINGS_VERSION} {LONGER_SIDE} {_QUALITY}"
    if [(one.folder, one.settings) for one in _KEEPS] != [(folder, settings)]:
        _KEEPS[:] = [] if folder is None else [Keep(folder, settings)]


def prepare(data: bytes) -> Picture:
    """Return the picture as the documents carry it; the same content is prepared once.

    Upright, at most 1300 pixels on the longer side, sRGB or grey, first frame only, without
    metadata. Photos are JPEG; drawings in few colours and pictures with transparency are PNG. A
    JPEG that already fits keeps its compressed data. Raises BadValue as `inspect` does, and
    `picture.damaged` when the picture cannot be decoded.
    """
    key = _key(data)
    with _PREPARED_LOCK:
        if key in _PREPARED:
            _PREPARED.move_to_end(key)
            return _PREPARED[key]
    picture = _kept(key, data)
    with _PREPARED_LOCK:
        _PREPARED[key] = picture
        while len(_PREPARED) > _REMEMBERED:
            _PREPARED.popitem(last=False)
    return picture


def prepare_ahead(files: Iterable[bytes]) -> None:
    """Prepare several pictures at once, so that `prepare` has them; what is wrong with one it will say.

    Pillow lets other threads run while it decodes and reduces, so that on two idle cores two photos of
    12 million pixels take half of the time. Threads are made only for pictures that are new, and not
    in the workers of a batch: there is one for each core, and threads would only take memory (10 MB).
    """
    with _PREPARED_LOCK:
        fresh = {key: data for data in files if (key := _key(data)) not in _PREPARED}
    if len(fresh) > 1 and parent_process() is None:
        from concurrent.futures import ThreadPoolExecutor

        with ThreadPoolExecutor(_THREADS) as pool:
            list(pool.map(_try, islice(fresh.values(), _REMEMBERED)))


def _try(data: bytes) -> None:
    with suppress(BadValue):
        prepare(data)


def _key(data: bytes) -> bytes:
    return data.digest if isinstance(data, PictureFile) else hashlib.sha256(data).digest()


def _kept(key: bytes, data: bytes) -> Picture:
    """Return the picture as it was reduced before, else prepared anew; what took long is kept."""
    for keep in _KEEPS:
        if (found := keep.find(key)) is not None:
            return found
    picture = _prepared(data)
    for keep in _KEEPS if _takes_long(data) else ():
        keep.add(key, picture)
    return picture


def _takes_long(data: bytes) -> bool:
    """Whether a picture has to be reduced."""
    header = inspect(data)
    return len(data) > _SMALL_BYTES or max(header.width, header.height) > LONGER_SIDE


def _prepared(data: bytes) -> Picture:
    """Return the picture, prepared anew."""
    inspect(data)
    image = opened(data)
    try:
        if _fits(image, data):
            picture = Picture(without_metadata(data), "jpeg", *image.size)
            _decode(image)
            return picture
        return _encoded(image, data)
    except DAMAGE:
        raise BadValue("picture.damaged") from None


def _decode(image: ImageFile.ImageFile) -> None:
    """Read all data of a JPEG as small as can be, to know that they can be read."""
    image.draft(image.mode, (1, 1))
    image.load()


def _encoded(image: ImageFile.ImageFile, data: bytes) -> Picture:
    """Return the picture reduced, upright, in sRGB or grey, and encoded without metadata."""
    profile = image.info.get("icc_profile")
    drawn = image.format != "JPEG" and is_drawn(image)
    plain: Image.Image = image if image.format == "JPEG" else plain_mode(image)
    plain.thumbnail((LONGER_SIDE, LONGER_SIDE), Image.Resampling.BICUBIC, reducing_gap=1.5)
    plain = in_srgb(upright(plain, orientation(image)), profile)
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


def _fits(image: ImageFile.ImageFile, data: bytes) -> bool:
    """Whether a JPEG can stay as it is, but for its metadata."""
    profile = image.info.get("icc_profile")
    return (
        image.format == "JPEG"
        and image.mode in ("RGB", "L")
        and max(image.size) <= LONGER_SIDE
        and len(data) <= _SMALL_BYTES
        and orientation(image) == 1
        and (not profile or is_srgb(profile))
        and image.info.get("adobe_transform", 1) == 1
        and any(marker in BASELINE for marker, _ in segments(data))
    )
