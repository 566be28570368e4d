"""Lone surrogates and NUL never reach the core."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from bots.core import inbound
from bots.core.inbound import ChoiceMade, CommandInvoked, MessagePosted, Person, ReactionAdded
from bots.core.invalid_characters import replace_in_value
from tests.unit.matrix.syncs import ANNA, Account, event, member, only, text

NOW = datetime(2026, 11, 25, 9, 0, tzinfo=UTC)


@pytest.mark.parametrize(
    ("body", "shown"), [("half \ud83d of it", "half \ufffd of it"), ("\ud83d\ude00", "😀"), ("whole 😀", "whole 😀")]
)
def test_lone_surrogates_become_replacement_characters(body: str, shown: str) -> None:
    """Each lone surrogate becomes a replacement character, and a valid pair becomes its letter."""
    said = text(body)
    value = only(Account().sync_member_list().sync_room(said))
    assert isinstance(value, MessagePosted)
    assert (value.text, value.message, value.person.user) == (shown, said["event_id"], ANNA)
    assert round(value.at.timestamp() * 1000) == said["origin_server_ts"]
    assert inbound.decode(inbound.encode(value)) == value


def test_surrogates_in_names_commands_emoji_and_choices_are_replaced() -> None:
    """Every part of an inbound value can be encoded after lone surrogates are replaced."""
    account = Account().sync_member_list()
    named = only(account.sync_room({**member("@zoe:hs.test", "join"), "state_key": "@zoe:hs.test"}))
    annotation = {"rel_type": "m.annotation", "event_id": "$x", "key": "\udc00"}
    vote = {"m.relates_to": {"event_id": "$x"}, "m.selections": ["\ud800"]}
    found = account.sync_room(
        text("!poll \ud83d?"), event("m.reaction", ANNA, {"m.relates_to": annotation}),
        event("m.poll.response", ANNA, vote),
    )  # fmt: skip
    assert [type(value) for value in found] == [CommandInvoked, ReactionAdded, ChoiceMade]
    for value in (named, *found):
        assert inbound.decode(inbound.encode(value)) == value


def test_nul_becomes_a_replacement_character() -> None:
    """A NUL in a name or a text is replaced, since PostgreSQL stores none; a backslash before letters stays."""
    person = Person(platform="memory", user="@a\0nna", name="An\0na")
    value = replace_in_value(
        MessagePosted(key="k", account="a", room="r", at=NOW, person=person, message="m", text="a\0b \\u0000")
    )
    assert (value.person.user, value.person.name, value.text) == ("@a\ufffdnna", "An\ufffdna", "a\ufffdb \\u0000")
