"""Votes in native polls, and interest in scheduled events."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import discord

from adapters.discord.api.rest import EVENT, JsonObject, RestClient
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import ChoiceMade, ChoicesSnapshot, CurrentChoice, Person, Value

INTERESTED = ("interested",)
ANSWER = "/channels/{channel_id}/polls/{message_id}/answers/{answer_id}"


class Votes:
    """Reports the votes and the interest of one account's servers."""

    def __init__(self, state: AdapterState) -> None:
        self._state = state

    def on_vote(self, event: discord.RawPollVoteActionEvent, *, added: bool) -> None:
        """Report a vote that was cast or withdrawn. Discord reports each of several choices by itself."""
        if event.channel_id not in self._state.rooms:
            return
        self._state.touch(event.message_id)
        head, people = self._state.unique_head("v", event.channel_id), self._state.people
        choices = (option_id(event.answer_id),) if added else ()

        async def look_up() -> Sequence[Value]:
            who = await people.fetch(self._state.client, event.guild_id, event.user_id, event.channel_id)
            return (ChoiceMade(**head, person=who, message=str(event.message_id), choices=choices),)

        self._state.queues.put(head["room"], look_up)

    def on_interest(self, data: dict[str, Any], *, added: bool) -> None:
        """Report a person's interest in one of our events, or its end. The core knows the room of the event.

        The bot itself is interested in each event that it creates.
        """
        client, user = self._state.client, int(data["user_id"])
        if user == self._state.me:
            return
        guild = client.get_guild(int(data["guild_id"]))
        event = guild.get_scheduled_event(int(data["guild_scheduled_event_id"])) if guild else None
        if guild is None or event is None or event.creator_id != guild.me.id:
            return
        head, server, choices = self._state.unique_head("g", ""), guild.id, INTERESTED if added else ()

        async def look_up() -> Sequence[Value]:
            who = await self._state.people.fetch(client, server, user, 0)
            return (ChoiceMade(**head, person=who, message=str(event.id), choices=choices),)

        self._state.queues.put(interest_queue(server), look_up)

    async def poll_snapshot(self, rest: RestClient, message: discord.Message) -> Value:
        """Fetch all current votes in a poll of ours, open or closed."""
        assert message.poll is not None, "only polls have votes"
        found: dict[str, tuple[Person, list[str]]] = {}
        for answer in message.poll.answers:
            ids = {"channel_id": message.channel.id, "message_id": message.id, "answer_id": answer.id}
            ask = partial(rest.fetch_users, ANSWER, _voters, **ids)
            for voter in await self._state.reading.run(ask, late=True):
                who = self._state.people.from_json(voter, message.guild, message.channel)
                found.setdefault(who.user, (who, []))[1].append(option_id(answer.id))
        choices = tuple(CurrentChoice(person=who, choices=tuple(options)) for who, options in found.values())
        head = self._state.unique_head("found", message.channel.id)
        return ChoicesSnapshot(**head, message=str(message.id), choices=choices)

    async def interest_snapshot(self, rest: RestClient, event: discord.ScheduledEvent) -> Value:
        """Fetch all people interested in an event of ours."""
        ids = {"guild_id": event.guild_id, "event_id": event.id}
        users = await self._state.reading.run(partial(rest.fetch_users, f"{EVENT}/users", _users, **ids), late=True)
        others = [user for user in users if int(user["id"]) != self._state.me]
        people = [self._state.people.from_json(user, event.guild, None) for user in others]
        choices = tuple(CurrentChoice(person=who, choices=INTERESTED) for who in people)
        return ChoicesSnapshot(**self._state.unique_head("found", ""), message=str(event.id), choices=choices)


def _voters(page: dict[str, list[JsonObject]]) -> list[JsonObject]:
    return page["users"]


def _users(page: list[JsonObject]) -> list[JsonObject]:
    return [entry["user"] for entry in page]


def option_id(answer: int) -> str:
    """Return our id of a poll's answer: its position from 0. Discord counts from 1."""
    return str(answer - 1)


def interest_queue(server: int) -> str:
    """Return the queue of the interest in a server's events."""
    return f"marks:{server}"
