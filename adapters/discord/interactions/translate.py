"""Interactions as inbound values: slash commands, the message menu, buttons, selects and modals.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.interactions.app_commands import NOMINATE_COMMAND, AppCommands
from adapters.discord.rendering.components import SELECT_PREFIX, submitted_fields
from adapters.discord.rooms.people import grants_admin, person
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, Person

_SUBCOMMAND, _USER, _MESSAGE_MENU = 1, 6, 3
InteractionValue = CommandInvoked | ButtonPressed | FormSubmitted
Data = Mapping[str, Any]


@dataclass(frozen=True)
class InteractionContext:
    """The parts that all interactions have. `token`: the reference for the answer."""

    account: str
    interaction: discord.Interaction
    token: str

    @property
    def key(self) -> str:
        """The idempotency key."""
        return f"discord:i:{self.interaction.id}"

    @property
    def room(self) -> str:
        """The channel of the interaction."""
        return str(self.interaction.channel_id)

    @property
    def direct(self) -> bool:
        """Whether it happened in a direct message."""
        return self.interaction.guild_id is None

    @property
    def person(self) -> Person:
        """The person. Discord states their permissions in the channel and their language."""
        admin = not self.direct and grants_admin(self.interaction.permissions)
        return person(self.interaction.user, admin=admin, locale=str(self.interaction.locale))

    @property
    def data(self) -> Data:
        """The options or values of the interaction."""
        return self.interaction.data or {}


def translate_interaction(context: InteractionContext, commands: AppCommands) -> InteractionValue | None:
    """Return the value of an interaction; None for one that is none of ours."""
    match context.interaction.type:
        case discord.InteractionType.application_command:
            return _command(context, commands)
        case discord.InteractionType.component:
            return _button_pressed(context)
        case discord.InteractionType.modal_submit:
            return FormSubmitted(
                key=context.key, account=context.account, room=context.room, at=context.interaction.created_at,
                person=context.person, form=str(context.data["custom_id"]),
                fields=submitted_fields(context.data.get("components", ())), token=context.token,
            )  # fmt: skip
    return None


def _command(context: InteractionContext, commands: AppCommands) -> CommandInvoked:
    data = context.data
    if data.get("type") == _MESSAGE_MENU:
        return CommandInvoked(
            key=context.key, account=context.account, room=context.room, at=context.interaction.created_at,
            person=context.person, line=NOMINATE_COMMAND, options={}, token=context.token,
            reply_to=str(data["target_id"]), direct=context.direct,
        )  # fmt: skip
    names, leaf = command_path(data)
    options, mentions = _option_values(leaf, data.get("resolved", {}))
    return CommandInvoked(
        key=context.key, account=context.account, room=context.room, at=context.interaction.created_at,
        person=context.person, line=commands.command_name(names), options=options, mentions=mentions,
        token=context.token, direct=context.direct,
    )  # fmt: skip


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


def _button_pressed(context: InteractionContext) -> ButtonPressed | None:
    button = str(context.data["custom_id"])
    if button.startswith(SELECT_PREFIX):
        button = str((context.data.get("values") or [""])[0])
    if ":" not in button:
        return None
    message = context.interaction.message
    return ButtonPressed(
        key=context.key, account=context.account, room=context.room, at=context.interaction.created_at,
        person=context.person, button=button, message=str(message.id) if message else None, token=context.token,
    )  # fmt: skip
