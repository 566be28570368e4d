"""Votes in native polls and interest in scheduled events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import discord

from adapters.discord.known import Known
from adapters.discord.people import person
from adapters.discord.rest import Rest
from bots.core.inbound import ChoiceMade, Person, Value

INTERESTED = ("interested",)
_MOST_VOTERS = 100


def option_of(answer: int) -> str:
    """Our id of a poll's answer: its place. Discord counts from one."""
    return str(answer - 1)


class Votes:
    """What people choose outside of our buttons, in one account."""

    def __init__(self, known: Known) -> None:
        self._known = known

    def cast(self, client: discord.Client, event: discord.RawPollVoteActionEvent, *, added: bool) -> None:
        """One vote, or one taken back. Of several choices, Discord tells each by itself."""
        if event.channel_id not in self._known.rooms:
            return
        room, key, now = str(event.channel_id), self._known.key("v"), datetime.now(UTC)
        message, option = str(event.message_id), option_of(event.answer_id)

        async def find() -> Sequence[Value]:
            who = await someone(client, self._known, event.guild_id, event.user_id, event.channel_id)
            return (self._choice(key, room, now, who, message, (option,) if added else ()),)

        self._known.lanes.put(room, find)

    def _choice(
        self, key: str, room: str, at: datetime, who: Person, message: str, choices: tuple[str, ...]
    ) -> ChoiceMade:
        return ChoiceMade(
            key=key, account=self._known.account, room=room, at=at, person=who, message=message, choices=choices
        )

    def interest(self, event: discord.ScheduledEvent, user: discord.User, *, added: bool) -> None:
        """Somebody marks one of our events, or no longer."""
        guild = event.guild
        if guild is None or event.creator_id != guild.me.id:
            return
        member = guild.get_member(user.id) or user
        for place in self._known.in_guild(guild)[:1]:
            who = person(member, admin=self._known.managers.of(member, place))
            room, key = str(place.id), self._known.key("g")
            value = self._choice(key, room, datetime.now(UTC), who, str(event.id), INTERESTED if added else ())
            self._known.lanes.put(room, value)

    async def missed(self, rest: Rest, message: discord.Message) -> list[Value]:
        """The votes that stand in a poll of ours; each counts once, whenever it was cast."""
        poll, room = message.poll, str(message.channel.id)
        if poll is None or poll.is_finalised():
            return []
        found: list[Value] = []
        for answer in poll.answers:
            path = "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}"
            ids = {"channel_id": message.channel.id, "message_id": message.id, "answer_id": answer.id}
            voters = (await rest.ask("GET", path, params={"limit": _MOST_VOTERS}, **ids))["users"]
            option = option_of(answer.id)
            for voter in voters:
                key = f"discord:v:{message.id}:{voter['id']}:{answer.id}"
                who = named(voter, message.guild, message.channel, self._known)
                found.append(self._choice(key, room, datetime.now(UTC), who, str(message.id), (option,)))
        return found


def named(user: dict[str, Any], guild: discord.Guild | None, place: object, known: Known) -> Person:
    """A person as Discord writes them without their membership; as a member where they are known as one."""
    member = guild.get_member(int(user["id"])) if guild else None
    if member is not None:
        return person(member, admin=known.managers.of(member, place))
    name = user.get("global_name") or user["username"]
    return Person(platform="discord", user=str(user["id"]), name=str(name), bot=bool(user.get("bot")))


async def someone(client: discord.Client, known: Known, guild_id: int | None, user_id: int, room: int) -> Person:
    """Somebody who is known by id only: from what is remembered, else asked of Discord."""
    guild = client.get_guild(guild_id) if guild_id is not None else None
    if guild is None:
        return person(client.get_user(user_id) or await client.fetch_user(user_id))
    member = guild.get_member(user_id)
    if member is None:
        try:
            member = await guild.fetch_member(user_id)
        except discord.NotFound:  # gone in the meantime
            return person(await client.fetch_user(user_id))
    return person(member, admin=known.managers.of(member, guild.get_channel_or_thread(room)))
