"""Reactions to messages."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

import discord

from adapters.discord.api.pages import User, fetch_all_users
from adapters.discord.api.rest import RestClient
from adapters.discord.inbound import translate
from adapters.discord.rooms.member_lookup import fetch_person, person_from_json
from adapters.discord.rooms.people import person
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import Person, Value

REACTIONS = "/channels/{channel_id}/messages/{message_id}/reactions/{emoji}"
_NORMAL, _SUPER = 0, 1


class Reactions:
    """Reports the reactions in the rooms of one account."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    def on_changed(self, client: discord.Client, event: discord.RawReactionActionEvent) -> None:
        """Report a reaction of a person. When somebody removes one, Discord sends only their id."""
        me = client.user
        if event.channel_id not in self._state.rooms or (me is not None and event.user_id == me.id):
            return
        room, key, now = str(event.channel_id), self._state.new_key("r"), datetime.now(UTC)
        account = self._state.account
        if event.member is not None and event.guild_id is not None:
            if not event.member.bot:
                channel = event.member.guild.get_channel_or_thread(event.channel_id)
                who = person(event.member, admin=self._state.admins.is_admin(event.member, channel))
                self._state.queues.put(room, translate.reaction_changed(account, key, event, who, now))
            return

        async def look_up() -> Sequence[Value]:
            who = await fetch_person(client, self._state, event.guild_id, event.user_id, event.channel_id)
            return () if who.bot else (translate.reaction_changed(account, key, event, who, now),)

        self._state.queues.put(room, look_up)

    def on_cleared(self, client: discord.Client, room: int, message: int) -> None:
        """Report the remaining reactions of a message after a moderator removed some."""
        if room not in self._state.rooms:
            return

        async def look_up() -> Sequence[Value]:
            channel = client.get_channel(room) or client.get_partial_messageable(room)
            if not isinstance(channel, discord.abc.Messageable):
                return ()
            return (await self.snapshot(RestClient(client), await channel.fetch_message(message)),)

        self._state.queues.put(str(room), look_up)

    async def snapshot(self, rest: RestClient, message: discord.Message) -> Value:
        """Fetch all current reactions of people to a message."""
        found: dict[tuple[str, str], Person] = {}
        for reaction in message.reactions:
            for user in await _users(rest, message, reaction):
                who = person_from_json(user, message.guild, message.channel, self._state)
                if not who.bot:
                    found[(who.user, translate.emoji_text(reaction.emoji))] = who
        current = [(who, emoji) for (_, emoji), who in found.items()]
        key = self._state.new_key("found")
        return translate.reactions_snapshot(self._state.account, key, message, current, datetime.now(UTC))


async def _users(rest: RestClient, message: discord.Message, reaction: discord.Reaction) -> list[User]:
    """Fetch the users who react with one emoji. Discord lists super reactions by themselves."""
    emoji = reaction.emoji
    name = emoji if isinstance(emoji, str) else f"{emoji.name}:{emoji.id}"
    ids = {"channel_id": message.channel.id, "message_id": message.id, "emoji": name}
    found: list[User] = []
    for kind, count in ((_NORMAL, reaction.normal_count), (_SUPER, reaction.burst_count)):
        if count:
            found += await fetch_all_users(rest, REACTIONS, list, kind=kind, **ids)
    return found
