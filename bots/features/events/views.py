"""The card of an event, and its line in a list."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

import msgspec

from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content, Tone
from bots.core.panel import Panel, PanelTone
from bots.core.richtext import Link, Rich, Text
from bots.features.events import event_tags, options, place_lines, rules, series, visibility, whole_days
from bots.features.events.answer_columns import EMOJI, answer_columns
from bots.turn.share_button import share_button
from bots.turn.turn import Turn
from storage.queries import events, ownership, placements
from storage.queries.events import EventOccurrence
from storage.tables import Community, Event, EventState, Member, Network, Occurrence, RsvpAnswer

SCHEDULED_EVENT_CARD = "gathering"
"""Kind of the card that a platform's own scheduled event shows."""
NEWS_CARD = "eventnews"
"""Kind of the card of a reminder, or another message about an event that never changes. A reply to it is about that."""
CARDS = ("event", NEWS_CARD)
_TONES: Mapping[RsvpAnswer, Tone] = {RsvpAnswer.YES: "good", RsvpAnswer.MAYBE: "", RsvpAnswer.NO: "bad"}


def news_card(event: Event) -> str:
    """Return the card of a message about an event that never changes."""
    return f"{NEWS_CARD}:{event.id}"


def title(event: Event) -> Text:
    """Return the title for use in a sentence."""
    return rules.display_text(event.title)


async def render_card(subject: str, turn: Turn) -> Content | None:
    """Render an event with its answers; with buttons until it ends."""
    planned = await events.of_event(turn.uow, int(subject))
    if planned is None or rules.is_gone(planned.event):
        return None
    event, occurrence = planned
    if await visibility.is_over_here(event, turn):
        return Content(text=turn.text("event-gone-here", title=title(event)))
    is_open = event.state == EventState.PLANNED and turn.now < occurrence.ends_at
    state = "over" if event.state == EventState.PLANNED and not is_open else event.state
    head = turn.text(f"event-card-{state}", number=str(event.number), title=title(event))
    reason = turn.text("event-reason", reason=event.reason) if event.reason else ()
    columns = await answer_columns(planned, turn)
    nobody = () if columns else turn.text("event-who-none")
    if is_open:
        turn.expect_replies(turn.room)
    conditions = place_lines.conditions(planned, turn) if is_open else ()
    places = await place_lines.places_line(planned, turn)
    tone: PanelTone = "open" if is_open else "over"
    tone = "cancelled" if event.state == EventState.CANCELLED else tone
    rule, whose = await series.rule_line(event, turn), await visibility.lines(event, turn)
    told = (reason, *describe(planned, turn, rule), await host_line(event, turn), *conditions, places, nobody, *whose)
    body = tuple(line for line in told if line)
    panel = Panel(heading=head, body=body, columns=columns, tone=tone)
    buttons = await _buttons(planned, turn) if is_open else ()
    return Content(text=panel.flatten(), buttons=buttons, panel=panel, attachments=picture(event))


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


def picture(event: Event) -> tuple[Attachment, ...]:
    """Return the event's picture, if it has one. Only a new message shows it; an edit keeps the files as they are."""
    return (msgspec.json.decode(event.picture, type=Attachment),) if event.picture else ()


def describe(planned: EventOccurrence, turn: Turn, rule: Rich = ()) -> list[Rich]:
    """Return the time, the recurrence rule, the place, the link and the description."""
    event, occurrence = planned
    lines = [turn.text("event-when", when=when(occurrence, turn)), rule, *where_lines(event, turn)]
    if event.cost:
        lines.append(turn.text("event-cost", cost=event.cost))
    if event.description:
        lines.append(turn.text("event-about", text=event.description))
    lines.append(event_tags.line(event, turn))
    if event.source:
        lines.append(turn.text("event-source", name=rules.display_text(event.source)))
    return lines


def where_lines(event: Event, turn: Turn) -> list[Rich]:
    """Return the place and the link, as far as the event has them."""
    lines = [place_lines.where(event.place, turn)] if event.place else []
    if event.link and event.link_hidden:
        lines.append(turn.text("event-link-hidden"))
    elif event.link:
        lines.append(turn.text("event-link", link=web_link(event)))
    return lines


async def host_line(event: Event, turn: Turn) -> Rich:
    """Return who hosts an event, in the rooms of its own community or network only."""
    own = turn.room_context.place is not None and ownership.holds(turn.place, event)
    if event.host_id is None or event.host_asked or not own:
        return ()
    host = await turn.uow.get(Member, event.host_id)
    return turn.text("event-host-line", name=turn.name(host.name)) if host is not None else ()


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
        Button(f"rsvp:{occurrence.id}:{answer}", labels[answer], EMOJI[answer], tone=_TONES[answer])
        for answer in RsvpAnswer
    )


def _calendar_button(occurrence: Occurrence, turn: Turn) -> tuple[Button, ...]:
    """Return the button for the calendar file if the platform has buttons and files."""
    if not (turn.capabilities.buttons and turn.capabilities.upload_bytes):
        return ()
    return (Button(f"ics:{occurrence.id}", turn.label("event-to-calendar"), "📆"),)


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
