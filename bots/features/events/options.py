"""What an event says beside what, when and where: places, guests, who may come, until when, and who sees the names."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from bots.commands import localization
from bots.commands.declaration import Args
from bots.core.refusal import Refusal
from bots.core.sanitize import graphemes, one_line
from bots.dates import durations, leads
from bots.dates.deadline import parse_when
from bots.dates.durations import Offset
from bots.dates.errors import CalendarProblem
from bots.features.events import capacity_phrase, details, event_tags
from bots.features.events.rules import display_text
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence
from storage.tables import Audience, Event

NAMES = ("guests", "for", "deadline", "list", "question", "cost", "link", "visibility", "carry", "tags")
MAX_GUESTS = 20
"""The most guests that one person may bring."""
MAX_QUESTION_LENGTH = 200
MAX_COST_LENGTH = 100


def set_from_line(planned: EventOccurrence, line: str, args: Args, turn: Turn) -> None:
    """Store what a typed event and its named arguments say. Raises Refusal for a value that can't be."""
    said, places = capacity_phrase.cut(line).capacity, args.optional_text("places")
    planned.event.capacity = capacity_phrase.parse(places, "places") if places else said
    set_options(planned, {name: args.text(name) for name in NAMES if name in args.values}, turn)


def set_options(planned: EventOccurrence, given: Mapping[str, str], turn: Turn) -> None:
    """Store typed values by the names of their arguments. Raises Refusal for a value that can't be."""
    event = planned.event
    guests = given.get("guests")
    hides = _visibility(given.get("list") or guests or "")
    if hides is not None:
        event.names_hidden = hides
    elif "list" in given:
        raise Refusal("event-list-unreadable", argument="list", given=given["list"])
    elif guests is not None:
        event.guest_limit = _guest_limit(guests)
    if "for" in given:
        event.audience = _audience(given["for"])
    if "deadline" in given:
        event.reply_lead = _reply_lead(given["deadline"], planned, turn)
    if "question" in given:
        event.question = _words(given["question"], "question", MAX_QUESTION_LENGTH)
    if "cost" in given:
        event.cost = _words(given["cost"], "cost", MAX_COST_LENGTH)
    if "tags" in given:
        event.tags = event_tags.parse(given["tags"])
    if "link" in given:
        _set_link(planned, given["link"])
    _set_for_series(event, given)


def _set_for_series(event: Event, given: Mapping[str, str]) -> None:
    """Store what holds for all dates of a series: who sees them, and whether replies carry over."""
    if "visibility" in given:
        event.private = _private(given["visibility"])
        if event.private and event.spread_to is not None:
            raise Refusal("event-visibility-network", title=display_text(event.title))
    if "carry" in given:
        event.replies_carry = _carries(given["carry"])


def _visibility(text: str) -> bool | None:
    """Return whether a word hides the names of those who come; None for another word."""
    said = localization.match_choice(text, "choice", ("hidden", "shown"))
    return None if said is None else said == "hidden"


def _private(text: str) -> bool:
    """Return whether an event stays in its community. Raises Refusal("event-visibility-unreadable")."""
    said = localization.match_choice(text, "choice", ("public", "members"))
    if said is None:
        raise Refusal("event-visibility-unreadable", argument="visibility", given=text)
    return said == "members"


def _carries(text: str) -> bool:
    """Return whether replies carry over to the next date. Raises Refusal("event-carry-unreadable")."""
    said = answers.match(text, "yes", "on", "no", "off", "none")
    if said is None:
        raise Refusal("event-carry-unreadable", argument="carry", given=text)
    return said in ("yes", "on")


def _guest_limit(text: str) -> int:
    """Return how many guests each may bring. Raises Refusal("event-guests-unreadable")."""
    if answers.match(text, "none", "no", "off"):
        return 0
    digits = text.strip().removeprefix("+")
    if not digits.isdecimal() or not digits.isascii() or len(digits) > 2 or int(digits) > MAX_GUESTS:
        raise Refusal("event-guests-unreadable", argument="guests", given=text, limit=MAX_GUESTS)
    return int(digits)


def _audience(text: str) -> Audience:
    """Return who may come. Raises Refusal("event-audience-unreadable")."""
    found = localization.match_choice(text, "audience", tuple(map(str, Audience)))
    if found is None:
        raise Refusal("event-audience-unreadable", argument="for", given=text)
    return Audience(found)


def _reply_lead(text: str, planned: EventOccurrence, turn: Turn) -> str:
    """Return how long before the start replies end, from "1d", "2 hours before" or "thursday 6pm".

    Raises Refusal("event-deadline-unreadable" | "event-deadline-late").
    """
    if answers.match(text, "none", "no", "off"):
        return ""
    try:
        offsets = leads.parse_leads(text)
    except CalendarProblem:
        offsets = ()
    lead = offsets[0] if len(offsets) == 1 else _until_start(text, planned, turn)
    ends = durations.subtract_offset(planned.occurrence.starts_at, lead, ZoneInfo(planned.occurrence.zone))
    if ends <= turn.now:
        raise Refusal("event-deadline-late", argument="deadline", at=ends)
    return lead.short


def _until_start(text: str, planned: EventOccurrence, turn: Turn) -> Offset:
    """Return how long before the start a typed time lies. Raises Refusal("event-deadline-…")."""
    context = turn.room_context
    try:
        at = parse_when(text, locale=context.locale, zone=context.zone, now=turn.occurred_at)
    except CalendarProblem:
        raise Refusal("event-deadline-unreadable", argument="deadline", given=text) from None
    left = planned.occurrence.starts_at - at
    if left < timedelta():
        raise Refusal("event-deadline-late", argument="deadline", at=at)
    return Offset(0, int(left.total_seconds() // 60))


def _words(text: str, argument: str, limit: int) -> str:
    """Return a line of words; nothing for a word such as `none`. Raises Refusal("event-words-long")."""
    words = "" if answers.match(text, "none") else one_line(text).strip('"“”«» ')
    if len(graphemes(words)) > limit:
        raise Refusal("event-words-long", argument=argument, limit=limit)
    return words


def _set_link(planned: EventOccurrence, text: str) -> None:
    """Hide the link from all but those who come, show it again, or store another one."""
    hides = _visibility(text)
    if hides is None:
        planned.event.link = details.parse("link", text, "link")
    else:
        planned.event.link_hidden = hides


def replies_end(planned: EventOccurrence) -> datetime | None:
    """Return until when people may say that they come; None until the event is over."""
    event, occurrence = planned
    if not event.reply_lead:
        return None
    lead = durations.parse_stored(event.reply_lead)
    return durations.subtract_offset(occurrence.starts_at, lead, ZoneInfo(occurrence.zone))
