"""Events of ours as the server's scheduled events.

https://discord.com/developers/docs/resources/guild-scheduled-event
"""

from __future__ import annotations

from collections import OrderedDict
from datetime import datetime
from typing import Any

import discord

from adapters.discord.api.errors import UNKNOWN_EVENT
from adapters.discord.api.rest import EVENT, EVENTS, Rest
from adapters.discord.rooms.people import Place
from adapters.discord.rooms.recent_posts import MARGIN
from bots.core.outbound import Gather
from bots.core.sanitize import cut
from bots.ports import Receipt, Refused, Sending, Sent

_ONLY_THE_SERVER, _ELSEWHERE, _CANCELLED = 2, 3, 4
_NO_PLACE = "–"
_MOST = 5_000


class Gatherings:
    """The scheduled events of one account. Remembers which card each was given to; it may forget."""

    def __init__(self, rest: Rest) -> None:
        self._rest = rest
        self._given: OrderedDict[str, str] = OrderedDict()

    async def gather(self, place: Place | None, call: Gather, sending: Sending) -> Receipt:
        """Make it, or change it; one that begins in the past by now is left."""
        if place is None:
            return Refused("gone", "the channel is not there")
        try:
            shown = await self._changed(place.guild, call, sending.target) or await self._made(place, call, sending)
        except discord.HTTPException as error:
            if error.status == 400 and "scheduled_start_time" in error.text:
                return Sent()
            raise
        self._given[shown] = call.card
        while len(self._given) > _MOST:
            self._given.popitem(last=False)
        return Sent((shown,))

    async def _changed(self, guild: discord.Guild, call: Gather, target: str | None) -> str | None:
        """The event that shows it already; one that was deleted by hand is made anew."""
        if target is None:
            return None
        try:
            changed = await self._rest.put("PATCH", EVENT, _body(call), guild_id=guild.id, event_id=int(target))
        except discord.HTTPException as error:
            if error.code != UNKNOWN_EVENT:
                raise
            return None
        return str(changed["id"])

    async def _made(self, place: Place, call: Gather, sending: Sending) -> str:
        """A new one, or the one that was made for this before the process died."""
        mine = (event for event in place.guild.scheduled_events if event.creator_id == place.guild.me.id)
        same = next(
            (event for event in mine if self._is_free(event, call.card, sending.made) and _shows(event, call)), None
        )
        if same is not None:
            return str(same.id)
        made = await self._rest.put("POST", EVENTS, _body(call), guild_id=place.guild.id)
        return str(made["id"])

    def _is_free(self, event: discord.ScheduledEvent, card: str, wanted: datetime | None) -> bool:
        """Whether it can have been made for this card: given to no other, and not older than the wish for it."""
        is_older = wanted is not None and discord.utils.snowflake_time(event.id) < wanted - MARGIN
        return not is_older and self._given.get(str(event.id), card) == card

    async def call_off(self, place: Place | None, target: str | None) -> Receipt:
        """It is shown as cancelled; one that is gone, over or running is left."""
        if target is None or place is None:
            return Refused("gone", "the event was never shown")
        ids: dict[str, Any] = {"guild_id": place.guild.id, "event_id": int(target)}
        try:
            await self._rest.put("PATCH", EVENT, {"status": _CANCELLED}, **ids)
        except discord.HTTPException as error:
            if error.code == UNKNOWN_EVENT:
                return Sent()
            if error.status != 400:  # its state can't be cancelled any more
                raise
            await self._rest.ask("DELETE", EVENT, **ids)
        return Sent()


def _shows(event: discord.ScheduledEvent, call: Gather) -> bool:
    """Whether it says all that the call does, and waits."""
    body = _body(call)
    said = (event.name, event.location, event.description or "", event.start_time, event.end_time)
    asked = (body["name"], body["entity_metadata"]["location"], body["description"], call.start, call.end)
    return event.status is discord.EventStatus.scheduled and said == asked


def _body(call: Gather) -> dict[str, Any]:
    return {
        "name": cut(call.title, 100),
        "privacy_level": _ONLY_THE_SERVER,
        "entity_type": _ELSEWHERE,
        "entity_metadata": {"location": cut(call.place, 100) or _NO_PLACE},
        "scheduled_start_time": call.start.isoformat(),
        "scheduled_end_time": call.end.isoformat(),
        "description": cut(call.description, 1000),
    }
