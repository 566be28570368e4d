"""Outbound values out to Discord. One function a kind of call."""

from __future__ import annotations

from datetime import UTC, datetime

import discord
import structlog

from adapters.discord.api.errors import ASLEEP, POLL_OVER, UNKNOWN_CHANNEL, UNKNOWN_MESSAGE, failure
from adapters.discord.api.rest import Made, Rest
from adapters.discord.interactions.replies import Answers
from adapters.discord.interactions.responder import Desk
from adapters.discord.outbound.fetch import Fetcher
from adapters.discord.outbound.scheduled_events import Gatherings
from adapters.discord.rendering import payloads
from adapters.discord.rooms.channels import Channels, NotYet, number
from adapters.discord.rooms.lifecycle import Places
from adapters.discord.rooms.permissions import lacking
from adapters.discord.rooms.recent_posts import Recent
from adapters.discord.rooms.state import Known
from bots.core.outbound import (
    Answer,
    CallOff,
    CheckRights,
    ClosePoll,
    Content,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    Gather,
    Join,
    Post,
    ShowForm,
)
from bots.ports import Inbox, Later, Receipt, Refused, Sending, Sent

log = structlog.get_logger()
CHANNEL = "/channels/{channel_id}"
MESSAGES = CHANNEL + "/messages"
MESSAGE = MESSAGES + "/{message_id}"
_NEEDS = {"Gather": ("events",), "CallOff": ("events",), "Post": ("send", "attach", "polls"), "Fetch": ("history",)}


class Sender:
    """Sends for one account."""

    def __init__(self, rest: Rest, known: Known, desk: Desk, places: Places, recent: Recent) -> None:
        self._rest = rest
        self._known = known
        self._places = places
        self._recent = recent
        self._fetcher = Fetcher(rest, known)
        self._gatherings = Gatherings(rest)
        self._channels = Channels(rest, known)
        self._answers = Answers(desk, self._channels, self._post, self._direct)

    async def perform(self, sending: Sending, inbox: Inbox) -> Receipt:
        """Perform one outbound value. Raises network errors."""
        call = sending.call
        try:
            return await self._awake(sending, inbox)
        except NotYet as error:
            return Later(1.0, f"server {error} is not there yet")
        except (discord.HTTPException, discord.RateLimited) as error:
            if isinstance(error, discord.HTTPException) and error.code == UNKNOWN_CHANNEL:
                self._places.lost(number(call.room), "deleted")
            place = await self._channels.sought(call.room) if isinstance(error, discord.Forbidden) else None
            return failure(error, lacking(place, *_NEEDS.get(type(call).__name__, ("send",))))

    async def _awake(self, sending: Sending, inbox: Inbox) -> Receipt:
        """A thread that sleeps is woken: Discord lets nothing be changed in it.

        https://discord.com/developers/docs/topics/threads#editing-deleting-threads
        """
        try:
            return await self._perform(sending, inbox)
        except discord.HTTPException as error:
            if error.code != ASLEEP:
                raise
        await self._rest.put("PATCH", CHANNEL, {"archived": False}, channel_id=number(sending.call.room))
        return await self._perform(sending, inbox)

    async def _perform(self, sending: Sending, inbox: Inbox) -> Receipt:
        match sending.call:
            case Post(room=room, content=content, reply_to=reply_to):
                return await self._post(room, content, sending, reply_to)
            case Answer() as call:
                return await self._answers.give(call, sending)
            case ShowForm() as call:
                return await self._answers.show(call, sending)
            case DirectMessage() as call:
                return await self._direct(call, sending)
            case Edit(room=room, content=content):
                return await self._edit(room, sending.target, content)
            case Delete(room=room):
                return await self._delete(room, sending.target, sending.also)
            case ClosePoll(room=room):
                return await self._close(room, sending.target)
        return await self._perform_else(sending, inbox)

    async def _perform_else(self, sending: Sending, inbox: Inbox) -> Receipt:
        """What shows no message."""
        match sending.call:
            case CheckRights(room=room, subject=subject):
                return await self._check(room, subject)
            case Join(room=room):
                return await self._join(room, sending.key)
            case Fetch() as call:
                return await self._fetcher.fetch(call, sending.key, inbox)
            case Gather() as call:
                return await self._gatherings.gather(await self._channels.find(call.room), call, sending)
            case CallOff() as call:
                return await self._gatherings.call_off(await self._channels.find(call.room), sending.target)
        return Refused("invalid", f"there is no {type(sending.call).__name__} on Discord")

    # Messages

    async def _post(self, room: str, content: Content, sending: Sending, reply_to: str | None = None) -> Receipt:
        """Once a key: by nonce, and by what the bot is found to have said before it was restarted."""
        if content.poll is not None and len(content.poll.options) > payloads.MOST_ANSWERS:
            return Refused("invalid", f"a Discord poll has at most {payloads.MOST_ANSWERS} answers")
        await self._known.lanes.free(room)
        made = await self._channels.message(room, content, sending, reply_to)
        nonce = payloads.nonce(sending.key)
        said = self._recent.find(room, nonce, made.payload, sending.made)
        if said is None:
            payload = {**made.payload, "nonce": nonce, "enforce_nonce": True}
            answered = await self._rest.show("POST", MESSAGES, Made(payload, made.files), channel_id=number(room))
            said = str(answered["id"])
        self._recent.sent(nonce, said)
        if content.poll is not None:
            self._known.polls.opened(room, said)
        return Sent((said,))

    async def _direct(self, call: DirectMessage, sending: Sending) -> Receipt:
        """To the person alone. What they answer is heard from now on, after a restart too."""
        channel = await self._rest.put("POST", "/users/@me/channels", {"recipient_id": number(call.user)})
        room = str(channel["id"])
        receipt = await self._post(room, call.content, sending)
        if not isinstance(receipt, Sent):
            return Refused("unreachable-person", receipt.detail) if isinstance(receipt, Refused) else receipt
        if number(room) not in self._known.rooms:
            self._known.rooms.add(number(room))
            self._known.homes[number(room)] = 0
            self._known.lanes.put(room, None, receipt.messages[0])
        return Sent(receipt.messages, room=room)

    async def _edit(self, room: str, target: str | None, content: Content) -> Receipt:
        if target is None:
            return Refused("gone", "the message was never shown")
        payload = payloads.edit(content)
        if not await self._answers.change(target, payload):
            await self._rest.put("PATCH", MESSAGE, payload, channel_id=number(room), message_id=number(target))
        return Sent((target,))

    async def _delete(self, room: str, target: str | None, also: tuple[str, ...]) -> Receipt:
        if target is None:
            return Refused("gone", "the message was never shown")
        for message in (target, *also):
            self._known.withdrawn.add(number(message))
            try:
                await self._rest.ask("DELETE", MESSAGE, channel_id=number(room), message_id=number(message))
            except discord.HTTPException as error:
                self._known.withdrawn.discard(number(message))
                if error.code != UNKNOWN_MESSAGE:
                    raise
        return Sent()

    async def _close(self, room: str, target: str | None) -> Receipt:
        if target is None:
            return Refused("gone", "the poll was never shown")
        path = "/channels/{channel_id}/polls/{message_id}/expire"
        try:
            await self._rest.ask("POST", path, channel_id=number(room), message_id=number(target))
        except discord.HTTPException as error:
            if error.code != POLL_OVER:
                raise
        self._known.polls.closed(room, target)
        return Sent()

    # Rooms

    async def _check(self, room: str, subject: str) -> Receipt:
        place = await self._channels.find(room)
        if place is None:
            return Refused("gone", "the channel is not there")
        self._known.lanes.put(room, self._places.found(place, subject))
        return Sent()

    async def _join(self, room: str, key: str) -> Receipt:
        """Nothing to enter on Discord: the room is in use from now on."""
        place = await self._channels.find(room)
        if place is None:
            return Refused("gone", "the channel is not there")
        if place.id not in self._known.rooms:
            last = getattr(place, "last_message_id", None) or discord.utils.time_snowflake(datetime.now(UTC))
            self._known.begin(place, place.id, f"discord:joined:{room}:{payloads.nonce(key)}", last)
        return Sent()
