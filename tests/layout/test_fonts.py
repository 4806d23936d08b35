"""What the shipped faces hold."""

from generator.layout.fonts import FACES, FAMILY, USUAL, advances


def test_every_face_holds_the_usual_characters() -> None:
    assert all(set(advances(FAMILY, face)) >= USUAL for face in FACES)
