"""What is decided about events: who is meant, what may be answered, which words mean yes."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.core.sanitize import clean, graphemes
from bots.core.sanitize import name as safe_name
from bots.dates.event_line import EventDraft
from storage.tables import Event, Occurrence

LONGEST_NAME = 120
"""Characters of a title or a place."""
LONGEST_REASON = 300
LASTS = timedelta(hours=3)
"""How long an event without an end is taken to last."""
DRAFT_LIFE = timedelta(days=1)
ANSWERS = ("yes", "maybe", "no")

_YES = [
    "yes",
    "y",
    "yep",
    "yeah",
    "ok",
    "okay",
    "sure",
    "confirm",
    "oui",
    "o",
    "ouais",
    "d'accord",
    "confirmer",
    "confirme",
    "✅",
    "👍",
]
_NO = ["no", "n", "nope", "non", "nan", "❌", "👎"]
_MAYBE = [*["maybe", "perhaps", "peut-être", "peut-etre", "peutêtre", "🤔"], "peut être", "peut etre"]
_WORDS = {**dict.fromkeys(_YES, "yes"), **dict.fromkeys(_MAYBE, "maybe"), **dict.fromkeys(_NO, "no")}
_NUMBER = re.compile(r"#?([0-9]{1,6})")


def meant(text: str) -> str | None:
    """yes, maybe or no, as people write it in our languages; None for anything else."""
    bare = " ".join(text.replace("\ufe0f", "").replace("\u2019", "'").casefold().split())
    return _WORDS.get(bare.strip(" .,;:!"))


def numbered(first: str | None, rest: str | None) -> tuple[int | None, str]:
    """An event's number and the words behind it; where the first word is no number it is one of the words."""
    match = _NUMBER.fullmatch(first or "")
    if match:
        return int(match[1]), rest or ""
    return None, " ".join(part for part in (first, rest) if part)


def rsvp(first: str | None, rest: str | None) -> tuple[int | None, str]:
    """An event's number and the answer, in either order. Raises Refusal("rsvp-unreadable")."""
    number, words = numbered(first, rest)
    head, _, tail = words.rpartition(" ")
    if number is None and _NUMBER.fullmatch(tail):
        number, words = numbered(tail, head)
    answer = meant(words)
    if answer is None:
        raise Refusal("rsvp-unreadable")
    return number, answer


def check_draft(draft: EventDraft) -> None:
    """Raises Refusal("event-title-long" | "event-place-long", length, limit)."""
    for text_id, words in (("event-title-long", draft.title), ("event-place-long", draft.place or "")):
        length = len(graphemes(tidy(words)))
        if length > LONGEST_NAME:
            raise Refusal(text_id, argument="what", length=length, limit=LONGEST_NAME)


def tidy(words: str) -> str:
    """On one line, without control and bidi characters."""
    return " ".join(clean(words).split())


def shown(words: str) -> Text:
    """A title or a place inside a sentence: isolated from it where it runs right to left."""
    return Text(safe_name(words, length=4 * LONGEST_NAME))


def reason(text: str) -> str:
    """Why an event is cancelled. Raises Refusal("text-too-long")."""
    words = tidy(text)
    if len(words) > LONGEST_REASON:
        raise Refusal("text-too-long", argument="reason", length=len(words), limit=LONGEST_REASON)
    return words


def dated(event: int, start: datetime, end: datetime | None, zone: ZoneInfo) -> Occurrence:
    """An occurrence: the wall clock in `zone`, and the instants that follow from it."""
    return Occurrence(
        event_id=event,
        wall_start=wall(start, zone),
        wall_end=wall(end, zone) if end is not None else None,
        zone=zone.key,
        starts_at=start.astimezone(UTC),
        ends_at=(end if end is not None else start.astimezone(UTC) + LASTS).astimezone(UTC),
    )


def set_time(occurrence: Occurrence, start: datetime, end: datetime | None, zone: ZoneInfo) -> None:
    """Give an occurrence another time."""
    occurrence.sqlmodel_update(dated(occurrence.event_id, start, end, zone).model_dump(exclude={"id"}))


def wall(at: datetime, zone: ZoneInfo) -> str:
    """What the clock on the wall shows, as naive ISO 8601 to the minute."""
    return at.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes")


def said_end(occurrence: Occurrence) -> datetime | None:
    """The end, where one was given."""
    return occurrence.ends_at if occurrence.wall_end is not None else None


def check_open(event: Event, occurrence: Occurrence, at: datetime) -> None:
    """Raises Refusal("event-is-cancelled" | "event-is-over") where nobody can answer or change anything any more."""
    if event.state != "planned":
        raise Refusal("event-is-cancelled", number=str(event.number), title=shown(event.title))
    if at >= occurrence.ends_at:
        raise Refusal("event-is-over", number=str(event.number), title=shown(event.title))
