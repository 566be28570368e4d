"""The rounds of a ritual: a timer posts each prompt, gathers what came before, and stops where nobody replies.

One transaction stores the round, its post and the timer of the next one. The date of a round is unique in the database,
so that a timer that fires twice posts nothing twice.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from msgspec import structs

from bots.core.inbound import TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.richtext import join
from bots.features.rituals import gathering, hosts, lookup, schedule, volunteers
from bots.turn.connector_calls import call_responsible
from bots.turn.quiet_hours import after_quiet, quiet_until
from bots.turn.turn import Turn
from storage.queries import rituals, timers
from storage.tables import Community, Ritual, RitualRound, RitualState
from storage.unit_of_work import UnitOfWork

CARD = hosts.ROUND_CARD
TELL = "ritual-silent"
"""The timer that tells the connectors that a ritual went silent; its subject is the ritual."""
_TOO_LATE = timedelta(hours=6)
"""After a downtime, a prompt whose time passed longer ago is left out."""


async def on_due(timer: TimerFired, turn: Turn) -> None:
    """Gather the round before, post the prompt, and set the timer of the next round."""
    ritual = await turn.uow.get(Ritual, int(timer.subject))
    if ritual is None or ritual.state != RitualState.ACTIVE:
        return
    community = await turn.uow.get(Community, ritual.community_id)
    there = await lookup.room_of(ritual, turn)
    if community is None or not community.name:
        return
    following = schedule.set_timer(ritual, community, turn, after=timer.due)
    if there is None or turn.now - timer.due > _TOO_LATE:
        return
    await gathering.close_newest(ritual, there)
    if 0 < ritual.silent_after <= ritual.unanswered:
        _fall_silent(ritual, community, turn)
        return
    wall = timer.due.astimezone(ZoneInfo(ritual.zone)).replace(tzinfo=None)
    await _post(ritual, wall, following, there)


async def _post(ritual: Ritual, wall: datetime, following: datetime | None, there: Turn) -> None:
    """Post a prompt, in quiet hours without a sound."""
    row = RitualRound(ritual_id=ritual.id, wall=wall.isoformat(timespec="minutes"), posted_at=there.now)
    await there.uow.add(row)
    if ritual.rotates:
        await hosts.draw(row, ritual, there)
    quiet = quiet_until(there.community, there.now) is not None
    content = structs.replace(await _content(row, ritual, there), silent=quiet)
    there.post_content(content, card=f"{CARD}:{row.id}", key=f"{CARD}:{row.id}")
    there.count_replies(there.room)
    gathering.set_timer(row, following, there)


async def _content(row: RitualRound, ritual: Ritual, turn: Turn) -> Content:
    host, mentions = await hosts.line(row, ritual, turn)
    text = join([turn.text("ritual-prompt", prompt=ritual.prompt), host])
    return Content(text=text, mentions=mentions, buttons=_buttons(ritual, turn))


def _buttons(ritual: Ritual, turn: Turn) -> tuple[Button, ...]:
    if not ritual.rotates:
        return ()
    return (Button(f"{volunteers.BUTTON}:{ritual.id}", turn.label("ritual-volunteer"), "🙋"),)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the prompt of a round, for example with another host."""
    row = await turn.uow.get(RitualRound, parse_int(subject))
    ritual = await turn.uow.get(Ritual, row.ritual_id) if row is not None else None
    if row is None or ritual is None or ritual.state == RitualState.STOPPED:
        return None
    return await _content(row, ritual, turn)


def _fall_silent(ritual: Ritual, community: Community, turn: Turn) -> None:
    ritual.state = RitualState.SILENT
    turn.cancel_timer(schedule.ROUND, str(ritual.id))
    turn.schedule(TELL, str(ritual.id), after_quiet(community, turn.now))


async def tell_connectors(timer: TimerFired, turn: Turn) -> None:
    """Tell the connectors in the ritual's room that it went silent, and how it goes on."""
    ritual = await turn.uow.get(Ritual, int(timer.subject))
    there = await lookup.room_of(ritual, turn) if ritual is not None else None
    if ritual is None or there is None or ritual.state != RitualState.SILENT:
        return
    text = there.text("ritual-silent", number=str(ritual.number), title=lookup.title(ritual), count=ritual.unanswered)
    there.post_content(await call_responsible(text, there))


async def restore_timers(uow: UnitOfWork, now: datetime) -> None:
    """Set the timer of each ritual that has lost it."""
    present = await timers.subjects_with_timer(uow, schedule.ROUND)
    for ritual in await rituals.active(uow):
        community = await uow.get(Community, ritual.community_id)
        if str(ritual.id) in present or community is None or not community.name:
            continue
        following = next(schedule.coming(ritual, community, now), None)
        if following is not None:
            uow.defer(timers.SET_TIMER, {"kind": schedule.ROUND, "subject": str(ritual.id), "due": following[1]})
