"""The house's own dataclasses behave as those of the standard library, but for the watch over frozen ones."""

import dataclasses
import inspect
import pickle
from dataclasses import field

import pytest

from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Point:
    """A point."""

    x: int
    y: int = 0


@dataclass(frozen=True, slots=True)
class Name:
    """A class of one field."""

    text: str


@dataclass(frozen=True, slots=True)
class Nothing:
    """A class without fields."""


@dataclass(slots=True)
class Bag:
    """A class whose fields change."""

    things: list[int] = field(default_factory=list)
    secret: str = field(default="s", repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Itself:
    """A class whose objects are equal to themselves alone."""

    x: int = 0


@dataclass(frozen=True, slots=True)
class Own:
    """A class with methods of its own."""

    x: int

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own)

    def __hash__(self) -> int:
        return 7

    def __repr__(self) -> str:
        return "own"


@dataclass(frozen=True, slots=True)
class Farther(Point):
    """A class with a field more than the one it is below."""

    z: int = 5


@dataclass(slots=True, kw_only=True)
class Named:
    """A class whose arguments are named."""

    a: int = 1
    b: int


@dataclass(frozen=True, slots=True)
class Checked:
    """A class that looks at what it is given."""

    x: int

    def __post_init__(self) -> None:
        if self.x < 0:
            raise ValueError("less than nothing")


class Nearer(Point):
    """A class below another one."""


@pytest.mark.parametrize(
    "one", [Point(1), Name("a"), Nothing(), Bag([1]), Farther(1), Named(b=2), Checked(1)]
)
def test_objects_with_equal_fields_are_equal(one):
    same = type(one)(**{each.name: getattr(one, each.name) for each in dataclasses.fields(one)})
    assert one == same
    assert pickle.loads(pickle.dumps(one)) == one
    assert dataclasses.replace(one) == one


@pytest.mark.parametrize("other", [Point(1, 1), Point(2), Nearer(1), Name("1"), 1, (1, 0)])
def test_what_differs_is_not_equal(other):
    assert Point(1) != other


def test_frozen_objects_have_a_hash_and_others_have_none():
    assert len({Point(1), Point(1), Point(2), Name("a"), Name("a"), Nothing(), Nothing()}) == 4
    assert len({Itself(), Itself()}) == 2
    with pytest.raises(TypeError):
        hash(Bag())


def test_objects_are_shown_with_their_fields_but_for_secrets():
    assert repr(Point(1)) == "Point(x=1, y=0)"
    assert repr(Bag([Name("a")])) == "Bag(things=[Name(text='a')])"
    assert repr(Nothing()) == "Nothing()"


def test_methods_that_a_class_defines_are_kept():
    assert Own(1) == Own(2)
    assert hash(Own(1)) == 7
    assert repr(Own(1)) == "own"


def test_slots_hold_nothing_that_is_no_field():
    with pytest.raises(AttributeError):
        Point(1).z = 1


def test_objects_are_made_by_place_by_name_and_by_default():
    assert (Point(1, 2).x, Point(1, 2).y) == (1, 2)
    assert Point(y=2, x=1) == Point(1, 2)
    assert Point(1).y == 0
    assert Farther(1) == Farther(1, 0, 5)
    assert (Named(b=2).a, Named(b=2).b) == (1, 2)
    assert Bag().things is not Bag().things
    with pytest.raises(ValueError, match="nothing"):
        Checked(-1)


@pytest.mark.parametrize("arguments", [(), (1, 2, 3)])
def test_too_few_and_too_many_arguments_are_refused_with_the_name_of_the_class(arguments):
    with pytest.raises(TypeError, match=r"Point\.__init__\(\)"):
        Point(*arguments)
    with pytest.raises(TypeError, match="unexpected keyword argument 'z'"):
        Point(x=1, z=1)


def test_the_signature_is_that_of_the_fields():
    assert str(inspect.signature(Point)) == "(x, y=0)"
    assert Point.__init__.__qualname__ == "Point.__init__"
