"""Latvian: money, words, dates, cases, typography, sorting, and readers of typed text.

Pure functions; every open choice is a field of `LatvianStyle`, taken as `style=`.
"""

from generator.latvian.agreement import agree
from generator.latvian.collation import sort_key, surname_key
from generator.latvian.currency import currency_sign, format_money, money_in_words
from generator.latvian.dates import format_date, format_period, format_time
from generator.latvian.directions import from_place, in_place, to_place
from generator.latvian.inflection import Inflection, decline, inflect
from generator.latvian.numbers import format_number, format_percent
from generator.latvian.prepositions import after
from generator.latvian.quotes import quoted
from generator.latvian.reading import read_amount, read_date, read_decimal, read_integer, read_time
from generator.latvian.spellout import number_in_words, ordinal_in_words
from generator.latvian.style import LatvianStyle
from generator.latvian.typography import typeset

__all__ = [
    "Inflection",
    "LatvianStyle",
    "after",
    "agree",
    "currency_sign",
    "decline",
    "format_date",
    "format_money",
    "format_number",
    "format_percent",
    "format_period",
    "format_time",
    "from_place",
    "in_place",
    "inflect",
    "money_in_words",
    "number_in_words",
    "ordinal_in_words",
    "quoted",
    "read_amount",
    "read_date",
    "read_decimal",
    "read_integer",
    "read_time",
    "sort_key",
    "surname_key",
    "to_place",
    "typeset",
]
