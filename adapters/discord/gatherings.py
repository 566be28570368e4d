"""Events of ours as the server's scheduled events.

https://discord.com/developers/docs/resources/guild-scheduled-event
"""

from __future__ import annotations

from typing import Any

import discord

from adapters.discord.outcome import UNKNOWN_EVENT
from adapters.discord.people import Place
from adapters.discord.rest import Rest
from bots.core.outbound import Gather
from bots.core.safety import cut
from bots.ports import Receipt, Refused, Sent

EVENTS = "/guilds/{guild_id}/scheduled-events"
EVENT = EVENTS + "/{event_id}"
_ONLY_THE_SERVER, _ELSEWHERE, _CANCELLED = 2, 3, 4
_NO_PLACE = "–"


async def gather(rest: Rest, place: Place | None, call: Gather, target: str | None) -> Receipt:
    """Make it, or change it; one that begins in the past by now is left."""
    if place is None:
        return Refused("gone", "the channel is not there")
    try:
        return await _gather(rest, place, call, target)
    except discord.HTTPException as error:
        if error.status == 400 and "scheduled_start_time" in error.text:
            return Sent()
        raise


async def _gather(rest: Rest, place: Place, call: Gather, target: str | None) -> Receipt:
    """One that was made before the process died is found, one that was deleted by hand is made anew."""
    guild, body = place.guild, _body(call)
    if target is not None:
        try:
            changed = await rest.put("PATCH", EVENT, body, guild_id=guild.id, event_id=int(target))
        except discord.HTTPException as error:
            if error.code != UNKNOWN_EVENT:
                raise
        else:
            return Sent((str(changed["id"]),))
    same = _same(guild, call)
    if same is not None:
        return Sent((str(same.id),))
    made = await rest.put("POST", EVENTS, body, guild_id=guild.id)
    return Sent((str(made["id"]),))


def _same(guild: discord.Guild, call: Gather) -> discord.ScheduledEvent | None:
    """An equal one of ours."""
    title = cut(call.title, 100)
    mine = (event for event in guild.scheduled_events if event.creator_id == guild.me.id)
    waiting = (event for event in mine if event.status is discord.EventStatus.scheduled)
    return next((event for event in waiting if event.name == title and event.start_time == call.start), None)


async def call_off(rest: Rest, place: Place | None, target: str | None) -> Receipt:
    """It is shown as cancelled; one that is gone, over or running is left."""
    if target is None or place is None:
        return Refused("gone", "the event was never shown")
    try:
        await rest.put("PATCH", EVENT, {"status": _CANCELLED}, guild_id=place.guild.id, event_id=int(target))
    except discord.HTTPException as error:
        if error.code == UNKNOWN_EVENT:
            return Sent()
        if error.status != 400:  # its state can't be cancelled any more
            raise
        await rest.ask("DELETE", EVENT, guild_id=place.guild.id, event_id=int(target))
    return Sent()


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
