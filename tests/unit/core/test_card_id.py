"""Ids of cards and buttons."""

import pytest

from bots.core.card_id import ButtonId, CardId


@pytest.mark.parametrize(
    ("text", "card"), [("poll:17", CardId("poll", "17")), ("list:a:b", CardId("list", "a:b")), ("x", CardId("x", ""))]
)
def test_a_card_id_is_split_at_its_first_colon(text: str, card: CardId) -> None:
    """A card id splits into kind and key at its first colon."""
    assert CardId.parse(text) == card


@pytest.mark.parametrize(
    ("text", "button"),
    [
        ("poll:17:2", ButtonId("poll", "17", "2")),
        ("form:poll close", ButtonId("form", "poll close")),
        ("a:b:c:d", ButtonId("a", "b", "c:d")),
        ("", ButtonId("", "")),
    ],
)
def test_a_button_id_is_split_at_its_first_two_colons(text: str, button: ButtonId) -> None:
    """A button id splits into kind, key and choice at its first two colons."""
    assert ButtonId.parse(text) == button


def test_ids_are_stored_as_text() -> None:
    """The text of an id joins its parts with colons."""
    assert [str(CardId("poll", "17")), str(ButtonId("poll", "17", "2")), str(ButtonId("form", "poll"))] == [
        "poll:17", "poll:17:2", "form:poll",
    ]  # fmt: skip
