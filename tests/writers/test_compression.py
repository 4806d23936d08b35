"""Deflate as both writers use it: bytes that depend on nothing but the content, which any zlib can read."""

from __future__ import annotations

import zlib
from hashlib import sha256

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.writers.compression import KEPT, QUICK, deflated, framed

TEXT = "".join(
    f"<w:t>Ābols {number * 7919 % 1000}, bumbieris un plūme.</w:t>" for number in range(3000)
).encode()


@given(st.binary())
@pytest.mark.parametrize("level", [KEPT, QUICK])
def test_zlib_reads_what_was_compressed(level: int, content: bytes) -> None:
    assert zlib.decompress(framed(content, level)) == content
    assert zlib.decompress(deflated(content, level), -zlib.MAX_WBITS) == content


@pytest.mark.parametrize(
    ("level", "digest"),
    [
        (KEPT, "66b5e168d79f7a3df7c8657ab5b7ffa39383696f0a7876b8a2eae28fbb53ab1f"),
        (QUICK, "144848f0087a2cbf00367ab26c0437a0e1fa8f8b8018c2da2c2bf7063f994cd9"),
    ],
)
def test_the_bytes_are_the_same_on_every_machine(level: int, digest: str) -> None:
    """Another version of the library may give another digest: then every document changes."""
    assert sha256(deflated(TEXT, level)).hexdigest() == digest
