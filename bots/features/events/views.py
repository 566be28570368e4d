"""How events look: the card, the preview of a draft, a line of the list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.core.outbound import Button, Content
from bots.core.richtext import Moment, Rich, Text, join
from bots.core.sanitize import name as safe_name
from bots.dates import time_zones
from bots.dates.durations import Offset
from bots.features.events import reminder_times, rules
from bots.i18n import texts
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import Planned
from storage.tables import Event, Occurrence

MOST_NAMED = 10
_EMOJI = {"yes": "✅", "maybe": "🤔", "no": "❌"}


def words(turn: Turn, text_id: str, locale: str | None = None, /, **args: object) -> Rich:
    """A sentence in a language (the room's), with instants in the room's zone."""
    spoken = locale or turn.scene.locale
    shown = {k: turn.moment(v, spoken) if isinstance(v, datetime) else v for k, v in args.items()}
    return texts.rich(spoken, text_id, shown)


def title(event: Event) -> Text:
    """The title, fit to stand in a sentence."""
    return rules.shown(event.title)


async def card(subject: str, turn: Turn) -> Content | None:
    """An event as its room sees it, with who comes and, as long as it makes sense, buttons to answer."""
    found = await events.of_event(turn.uow, int(subject))
    if found is None or found.event.number is None:
        return None
    event, occurrence = found
    state = "over" if event.state == "planned" and turn.now >= occurrence.ends_at else event.state
    head = words(turn, f"event-card-{state}", number=str(event.number), title=title(event))
    reason = words(turn, "event-reason", reason=event.reason) if event.reason else ()
    lines = [head, reason, *about(found, turn), *await _who(occurrence, turn)]
    buttons = (*rsvp_buttons(occurrence, turn), *_file_button(occurrence, turn)) if state == "planned" else ()
    return Content(text=join(lines), buttons=buttons)


def about(found: Planned, turn: Turn, locale: str | None = None) -> list[Rich]:
    """When and where."""
    event, occurrence = found
    lines = [words(turn, "event-when", locale, when=when(occurrence, turn, locale))]
    if event.place:
        lines.append(words(turn, "event-where", locale, place=rules.shown(event.place)))
    return lines


def when(occurrence: Occurrence, turn: Turn, locale: str | None = None) -> Rich:
    """The start, and the end where one was given: its hour alone when it is on the same day."""
    start, end = occurrence.starts_at, rules.said_end(occurrence)
    if end is None:
        return words(turn, "event-from", locale, start=start)
    zone = turn.scene.zone
    if start.astimezone(zone).date() == end.astimezone(zone).date():
        clock = Moment(end, time_zones.show(end, zone, locale or turn.scene.locale, "time"))
        return words(turn, "event-from-to", locale, start=start, end=clock)
    return words(turn, "event-from-to", locale, start=start, end=end)


def rsvp_buttons(occurrence: Occurrence, turn: Turn) -> tuple[Button, ...]:
    """One button an answer."""
    return tuple(
        Button(f"rsvp:{occurrence.id}:{answer}", turn.label(f"rsvp-{answer}"), _EMOJI[answer])
        for answer in rules.ANSWERS
    )


def _file_button(occurrence: Occurrence, turn: Turn) -> tuple[Button, ...]:
    """Where there are buttons and files: the event for one's own calendar."""
    here = turn.capabilities
    if not (here.buttons and here.upload_bytes):
        return ()
    return (Button(f"ics:{occurrence.id}", turn.label("event-to-calendar"), "📆"),)


async def _who(occurrence: Occurrence, turn: Turn) -> list[Rich]:
    """How many gave which answer, with the names of those who may come."""
    counted = (await events.counts(turn.uow, [occurrence.id or 0])).get(occurrence.id or 0, {})
    lines = []
    for answer in rules.ANSWERS:
        if not counted.get(answer):
            continue
        names = await _names(occurrence, answer, counted[answer], turn) if answer != "no" else ()
        lines.append(words(turn, f"event-who-{answer}", count=counted[answer], names=names))
    return lines or [words(turn, "event-who-none")]


async def _names(occurrence: Occurrence, answer: str, count: int, turn: Turn) -> Rich:
    found = await events.names(turn.uow, occurrence.id or 0, answer, MOST_NAMED)
    named = Text(", ".join(safe_name(name) for name in found))
    if count > len(found):
        return words(turn, "event-names-more", names=named, more=count - len(found))
    return words(turn, "event-names", names=named)


def preview(found: Planned, turn: Turn, notes: list[Rich]) -> Content:
    """A draft, with what will follow from it, and the buttons that decide."""
    locale, event = turn.own_locale, found.event
    lines = [
        words(turn, "event-preview", locale, title=title(event)),
        *about(found, turn, locale),
        _reminders(found, turn, locale),
        *notes,
    ]
    if not turn.capabilities.buttons:
        lines.append(words(turn, "event-preview-how", locale))
    buttons = (
        Button(f"eventok:{event.id}", texts.words(locale, "event-confirm"), "✅"),
        Button(f"eventno:{event.id}", texts.words(locale, "event-drop"), "❌"),
    )
    return Content(text=join(lines), buttons=buttons, legend=False)


def _reminders(found: Planned, turn: Turn, locale: str) -> Rich:
    coming = reminder_times.ahead_of(found.event, found.occurrence, turn.now)
    if not coming:
        return words(turn, "event-preview-no-reminders", locale)
    said = join([before(offset, turn, locale) for offset, _ in coming], texts.rich(locale, "event-comma"))
    return words(turn, "event-preview-reminders", locale, reminders=said)


def before(offset: Offset, turn: Turn, locale: str) -> Rich:
    """How long before the start: "1 day before", "at the start"."""
    hours, minutes = divmod(offset.minutes, 60)
    parts = {"event-span-days": offset.days, "event-span-hours": hours, "event-span-minutes": minutes}
    said = [words(turn, text_id, locale, count=count) for text_id, count in parts.items() if count]
    if not said:
        return words(turn, "event-at-start", locale)
    return words(turn, "event-before", locale, span=join(said, texts.rich(locale, "event-space")))


async def draft_card(subject: str, turn: Turn) -> Content | None:
    """What became of a draft, where its preview stands; nothing changes as long as it waits."""
    event = await turn.uow.get(Event, int(subject))
    if event is None or event.state == "draft":
        return None
    if event.number is None:
        return Content(text=words(turn, "event-draft-dropped"))
    return Content(text=words(turn, "event-draft-confirmed", number=str(event.number), title=title(event)))


def lines(found: list[Planned], counts: Mapping[int, Mapping[str, int]], turn: Turn) -> list[Rich]:
    """One line an event, in the language of who asked."""
    locale, zone = turn.own_locale, turn.scene.zone
    return [_line(planned, counts.get(planned.occurrence.id or 0, {}), turn, locale, zone) for planned in found]


def _line(found: Planned, counts: Mapping[str, int], turn: Turn, locale: str, zone: ZoneInfo) -> Rich:
    event, start = found.event, found.occurrence.starts_at
    at = Moment(start, time_zones.show(start, zone, locale, "short"))
    args = {"number": str(event.number), "title": title(event), "at": at}
    return words(turn, "event-line", locale, yes=counts.get("yes", 0), maybe=counts.get("maybe", 0), **args)
