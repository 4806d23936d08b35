"""Names that can stand for a file or folder on every system."""

from __future__ import annotations

import re
import unicodedata

_DEVICES = re.compile(r"(con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(\..*)?", re.IGNORECASE)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*\x00-\x1f\ud800-\udfff]')


def is_portable(name: str) -> bool:
    """Return whether a name can stand for a file or folder on every system."""
    return not (
        name in ("", ".", "..")
        or _FORBIDDEN.search(name)
        or len(name.encode()) > 255
        or name[-1] in ". "
        or _DEVICES.fullmatch(name)
    )


def slug(text: str, most: int = 64) -> str:
    """Return a text in ASCII letters, digits and single hyphens, at most `most` of them; it may be empty."""
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:most].strip("-")
