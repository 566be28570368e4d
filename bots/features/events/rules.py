"""Limits of events, answers to them, and their times."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.commands.checks import check_length
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.core.sanitize import display_name, normalize_emoji, one_line
from bots.dates.reschedule import parse_reschedule
from bots.dates.resolution import Slot
from bots.i18n import answers, attendance
from bots.turn.room_context import RoomContext
from storage.tables import Event, EventState, Occurrence, RsvpAnswer

MAX_NAME_LENGTH = 120
"""Characters of a title or a place."""
MAX_REASON_LENGTH = 300
MAX_CAPACITY = 100_000
"""Places of an event; as good as no limit."""
DEFAULT_DURATION = timedelta(hours=3)
"""The duration of an event without an end."""
DRAFT_LIFETIME = timedelta(days=1)
_EMOJI = {"✅": RsvpAnswer.YES, "👍": RsvpAnswer.YES, "🤔": RsvpAnswer.MAYBE, "❌": RsvpAnswer.NO, "👎": RsvpAnswer.NO}
_NUMBER = re.compile(r"#?([0-9]{1,6})")


def parse_answer(text: str) -> RsvpAnswer | None:
    """Return the answer that somebody typed in any of our languages, or None."""
    bare = attendance.without_fillers(text) if len(text) <= attendance.MAX_LENGTH else text
    word = answers.match(text, *RsvpAnswer) or answers.match(bare, *RsvpAnswer)
    for said in (attendance.read(text), attendance.read(bare)) if word is None else ():
        word = said.answer if said is not None and said.surely and not said.guests else word
    return answer_of_emoji(text.strip()) or (RsvpAnswer(word) if word is not None else None)


def answer_of_emoji(emoji: str) -> RsvpAnswer | None:
    """Return the answer that an emoji gives, whatever its skin tone, or None."""
    return _EMOJI.get(normalize_emoji(emoji))


def split_number(first: str | None, rest: str | None) -> tuple[int | None, str]:
    """Return an event's number and the words after it. A first word that is not a number belongs to the words."""
    match = _NUMBER.fullmatch(first or "")
    if match:
        return int(match[1]), rest or ""
    return None, " ".join(part for part in (first, rest) if part)


def parse_rsvp(first: str | None, rest: str | None) -> tuple[int | None, RsvpAnswer]:
    """Return an event's number and the answer, typed in either order. Raises Refusal("rsvp-unreadable")."""
    number, words = split_number(first, rest)
    head, _, tail = words.rpartition(" ")
    if number is None and _NUMBER.fullmatch(tail):
        number, words = split_number(tail, head)
    answer = parse_answer(words)
    if answer is None:
        raise Refusal("rsvp-unreadable", argument="answer")
    return number, answer


def display_text(words: str) -> Text:
    """Return a title or place for use in a sentence, isolated if it runs from right to left."""
    return Text(display_name(words, length=4 * MAX_NAME_LENGTH))


def parse_reason(text: str) -> str:
    """Return the reason of a cancellation. Raises Refusal("text-too-long")."""
    words = one_line(text)
    check_length(words, MAX_REASON_LENGTH, "reason")
    return words


def new_occurrence(
    event: int, start: datetime, end: datetime | None, zone: ZoneInfo, *, all_day: bool = False
) -> Occurrence:
    """Return an occurrence with its wall clock times in `zone` and the instants that follow from them."""
    return Occurrence(
        event_id=event,
        wall_start=_wall_clock(start, zone),
        wall_end=_wall_clock(end, zone) if end is not None else None,
        zone=zone.key,
        starts_at=start.astimezone(UTC),
        ends_at=(end if end is not None else start.astimezone(UTC) + DEFAULT_DURATION).astimezone(UTC),
        all_day=all_day,
    )


def moved(occurrence: Occurrence, slot: Slot, zone: ZoneInfo) -> Occurrence:
    """Return the occurrence as it is at another time."""
    return new_occurrence(occurrence.event_id, slot.start, slot.end, zone, all_day=slot.all_day)


def reschedule(occurrence: Occurrence, words: str, context: RoomContext, now: datetime) -> Slot:
    """Return the new time that somebody typed. Raises CalendarProblem."""
    return parse_reschedule(
        words, start=occurrence.starts_at, end=given_end(occurrence), all_day=occurrence.all_day,
        locale=context.locale, zone=context.zone, now=now,
    )  # fmt: skip


def set_time(occurrence: Occurrence, slot: Slot, zone: ZoneInfo) -> None:
    """Move an occurrence to another time."""
    occurrence.sqlmodel_update(moved(occurrence, slot, zone).model_dump(exclude={"id"}))


def _wall_clock(at: datetime, zone: ZoneInfo) -> str:
    """Return the local time as naive ISO 8601 to the minute."""
    return at.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes")


def given_end(occurrence: Occurrence) -> datetime | None:
    """Return the end that somebody typed, or None."""
    return occurrence.ends_at if occurrence.wall_end is not None else None


def start_by(occurrence: Occurrence) -> datetime:
    """Return the instant until which an event may be announced: its start, or the end of its days."""
    return occurrence.ends_at if occurrence.all_day else occurrence.starts_at


def is_gone(event: Event) -> bool:
    """Return whether there is nothing to show of an event: a draft, or one of which only the number is kept."""
    return event.number is None or event.state == EventState.DROPPED


def is_open(event: Event, occurrence: Occurrence, at: datetime) -> bool:
    """Return whether the event accepts answers."""
    return event.state == EventState.PLANNED and at < occurrence.ends_at


def check_open(event: Event, occurrence: Occurrence, at: datetime) -> None:
    """Raise Refusal("event-is-cancelled" | "event-is-over") if the event accepts no answers."""
    if event.state != EventState.PLANNED:
        raise Refusal("event-is-cancelled", number=str(event.number), title=display_text(event.title))
    if at >= occurrence.ends_at:
        raise Refusal("event-is-over", number=str(event.number), title=display_text(event.title))


def check_changeable(event: Event, occurrence: Occurrence, at: datetime) -> None:
    """Raise Refusal("event-stays-cancelled" | "event-stays-over") if the event is cancelled or over."""
    title, number = display_text(event.title), str(event.number)
    if at >= occurrence.ends_at:
        raise Refusal("event-stays-over", number=number, title=title)
    if event.state != EventState.PLANNED:
        raise Refusal("event-stays-cancelled", number=number, title=title)


def check_reopenable(event: Event, occurrence: Occurrence, at: datetime) -> None:
    """Raise Refusal("event-not-cancelled" | "event-reopen-late") for an event that takes place, or is in the past."""
    title, number = display_text(event.title), str(event.number)
    if event.state == EventState.PLANNED:
        raise Refusal("event-not-cancelled", number=number, title=title)
    if at >= start_by(occurrence):
        raise Refusal("event-reopen-late", title=title, at=occurrence.starts_at)
