"""Colours and position: eight bits, sRGB or grey, upright."""

from __future__ import annotations

from io import BytesIO
from typing import Any, Final

from PIL import Image, ImageCms

_FLAT_COLOURS: Final = 64

_WITHOUT_PALETTE: Final = {
    "1": "L", "P": "RGB", "LA": "RGBA", "La": "RGBA", "PA": "RGBA", "RGBa": "RGBA", "RGBX": "RGB",
    "YCbCr": "RGB", "HSV": "RGB",
}  # fmt: skip


def plain_mode(image: Image.Image) -> Image.Image:
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


def is_drawn(image: Image.Image) -> bool:
    """Whether a picture has a palette or few colours: a logo, not a photo."""
    if image.mode in ("P", "PA", "1"):
        return True
    few = image.mode in ("L", "LA", "RGB", "RGBA")
    return few and image.getcolors(_FLAT_COLOURS) is not None


def upright(image: Image.Image, orientation: int) -> Image.Image:
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


def in_srgb(image: Image.Image, profile: Any) -> Image.Image:
    """Return the picture in sRGB or grey, through its own colour profile when it has a foreign one."""
    if profile and not is_srgb(profile):
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


def is_srgb(profile: bytes) -> bool:
    """Whether a colour profile is that of sRGB, by the name it gives itself."""
    try:
        return "sRGB" in ImageCms.getProfileDescription(ImageCms.ImageCmsProfile(BytesIO(profile)))
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return True
