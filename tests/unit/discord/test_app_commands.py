"""Declared commands become Discord's application commands."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from adapters.discord.interactions.app_commands import AppCommands
from bots.commands.declaration import Arg, Command
from bots.features.registry import FEATURES
from bots.routing.router import Router

COMMANDS = Router(FEATURES).declared_commands


def options(payload: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Yield all options of a command."""
    for option in payload.get("options", ()):
        yield option
        yield from options(option)


def test_all_commands_keep_discords_limits() -> None:
    """Commands, options, names and descriptions keep Discord's limits, and required options come first."""
    payloads = AppCommands(COMMANDS).payloads()
    assert len(payloads) <= 100
    for payload in payloads:
        for one in [payload, *options(payload)]:
            names = [one["name"], *one.get("name_localizations", {}).values()]
            assert all(0 < len(name) <= 32 for name in names)
            assert one.get("type") == 3 or all(name == name.lower() for name in names), names
            said = [one.get("description", "x"), *one.get("description_localizations", {}).values()]
            assert all(0 < len(words) <= 100 for words in said), said
            assert len(one.get("options", ())) <= 25
            needed = [option.get("required", False) for option in one.get("options", ())]
            assert needed == sorted(needed, reverse=True)


def test_default_command_of_a_group_is_a_subcommand() -> None:
    """`poll` is `/poll open` on Discord, and its interaction means `poll` again."""
    declared = AppCommands(COMMANDS)
    assert declared.command_name(["poll", "open"]) == "poll"
    assert declared.command_name(["poll", "close"]) == "poll close"
    assert declared.command_name(["setup"]) == "setup"
    assert declared.argument(["poll", "close"], "number") is not None


def test_the_fingerprint_changes_with_the_commands() -> None:
    """Equal declarations have the same fingerprint and changed ones have another."""
    one = Command(name="help", args=(Arg(name="command", required=False),))
    other = Command(name="help", args=(Arg(name="command", required=False, choices=("on",)),))
    assert AppCommands([one]).fingerprint() == AppCommands([one]).fingerprint()
    assert AppCommands([one]).fingerprint() != AppCommands([other]).fingerprint()


@pytest.mark.parametrize(
    ("arg", "required"),
    [
        (Arg(name="command", suggests="polls"), True),
        (Arg(name="command", choices=("on", "off")), True),
        (Arg(name="command"), False),
        (Arg(name="command", suggests="polls", required=False), False),
    ],
)
def test_only_choices_from_a_list_are_required(arg: Arg, required: bool) -> None:
    """Only options with a list of choices are required, because a form asks for the others."""
    option = AppCommands([Command(name="help", args=(arg,))]).payloads()[0]["options"][0]
    assert option["required"] is required


def test_command_names_of_a_group_are_unique() -> None:
    """No two commands of a group have the same name in any language, because Discord refuses that."""
    payloads = AppCommands(COMMANDS).payloads()
    for siblings in (payloads, *(payload.get("options", []) for payload in payloads)):
        for locale in ("", "fr"):
            names = [one.get("name_localizations", {}).get(locale, one["name"]) for one in siblings]
            assert len(names) == len(set(names)), names


def test_administration_is_hidden_from_members() -> None:
    """Discord shows members no command that only administrators may use; all others it shows to everybody."""
    payloads = {one["name"]: one.get("default_member_permissions") for one in AppCommands(COMMANDS).payloads()}
    assert payloads["setup"] == "16", "to manage channels"
    assert payloads["poll"] is payloads["event"] is payloads["help"] is payloads["connector"] is None
