"""The press that sends an announcement or schedules it, and the time at which a scheduled one goes out."""

from __future__ import annotations

from bots.core.inbound import ButtonPressed, TimerFired
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.dialogs import invocation
from bots.features.announcements import commands, distribution, lookup, previews, rules, views
from bots.turn.turn import Turn
from storage.queries import communities
from storage.tables import Announcement, AnnouncementState

EXPIRE_TIMER = "announce-draft"
"""Discards a draft that nobody sent. Its subject: the announcement."""


async def press_go(press: ButtonPressed, turn: Turn) -> None:
    """Send an announcement; schedule it if it has a time and is not scheduled yet."""
    await go(await lookup.pressed(press, turn), turn)


async def go(announcement: Announcement, turn: Turn) -> None:
    """Send or schedule an announcement. Raises Refusal("announce-is-…" | "announce-nobody" | "announce-too-late")."""
    await invocation.check_allowed(commands.ANNOUNCE, turn)
    if announcement.state not in (AnnouncementState.DRAFT, AnnouncementState.SCHEDULED):
        raise Refusal(f"announce-is-{announcement.state}", number=str(announcement.number))
    count = await previews.count_ready(announcement, lookup.own_network(turn), turn)
    if not count:
        raise Refusal("announce-nobody", number=str(announcement.number))
    if announcement.state == AnnouncementState.DRAFT and announcement.due_at is not None:
        _schedule_first(announcement, turn)
    else:
        await distribution.send(announcement, turn)
        turn.answer("announce-sent", number=str(announcement.number), count=count)
    turn.cancel_timer(EXPIRE_TIMER, str(announcement.id))


def _schedule_first(announcement: Announcement, turn: Turn) -> None:
    due = announcement.due_at
    assert due is not None, "the caller checked it"
    if due <= turn.now:
        raise Refusal("announce-too-late", number=str(announcement.number), at=due)
    announcement.state = AnnouncementState.SCHEDULED
    schedule(announcement, turn)
    turn.refresh_card(views.draft_of(announcement))
    tell_scheduled(announcement, turn)


def tell_scheduled(announcement: Announcement, turn: Turn) -> None:
    """Answer when a scheduled announcement goes out, and what stops it."""
    assert announcement.due_at is not None, "it is scheduled"
    at = turn.moment(announcement.due_at, turn.answer_locale, named_zone=True)
    turn.answer("announce-scheduled", number=str(announcement.number), at=at)


def schedule(announcement: Announcement, turn: Turn) -> None:
    """Set the timer of a scheduled announcement."""
    assert announcement.due_at is not None, "it is scheduled"
    turn.schedule(distribution.SEND_TIMER, str(announcement.id), announcement.due_at)


async def send_scheduled(timer: TimerFired, turn: Turn) -> None:
    """Send a scheduled announcement. If its time is long over, ask again instead: it may be wrong by now."""
    announcement = await turn.uow.get(Announcement, parse_int(timer.subject))
    if announcement is None or announcement.state != AnnouncementState.SCHEDULED:
        return
    if turn.now - timer.due <= rules.MAX_LATE:
        await distribution.send(announcement, turn)
        return
    announcement.state, announcement.due_at = AnnouncementState.DRAFT, None
    turn.schedule(EXPIRE_TIMER, str(announcement.id), turn.now + rules.DRAFT_LIFETIME)
    turn.refresh_card(views.draft_of(announcement))
    for room in (await communities.coordination_rooms(turn.uow, announcement.network_id))[:1]:
        there = await turn.for_room(room)
        there.post("announce-missed", number=str(announcement.number), at=timer.due)
