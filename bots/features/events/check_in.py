"""`event checkin`: the hosts tick off who is there, by a button for each name."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.integers import parse_int
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, Text, join
from bots.core.sanitize import truncate
from bots.features.events import lookup, rules, views
from bots.turn.authorization import check_right
from bots.turn.turn import Turn
from storage.queries import event_places, events, members, ownership
from storage.queries.events import EventOccurrence
from storage.tables import Event, EventState, Role, Rsvp

CARD = BUTTON = "checkin"
PAGE_BUTTON = "checkpage"
PAGE_SIZE = 18
"""Names of a page: with the two buttons to turn it there are as many as we have signs."""


async def start(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event checkin [number]`: post the list of those who come, with a button for each."""
    planned = await lookup.find_event(call, args.optional_text("number"), turn)
    if planned.event.state != EventState.PLANNED:
        rules.check_open(*planned, turn.now)
    card = f"{CARD}:{planned.occurrence.id}-0"
    content = await render(f"{planned.occurrence.id}-0", turn)
    if content is None or not content.buttons:
        raise Refusal("event-guests-nobody", title=views.title(planned.event))
    if planned.event.names_hidden:
        turn.send_direct(
            call.person.user, content, card=card, fallback=Content(text=turn.text("event-guests-unreachable"))
        )
        turn.answer("event-guests-sent")
    else:
        turn.post_content(content, card=card)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a page of the list: who was ticked off, and a button for each name."""
    occurrence, page = _parse(subject)
    planned = await events.of_occurrence(turn.uow, occurrence)
    if planned is None:
        return None
    people = await event_places.attendees(
        turn.uow, occurrence, limit=PAGE_SIZE + 1, offset=page * PAGE_SIZE, coming=True
    )
    shown, more = people[:PAGE_SIZE], len(people) > PAGE_SIZE
    lines: list[Rich] = [turn.text("event-checkin", title=views.title(planned.event))]
    buttons: list[Button] = []
    for emoji, one in zip(CHOICE_EMOJI, shown, strict=False):
        sign = "☑️" if one.answer.checked_in_at is not None else "⬜"
        name = turn.name(one.name) + (f" +{one.answer.guests}" if one.answer.guests else "")
        lines.append((Text(f"{sign} {emoji} {name}"),))
        label = f"{sign} {truncate(name, 30)}"
        buttons.append(Button(f"{BUTTON}:{subject}:{one.member}", label, emoji))
    buttons += [Button(f"{PAGE_BUTTON}:{occurrence}-{page - 1}", "◀", "◀️")] if page else []
    buttons += [Button(f"{PAGE_BUTTON}:{occurrence}-{page + 1}", "▶", "▶️")] if more else []
    return Content(text=join(lines), buttons=tuple(buttons), legend=False)


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Tick somebody off, or take that back. A reaction is taken back by itself."""
    row = await _ticked(press, turn)
    row.checked_in_at = turn.now if row.checked_in_at is None or not turn.capabilities.buttons else None


async def release(press: ButtonPressed, turn: Turn) -> None:
    """Take back what a reaction ticked off."""
    (await _ticked(press, turn)).checked_in_at = None


async def _ticked(press: ButtonPressed, turn: Turn) -> Rsvp:
    """Return the row of the person whose button this is, and refresh the list."""
    planned, page = await _of_host(press, turn)
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, parse_int(press.choice) or 0)
    if row is None:
        raise Refusal("button-unknown")
    turn.refresh_card(f"{CARD}:{planned.occurrence.id}-{page}")
    return row


async def press_page(press: ButtonPressed, turn: Turn) -> None:
    """Show another page below this one."""
    planned, page = await _of_host(press, turn)
    subject = f"{planned.occurrence.id}-{page}"
    content = await render(subject, turn)
    if content is not None and content.buttons:
        turn.post_content(content, card=f"{CARD}:{subject}")


async def _of_host(press: ButtonPressed, turn: Turn) -> tuple[EventOccurrence, int]:
    """Return the event and the page of a button. Raises Refusal for anybody but the community's connectors."""
    occurrence, page = _parse(press.subject)
    planned = await events.of_occurrence(turn.uow, occurrence)
    if planned is None:
        raise Refusal("button-unknown")
    if turn.room_context.place is None:
        if not await _has_role(planned.event, turn):
            raise Refusal("button-unknown")
    elif not await ownership.knows(turn.uow, turn.holder, planned.event):
        raise Refusal("button-unknown")
    else:
        await check_right(Right.CONNECTOR, "event checkin", turn)
    return planned, page


async def _has_role(event: Event, turn: Turn) -> bool:
    """Return whether the acting member runs the community or network that holds the event."""
    networks = [event.network_id] if event.network_id is not None else []
    roles = await members.roles(turn.uow, turn.member_id, event.community_id, networks)
    return bool(roles & {Role.CONNECTOR, Role.COORDINATOR})


def _parse(subject: str) -> tuple[int, int]:
    """Return the occurrence and the page that a subject names; zeros for anything else."""
    occurrence, _, page = subject.partition("-")
    return parse_int(occurrence) or 0, max(0, parse_int(page) or 0)
