"""The card of an event, the preview of a draft, and a line of the list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content, Tone
from bots.core.panel import Column, Panel, PanelTone
from bots.core.richtext import Link, Rich, Text, join
from bots.dates.durations import Offset
from bots.features.events import event_tags, options, place_lines, reach, reminder_times, rules, series, whole_days
from bots.turn.lead_text import describe_lead
from bots.turn.share_button import share_button
from bots.turn.turn import Turn
from storage.queries import events, ownership, placements
from storage.queries.events import EventOccurrence
from storage.tables import Community, Event, EventState, Network, Occurrence, RsvpAnswer

MAX_NAMES = 10
SCHEDULED_EVENT_CARD = "gathering"
"""Kind of the card that a platform's own scheduled event shows."""
_EMOJI = {RsvpAnswer.YES: "✅", RsvpAnswer.MAYBE: "🤔", RsvpAnswer.NO: "❌"}
_TONES: Mapping[RsvpAnswer, Tone] = {RsvpAnswer.YES: "good", RsvpAnswer.MAYBE: "", RsvpAnswer.NO: "bad"}


def title(event: Event) -> Text:
    """Return the title for use in a sentence."""
    return rules.display_text(event.title)


async def render_card(subject: str, turn: Turn) -> Content | None:
    """Render an event with its answers; with buttons until it ends."""
    planned = await events.of_event(turn.uow, int(subject))
    if planned is None or rules.is_gone(planned.event):
        return None
    event, occurrence = planned
    if await reach.is_over_here(event, turn):
        return Content(text=turn.text("event-gone-here", title=title(event)))
    is_open = event.state == EventState.PLANNED and turn.now < occurrence.ends_at
    state = "over" if event.state == EventState.PLANNED and not is_open else event.state
    head = turn.text(f"event-card-{state}", number=str(event.number), title=title(event))
    reason = turn.text("event-reason", reason=event.reason) if event.reason else ()
    columns = await _answer_columns(planned, turn)
    nobody = () if columns else turn.text("event-who-none")
    if is_open:
        turn.expect_replies(turn.room)
    conditions = place_lines.conditions(planned, turn) if is_open else ()
    places = await place_lines.places_line(planned, turn)
    tone: PanelTone = "open" if is_open else "over"
    tone = "cancelled" if event.state == EventState.CANCELLED else tone
    rule, whose = await series.rule_line(event, turn), await reach.lines(event, turn)
    body = tuple(line for line in (reason, *describe(planned, turn, rule), *conditions, places, nobody, *whose) if line)
    panel = Panel(heading=head, body=body, columns=columns, tone=tone)
    buttons = await _buttons(planned, turn) if is_open else ()
    return Content(text=panel.flatten(), buttons=buttons, panel=panel, attachments=_picture(event))


async def _buttons(planned: EventOccurrence, turn: Turn) -> tuple[Button, ...]:
    """Return the buttons to answer, to get a calendar file, to see the platform's own event, and to share this one."""
    occurrence = planned.occurrence
    card = f"{SCHEDULED_EVENT_CARD}:{planned.event.id}"
    url = await placements.link_in(turn.uow, turn.room.account, turn.room.room, card)
    links = (Button("", turn.label("event-on-platform"), "🗓️", url=url),) if url else ()
    full = await place_lines.is_full(planned, turn)
    own = turn.room_context.place is not None and ownership.holds(turn.place, planned.event)
    share = share_button("event", planned.event.id, turn) if own else ()
    answers = answer_buttons(occurrence, turn, full=full)
    ends = options.replies_end(planned)
    if ends is not None and turn.now >= ends:
        return (answers[-1], *_calendar_button(occurrence, turn), *links, *share)
    return (*answers, *_guest_buttons(planned, turn), *_calendar_button(occurrence, turn), *links, *share)


def _guest_buttons(planned: EventOccurrence, turn: Turn) -> tuple[Button, ...]:
    """Return the buttons to bring guests. A reaction needs no second one: people take it back."""
    if not planned.event.guest_limit:
        return ()
    button = f"guest:{planned.occurrence.id}"
    less = (Button(f"{button}:less", turn.label("event-guest-less"), "➖"),) if turn.capabilities.buttons else ()
    return (Button(f"{button}:more", turn.label("event-guest-more"), "➕"), *less)


def _picture(event: Event) -> tuple[Attachment, ...]:
    """Return the event's picture, if it has one. Only a new message shows it; an edit keeps the files as they are."""
    return (msgspec.json.decode(event.picture, type=Attachment),) if event.picture else ()


def describe(planned: EventOccurrence, turn: Turn, rule: Rich = ()) -> list[Rich]:
    """Return the time, the recurrence rule, the place, the link and the description."""
    event, occurrence = planned
    lines = [turn.text("event-when", when=when(occurrence, turn)), rule]
    if event.place:
        lines.append(place_lines.where(event.place, turn))
    if event.link and event.link_hidden:
        lines.append(turn.text("event-link-hidden"))
    elif event.link:
        lines.append(turn.text("event-link", link=web_link(event)))
    if event.cost:
        lines.append(turn.text("event-cost", cost=event.cost))
    if event.description:
        lines.append(turn.text("event-about", text=event.description))
    lines.append(event_tags.line(event, turn))
    if event.source:
        lines.append(turn.text("event-source", name=rules.display_text(event.source)))
    return lines


def web_link(event: Event) -> Link:
    """Return the event's address on the web."""
    return Link(event.link, (Text(event.link),))


def start(occurrence: Occurrence, turn: Turn) -> datetime | Rich:
    """Return the start for a text; whole days in words."""
    return whole_days.show(occurrence, turn) if occurrence.all_day else occurrence.starts_at


def when(occurrence: Occurrence, turn: Turn) -> Rich:
    """Return the start and the end. Give only the hour of an end on the same day."""
    if occurrence.all_day:
        return whole_days.show(occurrence, turn)
    zone, start, end = turn.room_context.zone, occurrence.starts_at, rules.given_end(occurrence)
    if end is None:
        return turn.text("event-from", start=start)
    same_day = start.astimezone(zone).date() == end.astimezone(zone).date()
    return turn.text("event-from-to", start=start, end=turn.moment(end, style="time" if same_day else "long"))


def answer_buttons(occurrence: Occurrence, turn: Turn, *, full: bool = False) -> tuple[Button, ...]:
    """Return a button for each answer. Without a free place the yes is one for the waiting list."""
    labels = {answer: turn.label(f"rsvp-{answer}") for answer in RsvpAnswer}
    if full:
        labels[RsvpAnswer.YES] = turn.label("rsvp-wait")
    return tuple(
        Button(f"rsvp:{occurrence.id}:{answer}", labels[answer], _EMOJI[answer], tone=_TONES[answer])
        for answer in RsvpAnswer
    )


def _calendar_button(occurrence: Occurrence, turn: Turn) -> tuple[Button, ...]:
    """Return the button for the calendar file if the platform has buttons and files."""
    if not (turn.capabilities.buttons and turn.capabilities.upload_bytes):
        return ()
    return (Button(f"ics:{occurrence.id}", turn.label("event-to-calendar"), "📆"),)


async def _answer_columns(planned: EventOccurrence, turn: Turn) -> tuple[Column, ...]:
    """Return the number of each answer, with the names of those who may come or wait for a place."""
    occurrence = planned.occurrence
    counts = (await events.answer_counts(turn.uow, [occurrence.id])).get(occurrence.id, {})
    if planned.event.names_hidden:
        return _hidden_columns(counts, turn)
    columns = {each: await _column(planned, each, counts[each], turn) for each in RsvpAnswer if each in counts}
    waiting = await place_lines.waiting_column(planned, turn)
    first = [columns.pop(RsvpAnswer.YES)] if RsvpAnswer.YES in columns else []
    return (*first, *waiting, *columns.values())


def _hidden_columns(counts: Mapping[RsvpAnswer, int], turn: Turn) -> tuple[Column, ...]:
    """Return only how many come, and that only where it tells nothing about a single person."""
    coming = counts.get(RsvpAnswer.YES, 0)
    if not counts:
        return ()
    some = coming >= place_lines.LEAST_COUNTED
    line = (
        turn.text("event-who-some", count=coming)
        if some
        else turn.text("event-who-few", least=place_lines.LEAST_COUNTED)
    )
    return (Column(line, (), line),)


async def _column(planned: EventOccurrence, answer: RsvpAnswer, count: int, turn: Turn) -> Column:
    shows_names = answer != RsvpAnswer.NO
    among, date = reach.named_here(planned.event, turn), planned.occurrence.id
    named = await events.names_by_answer(turn.uow, date, answer, MAX_NAMES, among) if shows_names else []
    names = [turn.name(name) + (f" +{guests}" if guests else "") for name, guests in named]
    row: Rich = (Text(", ".join(names)),)
    entries: tuple[Rich, ...] = tuple((Text(name),) for name in names)
    more = count - sum(1 + guests for _, guests in named)
    if shows_names and more > 0:
        row = place_lines.with_more(row, more, planned.event, turn)
        entries += (place_lines.more_entry(more, len(names), planned.event, turn),)
    line = turn.text(f"event-who-{answer}", count=count, names=row)
    title: Rich = (Text(f"{_EMOJI[answer]} {turn.label(f'rsvp-{answer}')} ({count})"),)
    return Column(title, entries, line)


def preview(planned: EventOccurrence, turn: Turn, notes: list[Rich], rule: Rich = ()) -> Content:
    """Return the preview of a draft: the event, its reminders, the notes, and buttons to confirm or discard it.

    `rule`: how it recurs, and the next dates.
    """
    event = planned.event
    lines = [
        turn.text("event-preview", title=title(event)),
        *(line for line in describe(planned, turn, rule) if line),
        *place_lines.limits(planned, turn),
        _reminders(planned, turn),
        *notes,
    ]
    if not turn.capabilities.buttons:
        lines.append(turn.text("event-preview-how"))
    buttons = (
        Button(f"eventok:{event.id}", turn.label("event-confirm"), "✅"),
        Button(f"eventno:{event.id}", turn.label("event-drop"), "❌"),
    )
    return Content(text=join(lines), buttons=buttons, legend=False)


def _reminders(planned: EventOccurrence, turn: Turn) -> Rich:
    upcoming = reminder_times.upcoming(planned.event, planned.occurrence, turn.now)
    if not upcoming:
        return turn.text("event-preview-no-reminders")
    labels = {at: _offset(offset, planned.occurrence, turn) for offset, at in upcoming}
    offsets = join(list(labels.values()), (Text(", "),))
    return turn.text("event-preview-reminders", reminders=offsets)


def _offset(offset: Offset, occurrence: Occurrence, turn: Turn) -> Rich:
    """Return "1 day before" or "at the start"; "that morning" where no hour is known."""
    if occurrence.all_day and not offset.days:
        return turn.text("event-that-morning")
    offset = Offset(offset.days) if occurrence.all_day else offset
    return (Text(describe_lead(offset, turn.room_context.locale)),)


async def render_draft(subject: str, turn: Turn) -> Content | None:
    """Render the outcome of a draft in place of its preview; None while it waits."""
    event = await turn.uow.get(Event, int(subject))
    if event is None or event.state == EventState.DRAFT:
        return None
    if event.number is None:
        return Content(text=turn.text("event-draft-dropped"))
    return Content(text=turn.text("event-draft-confirmed", number=str(event.number), title=title(event)))


def _short_start(occurrence: Occurrence, turn: Turn) -> Rich:
    """Return the start for a list."""
    if occurrence.all_day:
        return whole_days.show(occurrence, turn, "short")
    return (turn.moment(occurrence.starts_at, style="short"),)


def line_of(planned: EventOccurrence, host: Community | Network, turn: Turn) -> Rich:
    """Return an event's line in the list of a network whose communities show it, with its host."""
    turn = turn.in_language(turn.answer_locale)
    at = _short_start(planned.occurrence, turn)
    return turn.text("event-line-of", title=title(planned.event), host=turn.name(host.name), at=at)


def list_line(planned: EventOccurrence, counts: Mapping[RsvpAnswer, int], turn: Turn) -> Rich:
    """Return an event's line in a list, in the language of an answer."""
    turn, event = turn.in_language(turn.answer_locale), planned.event
    at, shown = _short_start(planned.occurrence, turn), title(event)
    if event.series_id is not None:
        shown = Text(f"{shown.value} 🔁")
    yes, maybe = counts.get(RsvpAnswer.YES, 0), counts.get(RsvpAnswer.MAYBE, 0)
    if event.names_hidden and yes < place_lines.LEAST_COUNTED:
        return turn.text("event-line-hidden", number=str(event.number), title=shown, at=at)
    return turn.text("event-line", yes=yes, maybe=maybe, number=str(event.number), title=shown, at=at)
