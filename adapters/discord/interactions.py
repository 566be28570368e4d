"""Interactions as inbound values: slash commands, the message menu, buttons, selects and modals.

https://discord.com/developers/docs/interactions/receiving-and-responding#interaction-object
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

import discord

from adapters.discord.components import PICK, filled
from adapters.discord.declared import NOMINATE, Declared
from adapters.discord.people import holds, person
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, Person

_SUBCOMMAND, _USER, _MESSAGE_MENU = 1, 6, 3
Pressed = CommandInvoked | ButtonPressed | FormSubmitted
Data = Mapping[str, Any]


def translate(
    account: str, declared: Declared, interaction: discord.Interaction, token: str, now: datetime
) -> Pressed | None:
    """What somebody chose to do; None for what is not ours. `token` lets the answer find its way."""
    data: Data = interaction.data or {}
    who = actor(interaction)
    match interaction.type:
        case discord.InteractionType.application_command:
            return _command(account, declared, interaction, data, who, token, now)
        case discord.InteractionType.component:
            return _press(account, interaction, data, who, token, now)
        case discord.InteractionType.modal_submit:
            return FormSubmitted(
                key=f"discord:i:{interaction.id}", account=account, room=str(interaction.channel_id), at=now,
                person=who, form=str(data["custom_id"]), fields=filled(data.get("components", ())), token=token,
            )  # fmt: skip
    return None


def actor(interaction: discord.Interaction) -> Person:
    """Who it was. Discord states their rights in the channel, and their language."""
    admin = interaction.guild_id is not None and holds(interaction.permissions)
    return person(interaction.user, admin=admin, locale=str(interaction.locale))


def _command(
    account: str,
    declared: Declared,
    interaction: discord.Interaction,
    data: Data,
    who: Person,
    token: str,
    now: datetime,
) -> CommandInvoked:
    key, room, direct = f"discord:i:{interaction.id}", str(interaction.channel_id), interaction.guild_id is None
    if data.get("type") == _MESSAGE_MENU:
        return CommandInvoked(
            key=key, account=account, room=room, at=now, person=who, line=NOMINATE, options={}, token=token,
            reply_to=str(data["target_id"]), direct=direct,
        )  # fmt: skip
    names, leaf = path(data)
    options, mentions = _given(leaf, data.get("resolved", {}))
    return CommandInvoked(
        key=key, account=account, room=room, at=now, person=who, line=declared.line(names), options=options,
        mentions=mentions, token=token, direct=direct,
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


def _press(
    account: str, interaction: discord.Interaction, data: Data, who: Person, token: str, now: datetime
) -> ButtonPressed | None:
    pressed = str(data["custom_id"])
    if pressed.startswith(PICK):
        pressed = str((data.get("values") or [""])[0])
    if ":" not in pressed:
        return None
    return ButtonPressed(
        key=f"discord:i:{interaction.id}", account=account, room=str(interaction.channel_id), at=now, person=who,
        button=pressed, message=str(interaction.message.id) if interaction.message else None, token=token,
    )  # fmt: skip
