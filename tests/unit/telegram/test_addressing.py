"""Commands in other spellings, and messages that mention the bot."""

from __future__ import annotations

import unicodedata
from typing import Literal

import pytest

from bots.commands.declaration import index_by_name
from bots.commands.localization import index_by_localized_name
from bots.core.inbound import CommandInvoked, MessagePosted
from bots.features.registry import FEATURES
from bots.routing.router import Router
from tests.unit.telegram.updates import message, only, state, translate_update

COMMANDS = Router(FEATURES).declared_commands


@pytest.mark.parametrize("form", ["NFC", "NFD"])
@pytest.mark.parametrize(
    "text", ["/événement Potluck", "/évènement Potluck", "/Evenement Potluck", "/prüfen", "/pruefen"]
)
def test_command_with_accents_is_ours_in_a_group(text: str, form: Literal["NFC", "NFD"]) -> None:
    """A command with accents is one of ours, also in the spelling of 1990 and with separate accents."""
    there = state()
    there.commands = {**index_by_localized_name(COMMANDS), **index_by_name(COMMANDS)}
    said = translate_update(message(text=unicodedata.normalize(form, text)), adapter_state=there)
    assert isinstance(said[-1], CommandInvoked)


def test_mention_addresses_the_bot() -> None:
    """A message with the bot's username addresses it; one with another's does not."""
    for name, addressed in (("@glocal_bot", True), ("@Glocal_Bot", True), ("@another", False)):
        mention = {"type": "mention", "offset": 3, "length": len(name)}
        posted = only(MessagePosted, translate_update(message(text=f"hi {name}", entities=[mention])))
        assert posted.addressed is addressed
