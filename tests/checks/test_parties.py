"""Numbers and addresses as people type them: the sound ones pass, those that cannot be right do not."""

import pytest

from generator import checks
from generator.checks.parties import is_phone, is_registration_number
from tests.checks.examples import example


def found(changes: dict[str, object]) -> list[tuple[str, str]]:
    trip = example(changes)
    return [(one.id, one.place.field) for one in checks.run(trip, trip.source).faults]


@pytest.mark.parametrize("number", ["40000000000", "40003 000 002", "50000000036"])
def test_a_registration_number_has_its_control_digit(number: str) -> None:
    assert is_registration_number(number)


@pytest.mark.parametrize("number", ["", "4000000000", "400000000000", "04000000000", "4000000000a", "Nr. 4"])
def test_anything_else_is_no_registration_number(number: str) -> None:
    assert not is_registration_number(number)


@pytest.mark.parametrize("place", range(11))
@pytest.mark.parametrize("digit", range(1, 10))
def test_one_mistyped_digit_is_always_found(place: int, digit: int) -> None:
    number = list("40000000000")
    number[place] = str((int(number[place]) + digit) % 10)
    assert not is_registration_number("".join(number))


@pytest.mark.parametrize(
    "phone",
    ["65404365", "654 04 365", "6540-4365", "(371) 65404365".replace("(371)", "+371"), "+37165404365",
     "0037165404365", "65404365; 65404366", "+47 22 12 34 56", "65404365, iekšējais 12"],
)  # fmt: skip
def test_phone_numbers_are_typed_in_many_ways(phone: str) -> None:
    assert is_phone(phone)


@pytest.mark.parametrize("phone", ["6540436", "654043655", "+371 6540436", "65404365, 2912345", "112"])
def test_a_digit_too_few_or_too_many_is_no_phone_number(phone: str) -> None:
    assert not is_phone(phone)


@pytest.mark.parametrize("email", ["a@b", "a b@c.lv", "a@b.lv, c@d.lv", "@b.lv", "a@b..lv", "a.b.lv"])
def test_an_address_that_nothing_can_be_sent_to_is_told(email: str) -> None:
    assert found({"project.beneficiary.email": email}) == [("contact.email", "project.beneficiary.email")]


def test_the_registration_number_of_sample_data_need_not_be_anyones() -> None:
    sample = {"project.beneficiary.registration_number": "90000000000", "sample": "Viss ir paraugs."}
    assert found(sample) == []


def test_a_sample_need_not_name_a_signatory_who_does_not_exist() -> None:
    assert found({"report.signature": "electronic", "sample": "Viss ir paraugs."}) == []


def test_a_report_without_an_addressee_goes_under_a_letter_and_is_not_told() -> None:
    assert found({"report.addressees": []}) == []
