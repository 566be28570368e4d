"""The question that the hosts ask everybody who comes. Only they read the answers."""

from __future__ import annotations

from bots.commands.checks import check_length
from bots.commands.declaration import Args
from bots.core.card_id import FORM_VERB
from bots.core.inbound import CommandInvoked, MessagePosted
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line, strip_controls
from bots.features.events import commands, lookup, views
from bots.features.events.contact import contact_of
from bots.i18n import answers, texts
from bots.turn.turn import Turn
from storage.queries import event_places
from storage.queries.events import EventOccurrence
from storage.tables import Rsvp, RsvpAnswer

MAX_ANSWER_LENGTH = 500
_SMALL_TALK = ("help", "hello", "thanks")


async def ask(planned: EventOccurrence, turn: Turn, *, waits: bool) -> None:
    """Ask the acting person, who comes or `waits` for a place, unless they answered.

    It is asked in a form where there are forms, else in private.
    """
    row = await _coming(planned, turn)
    if not planned.event.question or row is None or row.note:
        return
    args = {"title": views.title(planned.event), "question": planned.event.question, "waits": waits}
    if turn.token is not None and turn.capabilities.forms:
        await _offer_form(planned, args, turn)
        return
    contact = await contact_of(turn.member_id, planned.event, turn)
    if contact is not None:
        contact.tell("event-question", args, key=f"{turn.value.key}/question", fallback=False)


async def _offer_form(planned: EventOccurrence, args: dict[str, object], turn: Turn) -> None:
    value, name = turn.person_event(), commands.EVENT_ANSWER.name
    kept = {"values": {"number": str(planned.event.number)}}
    await turn.open_dialog(FORM_VERB, name, kept, user=value.person.user, room=value.room)
    button = Button(f"{FORM_VERB}:{name}", texts.words(turn.answer_locale, "form-fill-in"), "✏️")
    turn.answer_content(Content(text=turn.answer_text("event-question-form", **args), buttons=(button,)))


async def type_answer(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event answer [number] <answer>`."""
    planned = await lookup.find_event(call, args.optional_text("number"), turn, shown=True)
    row = await _coming(planned, turn)
    if not planned.event.question:
        raise Refusal("event-question-none", title=views.title(planned.event))
    if row is None:
        raise Refusal("event-question-first", title=views.title(planned.event))
    row.note = parse(args.text("answer"))
    turn.answer("event-question-noted", title=views.title(planned.event))


async def take_answer(message: MessagePosted, turn: Turn) -> None:
    """Take what somebody writes in private after the question as its answer."""
    if not message.direct or turn.actor is None or turn.effects.sent or not message.text.strip():
        return
    if answers.match(message.text, *_SMALL_TALK) is not None:
        return
    found = await event_places.open_question(turn.uow, turn.member_id, turn.now)
    if found is not None:
        event, _, row = found
        row.note = parse(message.text)
        turn.answer("event-question-noted", title=views.title(event))


def parse(text: str) -> str:
    """Return an answer on one line. Raises Refusal("text-too-long")."""
    words = one_line(strip_controls(text))
    check_length(words, MAX_ANSWER_LENGTH, "answer")
    return words


async def _coming(planned: EventOccurrence, turn: Turn) -> Rsvp | None:
    """Return the acting member's answer if it is a yes."""
    row = await event_places.rsvp_of(turn.uow, planned.occurrence.id, turn.member_id)
    return row if row is not None and row.answer == RsvpAnswer.YES else None
