"""Votes in native polls and interest in scheduled events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import discord

from adapters.discord.api.pages import everybody
from adapters.discord.api.rest import EVENT, Rest
from adapters.discord.rooms.people import person
from adapters.discord.rooms.state import Known
from bots.core.inbound import ChoiceMade, ChoicesFound, Chosen, Person, Value

INTERESTED = ("interested",)
ANSWER = "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}"


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

    def interest(self, client: discord.Client, mark: dict[str, Any], *, added: bool) -> None:
        """Somebody marks one of our events, or no longer. Its room is the one that it was planned in."""
        guild = client.get_guild(int(mark["guild_id"]))
        event = guild.get_scheduled_event(int(mark["guild_scheduled_event_id"])) if guild else None
        if guild is None or event is None or event.creator_id != guild.me.id:
            return
        key, now, user, server = self._known.key("g"), datetime.now(UTC), int(mark["user_id"]), guild.id

        async def find() -> Sequence[Value]:
            who = await someone(client, self._known, server, user, 0)
            return (self._choice(key, "", now, who, str(event.id), INTERESTED if added else ()),)

        self._known.lanes.put(marks(server), find)

    async def standing(self, rest: Rest, message: discord.Message) -> Value:
        """All votes in a poll of ours, open or closed, as they stand."""
        assert message.poll is not None, "only polls have votes"
        found: dict[str, tuple[Person, list[str]]] = {}
        for answer in message.poll.answers:
            ids = {"channel_id": message.channel.id, "message_id": message.id, "answer_id": answer.id}
            for voter in await everybody(rest, ANSWER, lambda page: page["users"], **ids):
                who = named(voter, message.guild, message.channel, self._known)
                found.setdefault(who.user, (who, []))[1].append(option_of(answer.id))
        chosen = [Chosen(person=who, choices=tuple(options)) for who, options in found.values()]
        return self._found(str(message.channel.id), str(message.id), chosen)

    async def interested(self, rest: Rest, event: discord.ScheduledEvent) -> Value:
        """All marks on an event of ours, as they stand."""
        ids = {"guild_id": event.guild_id, "event_id": event.id}
        users = await everybody(rest, f"{EVENT}/users", lambda page: [one["user"] for one in page], **ids)
        people = [named(user, event.guild, None, self._known) for user in users]
        chosen = [Chosen(person=who, choices=INTERESTED) for who in people]
        return self._found("", str(event.id), chosen)

    def _found(self, room: str, message: str, chosen: Sequence[Chosen]) -> ChoicesFound:
        return ChoicesFound(
            key=self._known.key("found"), account=self._known.account, room=room, at=datetime.now(UTC), message=message,
            choices=tuple(chosen),
        )  # fmt: skip


def marks(server: int) -> str:
    """The lane of the marks on a server's events."""
    return f"marks:{server}"


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
