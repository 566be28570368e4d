"""Lone surrogates never reach the core."""

from __future__ import annotations

import pytest

from bots.core import inbound
from bots.core.inbound import ChoiceMade, CommandInvoked, MessagePosted, ReactionAdded
from tests.unit.matrix.syncs import ANNA, Account, event, member, only, text


@pytest.mark.parametrize(
    ("body", "shown"), [("half \ud83d of it", "half \ufffd of it"), ("\ud83d\ude00", "😀"), ("whole 😀", "whole 😀")]
)
def test_half_a_letter_becomes_a_replacement_character(body: str, shown: str) -> None:
    """Whole letters stay, two halves become one letter, and the rest of the value stays as it is."""
    said = text(body)
    value = only(Account().settled().joined(said))
    assert isinstance(value, MessagePosted)
    assert (value.text, value.message, value.person.user) == (shown, said["event_id"], ANNA)
    assert round(value.at.timestamp() * 1000) == said["origin_server_ts"]
    assert inbound.decode(inbound.encode(value)) == value


def test_surrogates_in_names_commands_emoji_and_choices_are_replaced() -> None:
    """All parts of a value can be encoded."""
    account = Account().settled()
    named = only(account.joined({**member("@zoe:hs.test", "join"), "state_key": "@zoe:hs.test"}))
    annotation = {"rel_type": "m.annotation", "event_id": "$x", "key": "\udc00"}
    vote = {"m.relates_to": {"event_id": "$x"}, "m.selections": ["\ud800"]}
    found = account.joined(
        text("!poll \ud83d?"), event("m.reaction", ANNA, {"m.relates_to": annotation}),
        event("m.poll.response", ANNA, vote),
    )  # fmt: skip
    assert [type(value) for value in found] == [CommandInvoked, ReactionAdded, ChoiceMade]
    for value in (named, *found):
        assert inbound.decode(inbound.encode(value)) == value
