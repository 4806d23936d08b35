"""The order of the Latvian alphabet."""

from __future__ import annotations

import random
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.latvian import LatvianStyle, sort_key
from tests.latvian.tables import rows

ALPHABET = list("aābcčdeēfgģhiyījkķlļmnņoōpqrŗsštuūvwxzž")


def test_letters_sort_in_the_order_of_the_alphabet():
    shuffled = random.Random(3).sample(ALPHABET, len(ALPHABET))
    assert sorted(shuffled, key=sort_key) == ALPHABET


def test_words_sort_in_the_order_of_the_alphabet():
    words = [row[0] for row in rows("alphabet")]
    assert sorted(random.Random(3).sample(words, len(words)), key=sort_key) == words


@pytest.mark.parametrize(
    ("one", "other"),
    [("rīt", "Rīt"), ("Rīt", "rīta"), ("a b", "ab"), ("2", "a"), ("Muler", "Müler"), ("Müler", "Mulera")],
)
def test_spaces_digits_capitals_and_accents_come_in_their_order(one, other):
    assert sort_key(one) < sort_key(other)


def test_long_vowels_may_be_filed_among_the_short():
    style = LatvianStyle(long_vowels="interfiled")
    words = ["Aizpute", "Ādaži", "Auce"]
    assert sorted(words, key=lambda word: sort_key(word, style=style)) == ["Ādaži", "Aizpute", "Auce"]


@given(st.text(), st.text())
def test_different_texts_never_have_the_same_key(one, other):
    if sort_key(one) == sort_key(other):
        assert unicodedata.normalize("NFC", one) == unicodedata.normalize("NFC", other)
