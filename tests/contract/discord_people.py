"""People in a simulated Discord server (simcord), whose actions reach the bot through discord.py's own code."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
import simcord
from simcord.builders import ChannelHandle
from simcord.components import walk_components
from simcord.results import to_discord_message

Message = discord.Message


class DiscordPerson:
    """A member of the server, in its channels and in direct messages."""

    def __init__(self, env: simcord.Env, guild: simcord.GuildHandle, member: simcord.MemberActor) -> None:
        self.env = env
        self.guild = guild
        self.member = member
        self.user = str(member.id)
        self.name = member.name

    def channel(self, room: str) -> ChannelHandle:
        """Return a room as simcord's handle."""
        return ChannelHandle(self.env, self.guild, self.env.backend.get_channel(int(room)))

    def message(self, room: str, message: str) -> Message:
        """Return a message as discord.py's object."""
        return to_discord_message(self.env, self.env.backend.get_message(int(room), int(message)))

    def is_private(self, room: str) -> bool:
        """Return whether a room is a direct message channel."""
        return self.env.backend.get_channel(int(room)).guild_id is None

    async def say(self, room: str, text: str, *, reply_to: str | None = None) -> str:
        """Post a message and return its id."""
        if self.is_private(room):
            return str((await self.member.user.send_dm(text)).id)
        earlier = self.message(room, reply_to) if reply_to else None
        return str((await self.member.send(self.channel(room), text, reply_to=earlier)).id)

    async def edit(self, room: str, message: str, text: str) -> None:
        """Edit a message."""
        await self.member.edit(self.message(room, message), text)

    async def withdraw(self, room: str, message: str) -> None:
        """Delete a message."""
        await self.member.delete(self.message(room, message))

    async def react(self, room: str, message: str, emoji: str) -> str | None:
        """React, or press the button with that emoji."""
        for button in self.buttons(room, message):
            if button.get("emoji", {}).get("name") == emoji:
                await self.press(room, message, str(button["custom_id"]))
                return None
        await self.member.react(self.message(room, message), emoji)
        return None

    async def unreact(self, room: str, message: str, emoji: str, reaction: str | None) -> None:
        """Remove a reaction."""
        await self.member.unreact(self.message(room, message), emoji)

    async def vote(self, room: str, poll: str, labels: Sequence[str]) -> None:
        """Vote in a native poll, by the answers' labels."""
        stored = self.env.backend.get_message(int(room), int(poll)).poll
        assert stored is not None
        chosen = [answer.answer_id for answer in stored.answers if answer.text in labels]
        await self.member.set_poll_votes(self.message(room, poll), answers=chosen)

    async def enter(self, room: str) -> None:
        """Join the server that the room is in."""
        if not self.is_private(room):
            self.member = self.guild.add_member(self.member.user)

    async def leave(self, room: str) -> None:
        """Leave the server."""
        self.guild.remove_member(self.member)

    async def invite_bot(self) -> str:
        """Mention the bot in a new channel. Return the channel's id."""
        room = self.guild.create_text_channel(f"new-{len(self.guild.channels)}")
        await self.member.send(room, f"<@{self.env.backend.bot_user.id}> come in")
        return str(room.id)

    # What only Discord has

    def buttons(self, room: str, message: str) -> list[dict[str, Any]]:
        """Return the buttons and selects of a message."""
        stored = self.env.backend.get_message(int(room), int(message))
        return [component for component in walk_components(stored.components) if component.get("type") in (2, 3)]

    async def press(self, room: str, message: str, button: str) -> simcord.InteractionResult:
        """Press a button by its id."""
        who = self.member.user if self.is_private(room) else self.member
        found: simcord.InteractionResult = await who.click(self.message(room, message), custom_id=button)
        return found

    async def choose(self, room: str, message: str, labels: Sequence[str]) -> simcord.InteractionResult:
        """Choose from the list below a message, by the options' labels."""
        shown = next(one for one in self.buttons(room, message) if one.get("type") == 3)
        values = [option["value"] for option in shown["options"] if option["label"] in labels]
        return await self.member.select(self.message(room, message), values, custom_id=shown["custom_id"])

    async def command(self, room: str, line: str, /, **options: Any) -> simcord.InteractionResult:
        """Use a slash command."""
        if self.is_private(room):
            found: simcord.InteractionResult = await self.member.user.slash(line, **options)
            return found
        return await self.member.slash(self.channel(room), line, **options)
