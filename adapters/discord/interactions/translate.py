"""Interactions as inbound values: slash commands, the message menu, buttons, selects and modals.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import discord

from adapters.discord.interactions.app_commands import MENU_COMMANDS, AppCommands
from adapters.discord.rendering.components import MENU_PREFIX, SELECT_PREFIX, submitted_fields
from adapters.discord.rooms.people import grants_admin, person
from adapters.discord.rooms.state import Head
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, Person, Value

_SUBCOMMAND, _USER, _MESSAGE_MENU = 1, 6, 3
Data = Mapping[str, Any]


class InteractionHead(Head):
    """The fields that all values of interactions have. `token`: the reference for the answer."""

    person: Person
    token: str


def translate_interaction(
    account: str, interaction: discord.Interaction, token: str, commands: AppCommands
) -> Value | None:
    """Return the value of an interaction; None for an interaction that isn't ours.

    Discord states the person's permissions in the channel, and their language.
    """
    direct = interaction.guild_id is None
    admin = not direct and grants_admin(interaction.permissions)
    head = InteractionHead(
        key=f"{account}:i:{interaction.id}", account=account, room=str(interaction.channel_id),
        at=interaction.created_at, token=token,
        person=person(interaction.user, admin=admin, locale=str(interaction.locale)),
    )  # fmt: skip
    data: Data = interaction.data or {}
    match interaction.type:
        case discord.InteractionType.application_command:
            return _command(head, data, commands, direct=direct)
        case discord.InteractionType.component:
            return _button_pressed(head, data, interaction.message)
        case discord.InteractionType.modal_submit:
            fields = submitted_fields(data.get("components", ()))
            return FormSubmitted(**head, form=str(data["custom_id"]), fields=fields)
    return None


def _command(head: InteractionHead, data: Data, commands: AppCommands, *, direct: bool) -> CommandInvoked:
    if data.get("type") == _MESSAGE_MENU:
        target = str(data["target_id"])
        line = MENU_COMMANDS.get(str(data.get("name")), "highlight")
        return CommandInvoked(**head, line=line, options={}, reply_to=target, direct=direct)
    names, leaf = command_path(data)
    options, mentions = _option_values(leaf, data.get("resolved", {}))
    line = commands.command_name(names)
    return CommandInvoked(**head, line=line, options=options, mentions=mentions, direct=direct)


def command_path(data: Data) -> tuple[list[str], Sequence[Data]]:
    """Return the words of the command's name, and the options with a value."""
    names, options = [str(data["name"])], data.get("options", ())
    while options and options[0]["type"] in (_SUBCOMMAND, _SUBCOMMAND + 1):
        names.append(str(options[0]["name"]))
        options = options[0].get("options", ())
    return names, options


def _option_values(options: Sequence[Data], resolved: Data) -> tuple[dict[str, str], tuple[str, ...]]:
    """Return the values by option, and the ids of people. The value of a person is their name."""
    values: dict[str, str] = {}
    mentions: list[str] = []
    for option in options:
        value = str(option["value"])
        if option["type"] == _USER:
            mentions.append(value)
            value = _user_name(value, resolved)
        values[str(option["name"])] = value
    return values, tuple(mentions)


def _user_name(user_id: str, resolved: Data) -> str:
    member, user = resolved.get("members", {}).get(user_id, {}), resolved.get("users", {}).get(user_id, {})
    return str(member.get("nick") or user.get("global_name") or user.get("username") or user_id)


def _button_pressed(head: InteractionHead, data: Data, message: discord.Message | None) -> ButtonPressed | None:
    button = str(data["custom_id"])
    if button.startswith(SELECT_PREFIX):
        button = str((data.get("values") or [""])[0])
    elif button.startswith(MENU_PREFIX):
        button = f"{button.removeprefix(MENU_PREFIX)}:{','.join(map(str, data.get('values') or ()))}"
    if ":" not in button:
        return None
    return ButtonPressed(**head, button=button, message=str(message.id) if message else None)
