"""Reactions to messages."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

import discord

from adapters.discord.api.rest import JsonObject, RestClient
from adapters.discord.inbound import translate
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Person, Value

REACTIONS = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}"
_NORMAL, _SUPER = 0, 1


class Reactions:
    """Reports the reactions in the rooms of one account."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    def on_changed(self, event: discord.RawReactionActionEvent) -> None:
        """Report a reaction of a person. When somebody removes one, Discord sends only their id."""
        room, people = event.channel_id, self._state.people
        if room not in self._state.rooms or event.user_id == self._state.me:
            return
        self._state.touch(event.message_id)
        head = self._state.unique_head("r", room)
        if event.member is not None and event.guild_id is not None:
            if not event.member.bot:
                who = people.in_channel(event.member, event.member.guild.get_channel_or_thread(room))
                self._state.queues.put(str(room), translate.reaction_changed(head, event, who))
            return

        async def look_up() -> Sequence[Value]:
            who = await people.fetch(self._state.client, event.guild_id, event.user_id, room)
            return () if who.bot else (translate.reaction_changed(head, event, who),)

        self._state.queues.put(str(room), look_up)

    def on_cleared(self, event: discord.RawReactionClearEvent | discord.RawReactionClearEmojiEvent) -> None:
        """Report the remaining reactions of a message after a moderator removed some."""
        room, client = event.channel_id, self._state.client
        if room not in self._state.rooms:
            return
        self._state.touch(event.message_id)

        async def look_up() -> Sequence[Value]:
            channel = client.get_channel(room) or client.get_partial_messageable(room)
            if not isinstance(channel, discord.abc.Messageable):
                return ()
            return (await self.snapshot(RestClient(client), await channel.fetch_message(event.message_id)),)

        self._state.queues.put(str(room), look_up)

    async def snapshot(self, rest: RestClient, message: discord.Message) -> Value:
        """Fetch all current reactions of people to a message."""
        found: dict[tuple[str, str], Person] = {}
        for reaction in message.reactions:
            for user in await self._users(rest, message, reaction):
                who = self._state.people.from_json(user, message.guild, message.channel)
                if not who.bot:
                    found[(who.user, translate.emoji_text(reaction.emoji))] = who
        current = [(who, emoji) for (_, emoji), who in found.items()]
        head = self._state.unique_head("found", message.channel.id)
        return translate.reactions_snapshot(head, str(message.id), current)

    async def _users(self, rest: RestClient, message: discord.Message, reaction: discord.Reaction) -> list[JsonObject]:
        """Fetch the users who react with one emoji, unless only the bot does. Discord lists super reactions apart."""
        emoji = reaction.emoji
        name = emoji if isinstance(emoji, str) else f"{emoji.name}:{emoji.id}"
        ids = {"channel_id": message.channel.id, "message_id": message.id, "emoji": name}
        found: list[JsonObject] = []
        for kind, count in ((_NORMAL, reaction.normal_count - reaction.me), (_SUPER, reaction.burst_count)):
            if count > 0:
                ask = partial(rest.fetch_users, REACTIONS, list, kind=kind, **ids)
                found += await self._state.reading.run(ask, late=True)
        return found
