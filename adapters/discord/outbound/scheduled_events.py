"""The bot's events as scheduled events of a server.

https://discord.com/developers/docs/resources/guild-scheduled-event
"""

from __future__ import annotations

from base64 import b64encode
from datetime import datetime
from typing import Any

import discord

from adapters.discord.api.bounded_dict import BoundedDict
from adapters.discord.api.errors import FINISHED_EVENT, UNKNOWN_EVENT
from adapters.discord.api.rest import EVENT, EVENTS, RestClient
from adapters.discord.outbound.recurrence import recurrence_of
from adapters.discord.rooms.people import ServerChannel
from adapters.discord.rooms.recent_posts import CLOCK_MARGIN
from adapters.discord.rooms.state import AdapterState
from bots.core.inbound import ScheduledEventPublished
from bots.core.outbound import PublishScheduledEvent
from bots.core.sanitize import truncate
from bots.ports import Receipt, Refused, Sending, Sent

_GUILD_ONLY, _EXTERNAL = 2, 3
_ACTIVE, _COMPLETED, _CANCELED = 2, 3, 4
_NO_PLACE = "–"
_COVERS = frozenset({"image/png", "image/jpeg", "image/gif"})
_MAX_COVER = 8 * 1024 * 1024
_MAX_REMEMBERED = 5_000
Cover = dict[str, str | None]
"""The part of a request that has the picture of an event."""


class ScheduledEvents:
    """Publishes the scheduled events of one account. Remembers the card of each one for a while."""

    def __init__(self, rest: RestClient, state: AdapterState) -> None:
        self._rest = rest
        self._state = state
        self._cards: BoundedDict[str, str] = BoundedDict(_MAX_REMEMBERED)

    async def publish(self, channel: ServerChannel | None, call: PublishScheduledEvent, sending: Sending) -> Receipt:
        """Create or change an event. Do nothing when its start is in the past by now."""
        if channel is None:
            return Refused("gone", "the channel is not there")
        try:
            event = await self._publish(channel.guild, call, sending, _cover(call, sending))
        except discord.HTTPException as error:
            if error.status == 400 and "scheduled_start_time" in error.text:
                return Sent()
            raise
        if self._cards.get(event) != call.card:
            self._report_link(channel.guild, event, call)
        self._cards[event] = call.card
        return Sent((event,))

    def _report_link(self, guild: discord.Guild, event: str, call: PublishScheduledEvent) -> None:
        """Report the address of an event: once in each run, so that a crash in between loses nothing."""
        head = self._state.head(f"{self._state.account}:scheduled-event:{event}", call.room)
        link = f"https://discord.com/events/{guild.id}/{event}"
        self._state.queues.put(call.room, ScheduledEventPublished(**head, card=call.card, link=link))

    async def _publish(self, guild: discord.Guild, call: PublishScheduledEvent, sending: Sending, cover: Cover) -> str:
        """Change or create an event. If Discord does not take its cover, leave that out."""
        try:
            event = await self._update(guild, call, sending.target, cover)
            return event or await self._create(guild, call, sending, cover)
        except discord.HTTPException as error:
            if error.status != 400 or "image" not in error.text or not cover:
                raise
            return await self._publish(guild, call, sending, {})

    async def _update(
        self, guild: discord.Guild, call: PublishScheduledEvent, target: str | None, cover: Cover
    ) -> str | None:
        """Change the published event. Return None when it does not exist, is over, or was deleted."""
        if target is None:
            return None
        try:
            body = _body(call) if not call.rule else _recurring(call)
            changed = await self._patch(guild, target, {**body, **cover})
            if not call.rule and changed.get("recurrence_rule"):  # it came again before
                changed = await self._patch(guild, target, _recurring(call))
        except discord.HTTPException as error:
            if error.code not in (UNKNOWN_EVENT, FINISHED_EVENT):
                raise
            return None
        return str(changed["id"])

    async def _patch(self, guild: discord.Guild, target: str, body: dict[str, Any]) -> dict[str, Any]:
        changed: dict[str, Any] = await self._rest.request(
            "PATCH", EVENT, body, guild_id=guild.id, event_id=int(target)
        )
        return changed

    async def _create(self, guild: discord.Guild, call: PublishScheduledEvent, sending: Sending, cover: Cover) -> str:
        """Create an event, or return the one that a crashed process created for this call."""
        for event in guild.scheduled_events:
            is_ours = event.creator_id == guild.me.id
            is_other = str(event.id) != sending.target and self._may_belong_to(event, call.card, sending.queued_at)
            if is_ours and is_other and _matches(event, call):
                return str(event.id)
        body = _body(call) if recurrence_of(call) is None else _recurring(call)
        created = await self._rest.request("POST", EVENTS, {**body, **cover}, guild_id=guild.id)
        return str(created["id"])

    def _may_belong_to(self, event: discord.ScheduledEvent, card: str, queued_at: datetime | None) -> bool:
        """Return whether an event can be of this card: no other card has it, and it is not older than the call."""
        is_older = queued_at is not None and discord.utils.snowflake_time(event.id) < queued_at - CLOCK_MARGIN
        return not is_older and self._cards.get(str(event.id), card) == card

    async def cancel(self, channel: ServerChannel | None, target: str | None) -> Receipt:
        """Cancel an event. End a running event; ignore an event that is over or deleted."""
        if target is None or channel is None:
            return Refused("gone", "the event was never shown")
        ids: dict[str, Any] = {"guild_id": channel.guild.id, "event_id": int(target)}
        try:
            current = await self._rest.request("GET", EVENT, **ids)
            if current["status"] not in (_COMPLETED, _CANCELED):
                ended = _COMPLETED if current["status"] == _ACTIVE else _CANCELED
                await self._rest.request("PATCH", EVENT, {"status": ended}, **ids)
        except discord.HTTPException as error:
            if error.code not in (UNKNOWN_EVENT, FINISHED_EVENT):
                raise
        return Sent()


def _matches(event: discord.ScheduledEvent, call: PublishScheduledEvent) -> bool:
    """Return whether an event has the content of the call and has not begun."""
    body = _body(call)
    current = (event.name, event.location, event.description or "", event.start_time, event.end_time)
    wanted = (body["name"], body["entity_metadata"]["location"], body["description"], call.start, call.end)
    return event.status is discord.EventStatus.scheduled and current == wanted


def _cover(call: PublishScheduledEvent, sending: Sending) -> Cover:
    """Return the event's picture as image data, if it can be read and Discord may take it; null to take it away.

    https://discord.com/developers/docs/reference#image-data
    """
    if call.uncovered:
        return {"image": None}
    content = next(iter(sending.files), None)
    if call.picture is None or content is None or call.picture.mime not in _COVERS or len(content) > _MAX_COVER:
        return {}
    return {"image": f"data:{call.picture.mime};base64,{b64encode(content).decode()}"}


def _recurring(call: PublishScheduledEvent) -> dict[str, Any]:
    """Return the body with the event's recurrence; null where Discord can't express it, or there is none now."""
    return {**_body(call), "recurrence_rule": recurrence_of(call)}


def _body(call: PublishScheduledEvent) -> dict[str, Any]:
    return {
        "name": truncate(call.title, 100),
        "privacy_level": _GUILD_ONLY,
        "entity_type": _EXTERNAL,
        "entity_metadata": {"location": truncate(call.place, 100) or _NO_PLACE},
        "scheduled_start_time": call.start.isoformat(),
        "scheduled_end_time": call.end.isoformat(),
        "description": truncate(call.description, 1000),
    }
