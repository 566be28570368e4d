"""Answers to events, by a button, a reaction or a command."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, CommandInvoked, ReactionAdded, ReactionRemoved
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Text
from bots.core.sanitize import truncate
from bots.features.events import (
    guest_words,
    hidden_link,
    lookup,
    own_reminders,
    places,
    question,
    reply_rules,
    rules,
    views,
    visibility,
    waiting_list,
)
from bots.features.events.places import Noted
from bots.i18n import answers, attendance
from bots.turn.outgoing import TOAST_LENGTH
from bots.turn.turn import Turn
from storage.queries import events, reactions, rsvps
from storage.queries.events import EventOccurrence
from storage.tables import RsvpAnswer

_MAX_WORDS, _MAX_SMALL = 12, 2
"""The most words of an answer with a title ("yes to the potluck"), and the most before the title."""


async def press_answer(press: ButtonPressed, turn: Turn) -> None:
    """Store the answer of a button, as of the time of the press."""
    answer = _answer_of(press.choice)
    planned = await lookup.event_of_button(press, turn)
    rules.check_open(planned.event, planned.occurrence, turn.occurred_at)
    noted = await store_answer(planned, answer, turn)
    await acknowledge(planned, noted, turn)


async def acknowledge(planned: EventOccurrence, noted: Noted, turn: Turn) -> None:
    """Tell the acting person the outcome of their answer in private; about a waiting list also in a private chat."""
    title = views.title(planned.event)
    short = Text(truncate(title.value, TOAST_LENGTH))
    if noted == "waiting":
        await waiting_list.acknowledge(planned, short, turn)
    else:
        turn.acknowledge(f"rsvp-noted-{noted}", toast=f"rsvp-toast-{noted}", title=title, short=short)
    await _go_on(planned, noted, turn)


async def release_answer(press: ButtonPressed, turn: Turn) -> None:
    """Delete the answer of a removed reaction. The newest remaining reaction counts instead."""
    answer = _answer_of(press.choice)
    planned = await lookup.event_of_button(press, turn)
    if not rules.is_open(*planned, press.at):
        return
    await _answer_by_remaining(planned, answer, press, turn)


async def react(value: ReactionAdded | ReactionRemoved, card: CardId, turn: Turn) -> None:
    """Take 👍 on the card of an open event as a yes, 👎 as a no; when it is removed, what remains. Ignore others."""
    answer = rules.answer_of_emoji(value.emoji)
    planned = await events.of_event(turn.uow, int(card.subject)) if answer is not None else None
    if answer is None or planned is None or not rules.is_open(*planned, turn.occurred_at):
        return
    if not await visibility.is_known(planned.event, turn):
        return
    if isinstance(value, ReactionAdded):
        noted = await store_answer(planned, answer, turn)
        if noted == "waiting":
            await acknowledge(planned, noted, turn)
        else:
            await _go_on(planned, noted, turn)
    else:
        await _answer_by_remaining(planned, answer, value, turn)


async def _answer_by_remaining(
    planned: EventOccurrence, removed: RsvpAnswer, value: ButtonPressed | ReactionRemoved, turn: Turn
) -> None:
    """Store the answer of the person's newest remaining reaction, or delete the removed one."""
    at = (value.account, value.room, value.message or "", value.person.user)
    emoji = await reactions.emoji_of_user(turn.uow, *at)
    remaining = next((answer for one in emoji if (answer := rules.answer_of_emoji(one)) is not None), None)
    if remaining is not None:
        await store_answer(planned, remaining, turn)
    else:
        await delete_answer(planned, removed, turn)


async def type_answer(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `rsvp [number] yes|maybe|no`; `none` takes the answer back. An event's title does for its number."""
    typed, said = args.optional_text("number"), args.optional_text("answer")
    if typed is None and said is None and not await events.upcoming(turn.uow, turn.holder, turn.now, 1, shown=True):
        raise Refusal("event-none")
    titled = await _find_behind_answer(call, args, turn)
    if titled := titled or await lookup.find_titled(call, args, "answer", turn, shown=True):
        typed, said = str(titled[0].event.number), titled[1]
    if answers.match(said or "", "none"):
        await _withdraw(await lookup.find_event(call, typed, turn, shown=True), turn)
        return
    words, guests = guest_words.cut(said or "")
    answer = rules.parse_answer(words) or (RsvpAnswer.YES if guests and not words else None)
    if answer is None or typed is None:
        number, answer = rules.parse_rsvp(typed, words)
        typed = str(number) if number is not None else None
    planned = await lookup.find_event(call, typed, turn, shown=True)
    rules.check_open(planned.event, planned.occurrence, turn.now)
    await answer_noted(planned, await store_answer(planned, answer, turn, guests=guests), turn)


async def _withdraw(planned: EventOccurrence, turn: Turn) -> None:
    """Delete the answer of somebody who takes it back."""
    rules.check_open(planned.event, planned.occurrence, turn.now)
    given = await rsvps.answer_of(turn.uow, planned.occurrence.id, turn.member_id)
    if given is not None:
        await delete_answer(planned, given, turn)
    turn.answer("rsvp-withdrawn" if given is not None else "rsvp-none", title=views.title(planned.event))


async def _find_behind_answer(call: CommandInvoked, args: Args, turn: Turn) -> tuple[EventOccurrence, str] | None:
    """Return the event and the answer in "yes to the potluck"; None for anything else."""
    first, *others = (args.optional_text("answer") or "").split()[:_MAX_WORDS] or [""]
    if rules.parse_answer(first) is None or "number" in args.values:
        return None
    for at in range(min(len(others), _MAX_SMALL + 1)):
        behind = Args({"answer": " ".join(others[at:])})
        titled = await lookup.find_titled(call, behind, "answer", turn, shown=True)
        if titled is not None and not attendance.without_fillers(titled[1]):
            return titled[0], first  # "no to the potluck, sorry"
    return None


async def answer_noted(planned: EventOccurrence, noted: Noted, turn: Turn) -> None:
    """Answer somebody who typed their reply with its outcome."""
    if noted == "waiting":
        await waiting_list.answer_waiting(planned, turn)
    else:
        text = turn.answer_text(f"rsvp-noted-{noted}", title=views.title(planned.event))
        turn.answer_content(Content(text=text), about=views.news_card(planned.event))
    await _go_on(planned, noted, turn)


async def _go_on(planned: EventOccurrence, noted: Noted, turn: Turn) -> None:
    """Tell somebody who comes the hidden link in private, and ask them what the hosts want to know."""
    if noted == "yes":
        await hidden_link.tell(planned, turn)
    if noted in ("yes", "waiting"):
        await question.ask(planned, turn, waits=noted == "waiting")


def _answer_of(choice: str) -> RsvpAnswer:
    """Return the answer of a button. Raises Refusal("button-unknown")."""
    try:
        return RsvpAnswer(choice)
    except ValueError:
        raise Refusal("button-unknown") from None


async def store_answer(planned: EventOccurrence, answer: RsvpAnswer, turn: Turn, *, guests: int | None = None) -> Noted:
    """Replace the acting member's answer unless it is newer than this value. Return the outcome.

    `guests`: how many people they bring; None leaves that as it is. Raises what `reply_rules.check` raises.
    """
    await reply_rules.check(planned, answer, guests or 0, turn)
    if answer != RsvpAnswer.NO:
        own_reminders.answered(planned, turn)
    if planned.event.capacity is not None:
        return await places.store(planned, answer, guests, turn)
    row = {
        "occurrence_id": planned.occurrence.id, "member_id": turn.member_id, "b_member_id": turn.member_id,
        "answer": answer, "at": turn.occurred_at, "left_at": None, "guests": guests or 0, "automatic": False,
        "waiting_since": None, "offered_until": None, "room_id": visibility.room_of_answer(planned.event, turn),
    }  # fmt: skip
    keeps_guests = answer == RsvpAnswer.YES and guests is None
    turn.uow.defer(rsvps.SET_RSVP if keeps_guests else rsvps.SET_RSVP_ALONE, row)
    turn.refresh_card(f"event:{planned.event.id}")
    return answer.value


async def delete_answer(planned: EventOccurrence, answer: RsvpAnswer, turn: Turn) -> None:
    """Delete the acting member's answer if it is still this one."""
    if planned.event.capacity is not None:
        await places.withdraw(planned, answer, turn)
        return
    row = {"b_occurrence_id": planned.occurrence.id, "b_member_id": turn.member_id, "b_answer": answer}
    turn.uow.defer(rsvps.DELETE_RSVP, row)
    turn.refresh_card(f"event:{planned.event.id}")
