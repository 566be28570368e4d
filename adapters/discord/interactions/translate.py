"""Interactions as inbound values: slash commands, the message menu, buttons, selects and modals.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import discord

from adapters.discord.interactions.app_commands import NOMINATE, Declared
from adapters.discord.rendering.components import PICK, filled
from adapters.discord.rooms.people import holds, person
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, Person

_SUBCOMMAND, _USER, _MESSAGE_MENU = 1, 6, 3
Pressed = CommandInvoked | ButtonPressed | FormSubmitted
Data = Mapping[str, Any]


@dataclass(frozen=True)
class Act:
    """What all interactions have. `token` lets the answer find its way."""

    account: str
    interaction: discord.Interaction
    token: str

    @property
    def key(self) -> str:
        """Discord gives each an id."""
        return f"discord:i:{self.interaction.id}"

    @property
    def room(self) -> str:
        """Where it happened."""
        return str(self.interaction.channel_id)

    @property
    def direct(self) -> bool:
        """Whether it happened in a talk with the bot."""
        return self.interaction.guild_id is None

    @property
    def person(self) -> Person:
        """Who it was. Discord states their rights in the channel, and their language."""
        admin = not self.direct and holds(self.interaction.permissions)
        return person(self.interaction.user, admin=admin, locale=str(self.interaction.locale))

    @property
    def data(self) -> Data:
        """What was chosen."""
        return self.interaction.data or {}


def translate_interaction(act: Act, declared: Declared) -> Pressed | None:
    """What somebody chose to do; None for what is not ours."""
    match act.interaction.type:
        case discord.InteractionType.application_command:
            return _command(act, declared)
        case discord.InteractionType.component:
            return _press(act)
        case discord.InteractionType.modal_submit:
            return FormSubmitted(
                key=act.key, account=act.account, room=act.room, at=act.interaction.created_at, person=act.person,
                form=str(act.data["custom_id"]), fields=filled(act.data.get("components", ())), token=act.token,
            )  # fmt: skip
    return None


def _command(act: Act, declared: Declared) -> CommandInvoked:
    data = act.data
    if data.get("type") == _MESSAGE_MENU:
        return CommandInvoked(
            key=act.key, account=act.account, room=act.room, at=act.interaction.created_at, person=act.person,
            line=NOMINATE, options={}, token=act.token, reply_to=str(data["target_id"]), direct=act.direct,
        )  # fmt: skip
    names, leaf = path(data)
    options, mentions = _given(leaf, data.get("resolved", {}))
    return CommandInvoked(
        key=act.key, account=act.account, room=act.room, at=act.interaction.created_at, person=act.person,
        line=declared.line(names), options=options, mentions=mentions, token=act.token, direct=act.direct,
    )  # fmt: skip


def path(data: Data) -> tuple[list[str], Sequence[Data]]:
    """The words of the command's name, and the options that were filled in."""
    names, options = [str(data["name"])], data.get("options", ())
    while options and options[0]["type"] in (_SUBCOMMAND, _SUBCOMMAND + 1):
        names.append(str(options[0]["name"]))
        options = options[0].get("options", ())
    return names, options


def _given(options: Sequence[Data], resolved: Data) -> tuple[dict[str, str], tuple[str, ...]]:
    """What was typed, by option; a person by the name that is shown, and by id beside."""
    values: dict[str, str] = {}
    mentions: list[str] = []
    for option in options:
        given = str(option["value"])
        if option["type"] == _USER:
            mentions.append(given)
            given = _name(given, resolved)
        values[str(option["name"])] = given
    return values, tuple(mentions)


def _name(user: str, resolved: Data) -> str:
    member, found = resolved.get("members", {}).get(user, {}), resolved.get("users", {}).get(user, {})
    return str(member.get("nick") or found.get("global_name") or found.get("username") or user)


def _press(act: Act) -> ButtonPressed | None:
    pressed = str(act.data["custom_id"])
    if pressed.startswith(PICK):
        pressed = str((act.data.get("values") or [""])[0])
    if ":" not in pressed:
        return None
    message = act.interaction.message
    return ButtonPressed(
        key=act.key, account=act.account, room=act.room, at=act.interaction.created_at, person=act.person,
        button=pressed, message=str(message.id) if message else None, token=act.token,
    )  # fmt: skip
