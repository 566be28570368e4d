"""Votes in native polls, and interest in scheduled events."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

import discord

from adapters.discord.api.pages import fetch_all_users
from adapters.discord.api.rest import EVENT, RestClient
from adapters.discord.rooms.member_lookup import fetch_person, person_from_json
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import ChoiceMade, ChoicesSnapshot, CurrentChoice, Person, Value

INTERESTED = ("interested",)
ANSWER = "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}"


class Votes:
    """Reports the votes and the interest of one account's servers."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    def on_vote(self, client: discord.Client, event: discord.RawPollVoteActionEvent, *, added: bool) -> None:
        """Report a vote that was cast or withdrawn. Discord reports each of several choices by itself."""
        if event.channel_id not in self._state.rooms:
            return
        room, key, now = str(event.channel_id), self._state.new_key("v"), datetime.now(UTC)
        message, option = str(event.message_id), option_id(event.answer_id)

        async def look_up() -> Sequence[Value]:
            who = await fetch_person(client, self._state, event.guild_id, event.user_id, event.channel_id)
            return (self._choice(key, room, now, who, message, (option,) if added else ()),)

        self._state.queues.put(room, look_up)

    def on_interest(self, client: discord.Client, data: dict[str, Any], *, added: bool) -> None:
        """Report interest in one of our events, or its end. The core knows the room of the event."""
        guild = client.get_guild(int(data["guild_id"]))
        event = guild.get_scheduled_event(int(data["guild_scheduled_event_id"])) if guild else None
        if guild is None or event is None or event.creator_id != guild.me.id:
            return
        key, now, user, server = self._state.new_key("g"), datetime.now(UTC), int(data["user_id"]), guild.id

        async def look_up() -> Sequence[Value]:
            who = await fetch_person(client, self._state, server, user, 0)
            return (self._choice(key, "", now, who, str(event.id), INTERESTED if added else ()),)

        self._state.queues.put(interest_queue(server), look_up)

    def _choice(
        self, key: str, room: str, at: datetime, who: Person, message: str, choices: tuple[str, ...]
    ) -> ChoiceMade:
        return ChoiceMade(
            key=key, account=self._state.account, room=room, at=at, person=who, message=message, choices=choices
        )

    async def poll_snapshot(self, rest: RestClient, message: discord.Message) -> Value:
        """Fetch all current votes in a poll of ours, open or closed."""
        assert message.poll is not None, "only polls have votes"
        found: dict[str, tuple[Person, list[str]]] = {}
        for answer in message.poll.answers:
            ids = {"channel_id": message.channel.id, "message_id": message.id, "answer_id": answer.id}
            for voter in await fetch_all_users(rest, ANSWER, lambda page: page["users"], **ids):
                who = person_from_json(voter, message.guild, message.channel, self._state)
                found.setdefault(who.user, (who, []))[1].append(option_id(answer.id))
        choices = [CurrentChoice(person=who, choices=tuple(options)) for who, options in found.values()]
        return self._snapshot(str(message.channel.id), str(message.id), choices)

    async def interest_snapshot(self, rest: RestClient, event: discord.ScheduledEvent) -> Value:
        """Fetch all people interested in an event of ours."""
        ids = {"guild_id": event.guild_id, "event_id": event.id}
        users = await fetch_all_users(rest, f"{EVENT}/users", lambda page: [one["user"] for one in page], **ids)
        people = [person_from_json(user, event.guild, None, self._state) for user in users]
        return self._snapshot("", str(event.id), [CurrentChoice(person=who, choices=INTERESTED) for who in people])

    def _snapshot(self, room: str, message: str, choices: Sequence[CurrentChoice]) -> ChoicesSnapshot:
        return ChoicesSnapshot(
            key=self._state.new_key("found"), account=self._state.account, room=room, at=datetime.now(UTC),
            message=message, choices=tuple(choices),
        )  # fmt: skip


def option_id(answer: int) -> str:
    """Return our id of a poll's answer: its position from 0. Discord counts from 1."""
    return str(answer - 1)


def interest_queue(server: int) -> str:
    """Return the queue of the interest in a server's events."""
    return f"marks:{server}"
