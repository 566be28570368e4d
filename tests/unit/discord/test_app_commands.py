"""Declared commands as Discord takes them."""

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
    """All options below a command."""
    for option in payload.get("options", ()):
        yield option
        yield from options(option)


def test_all_fit_discords_limits() -> None:
    """At most 100 commands, 25 options, names of 32 small letters, descriptions of 100, required options first."""
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


def test_a_bare_command_stands_in_its_group() -> None:
    """`poll` is `/poll open` on Discord, and comes back as `poll`."""
    declared = AppCommands(COMMANDS)
    assert declared.command_name(["poll", "open"]) == "poll"
    assert declared.command_name(["poll", "close"]) == "poll close"
    assert declared.command_name(["setup"]) == "setup"
    assert declared.argument(["poll", "close"], "number") is not None


def test_the_fingerprint_follows_what_is_told() -> None:
    """Equal declarations are told once; a changed one is told again."""
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
def test_what_is_written_may_be_left_out(arg: Arg, required: bool) -> None:
    """A form asks for it then; what is picked from a list, Discord asks for."""
    option = AppCommands([Command(name="help", args=(arg,))]).payloads()[0]["options"][0]
    assert option["required"] is required


def test_no_two_siblings_share_a_name() -> None:
    """In no language: Discord would refuse all commands."""
    payloads = AppCommands(COMMANDS).payloads()
    for siblings in (payloads, *(payload.get("options", []) for payload in payloads)):
        for locale in ("", "fr"):
            names = [one.get("name_localizations", {}).get(locale, one["name"]) for one in siblings]
            assert len(names) == len(set(names)), names
