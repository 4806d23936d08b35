"""The namespaces of the parts, by the prefix they are known by."""

from __future__ import annotations

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
A = "http://schemas.openxmlformats.org/drawingml/2006/main"
PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
WPG = "http://schemas.microsoft.com/office/word/2010/wordprocessingGroup"
WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"

STORY = {"xmlns_w": W, "xmlns_r": R, "xmlns_wp": WP, "xmlns_a": A}
"""What a body, a header or a footer declares once for all that stands in it."""
