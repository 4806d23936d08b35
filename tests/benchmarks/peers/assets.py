"""Where the peers find what all of them use: fonts, the emblem, templates made beforehand."""

from __future__ import annotations

from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).parents[3]
HERE: Final = Path(__file__).parent
HOME: Final = ROOT / ".bench"
FONTS: Final = ROOT / "templates" / "fonts"
EMBLEM: Final = HOME / "emblem.png"
TEMPLATES: Final = HOME / "templates"

PHOTO_WIDTH: Final = 150
"""Millimetres: as wide as our documents print a photo of 4:3."""
EMBLEM_HEIGHT: Final = 20
"""Millimetres."""
