"""An event as the networks see it: what, when and where, and never who comes."""

from __future__ import annotations

import msgspec

from bots.core.inbound import Attachment, CommandInvoked
from bots.core.refusal import Refusal
from bots.core.richtext import Bold, Rich, join
from bots.features.events import lookup, views
from bots.turn.shared_objects import ObjectSharing, SharedObject
from bots.turn.turn import Turn
from storage.queries import events
from storage.tables import Audience, EventState


async def _find(call: CommandInvoked, number: str | None, turn: Turn) -> int:
    planned = await lookup.find_event(call, number, turn)
    return await _check(str(planned.event.id), turn)


async def _check(subject: str, turn: Turn) -> int:
    """Return the id of a planned event of the community that is not over. Raises Refusal("event-share-…")."""
    planned = await lookup.event_of_id(subject, turn)
    event = planned.event
    if event.community_id != turn.community.id:
        raise Refusal("button-unknown")
    if event.state != EventState.PLANNED or planned.occurrence.ends_at <= turn.now:
        raise Refusal("event-share-over", number=str(event.number), title=views.title(event))
    if event.audience != Audience.EVERYBODY:
        raise Refusal("event-share-audience", number=str(event.number), title=views.title(event))
    if event.private:
        raise Refusal("event-share-private", number=str(event.number), title=views.title(event))
    return event.id


async def _render(number: int, turn: Turn) -> SharedObject | None:
    """Show the event's card without the answers, as long as everybody may come."""
    planned = await events.of_event(turn.uow, number)
    if planned is None or planned.event.number is None or not planned.event.title:
        return None
    event = planned.event
    if event.audience != Audience.EVERYBODY or event.private:
        return None
    head: Rich = (Bold((views.title(event),)),)
    cancelled = [turn.text("event-shared-cancelled")] if event.state == EventState.CANCELLED else []
    reason = [turn.text("event-reason", reason=event.reason)] if event.reason else []
    files = (msgspec.json.decode(event.picture, type=Attachment),) if event.picture else ()
    return SharedObject(event.title, join([head, *cancelled, *reason, *views.describe(planned, turn)]), files)


SHARING = ObjectSharing(_find, _check, _render)
