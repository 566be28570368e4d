"""The options of slash commands have translated names."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from adapters.discord.interactions.app_commands import AppCommands
from bots.commands.declaration import Arg, Command
from bots.features.registry import FEATURES
from bots.i18n import texts
from bots.routing.router import Router

COMMANDS = [command for command in Router(FEATURES).declared_commands if not command.hidden]


def leaves(payload: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    """Yield the options of a command, or of each command in its group."""
    options = payload.get("options", [])
    if any(option["type"] == 1 for option in options):
        for option in options:
            yield option["options"]
    else:
        yield options


def test_options_have_a_name_in_each_language() -> None:
    """A French client shows the French option names, and the untranslated name is the declared one."""
    command = Command(name="poll", args=(Arg(name="question"), Arg(name="close", required=False)))
    options = AppCommands([command]).payloads()[0]["options"]
    assert [(option["name"], option["name_localizations"]["fr"]) for option in options] == [
        ("question", "question"),
        ("close", "clôture"),
    ]


def test_translated_option_names_are_valid() -> None:
    """Discord accepts every translated option name, and the English one is the declared name."""
    for command in COMMANDS:
        for arg in command.args:
            assert texts.words("en", f"argname-{arg.name.replace('_', '-')}") == arg.name.replace("_", "-")
    for payload in AppCommands(COMMANDS).payloads():
        for options in leaves(payload):
            assert all("fr" in option["name_localizations"] for option in options), options


def test_option_names_of_a_command_are_unique() -> None:
    """No two options of a command have the same name in any language, because Discord refuses that."""
    for payload in AppCommands(COMMANDS).payloads():
        for options in leaves(payload):
            for locale in ("", "fr"):
                names = [option["name_localizations"].get(locale, option["name"]) for option in options]
                assert len(names) == len(set(names)), names
