"""Rules of those who write, sign, answer for and receive the report."""

from __future__ import annotations

import datetime as dt
import re
from typing import Final

from generator.checks.rule import Check, Found, information, warning
from generator.errors import N_
from generator.model.records import Project, Report

_STATE_CITIES: Final = dt.date(2021, 7, 1)


def _later_name(project: Project, report: Report) -> Found:
    name = project.beneficiary.name
    if "valstspilsēt" in name.casefold() and report.date < _STATE_CITIES:
        values = {"name": name, "term": "valstspilsēta", "since": _STATE_CITIES, "date": report.date}
        yield warning("beneficiary.name", "project.beneficiary.name", **values)


_WEIGHTS: Final = (9, 1, 4, 8, 3, 10, 2, 5, 7, 6, 1)


def is_registration_number(text: str) -> bool:
    """Return whether a text is a Latvian registration number: eleven digits, weighed, leave 3 of 11.

    >>> is_registration_number("40000000000"), is_registration_number("40000000001")
    (True, False)
    """
    digits = text.replace(" ", "")
    if not re.fullmatch("[0-9]{11}", digits):
        return False
    return sum(weight * int(digit) for weight, digit in zip(_WEIGHTS, digits, strict=True)) % 11 == 3


def _registration_number(project: Project, sample: str | None = None) -> Found:
    """Find a number that cannot be one; the number of a sample need not be anyone's."""
    number = project.beneficiary.registration_number
    if number is not None and sample is None and not is_registration_number(number):
        yield warning(
            "beneficiary.registration-number", "project.beneficiary.registration_number", number=number
        )


_POSTAL_CODE: Final = re.compile(r"\bLV-[0-9]{4}\b")


def _postal_code(project: Project) -> Found:
    address = project.beneficiary.address
    if address is not None and not _POSTAL_CODE.search(address):
        yield warning("beneficiary.postal-code", "project.beneficiary.address", address=address)


def is_phone(text: str) -> bool:
    """Return whether a text may be phone numbers: of eight digits in Latvia, with a code abroad.

    >>> [is_phone(text) for text in ("+371 65404365", "65404365, 29123456", "6540436", "+370 52 123456")]
    [True, True, False, True]
    """
    return all(_is_one_phone(part) for part in re.split("[,;/]", text))


def _is_one_phone(text: str) -> bool:
    if re.search("[^0-9+() \u00a0-]", text):
        return True
    digits = re.sub("[^0-9+]", "", text).replace("+371", "")
    return bool(re.fullmatch(r"[0-9]{8}|\+[0-9]{7,15}|00371[0-9]{8}", digits))


def _phones(project: Project) -> Found:
    for field, party in (("beneficiary", project.beneficiary), ("contact", project.contact)):
        if party is not None and party.phone is not None and not is_phone(party.phone):
            yield warning("contact.phone", f"project.{field}.phone", phone=party.phone)


_EMAIL: Final = re.compile(r"[^\s@,;]+@[^\s@,;.]+(?:\.[^\s@,;.]+)+")


def _emails(project: Project) -> Found:
    for field, party in (("beneficiary", project.beneficiary), ("contact", project.contact)):
        if party is not None and party.email is not None and not _EMAIL.fullmatch(party.email):
            yield warning("contact.email", f"project.{field}.email", email=party.email)


def _nobody_signs(project: Project, report: Report, sample: str | None = None) -> Found:
    """Find a document that names nobody; a sample need not name a person who does not exist."""
    if report.signature == "electronic" and project.signatory.name is None and sample is None:
        yield warning("signature.name", "project.signatory.name", position=project.signatory.position)


def _other_addressee(project: Project, report: Report) -> Found:
    administration = project.administration
    if administration is None or not report.addressees:
        return
    expected = [one.name for one in (administration.institution, administration.cooperation) if one]
    addressees = [one.name for one in report.addressees]
    if not set(expected) & set(addressees):
        values = {"found": ", ".join(addressees), "expected": ", ".join(expected)}
        yield information("report.addressee", "report.addressees", **values)


PARTIES: Final = (
    Check(
        "beneficiary.name",
        N_("The beneficiary has the name of its time: there are state cities from 01.07.2021"),
        "Administratīvo teritoriju un apdzīvoto vietu likums",
        _later_name,
    ),
    Check(
        "beneficiary.registration-number",
        N_("The registration number of the beneficiary has eleven digits and the right control digit"),
        N_("Arithmetic: the control digit of registration numbers"),
        _registration_number,
    ),
    Check(
        "beneficiary.postal-code",
        N_("The address of the beneficiary has its postal code: LV- and four digits"),
        N_("MK 28.09.2010. Nr. 916: the address of the author"),
        _postal_code,
    ),
    Check(
        "contact.phone",
        N_("Phone numbers have eight digits, or the code of their country"),
        N_("The numbering plan of Latvia"),
        _phones,
    ),
    Check(
        "contact.email",
        N_("E-mail addresses are whole: a name, @ and a domain"),
        "RFC 5322, 3.4.1",
        _emails,
    ),
    Check(
        "signature.name",
        N_("A report that is signed electronically names its signatory"),
        "Dokumentu juridiskā spēka likums, 4. pants",
        _nobody_signs,
    ),
    Check(
        "report.addressee",
        N_("The report is addressed to those who administer the sub-activity"),
        N_("The agreement on the project"),
        _other_addressee,
    ),
)
"""The rules of this file, in the order in which they are listed."""
