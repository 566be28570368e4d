"""Who comes: answered by a button, by a reaction, or typed."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked
from bots.core.refusal import Refusal
from bots.features.events import lookup, rules, views
from bots.turn.turn import Turn
from storage.queries import events
from storage.queries.events import Planned


async def pressed(press: ButtonPressed, turn: Turn) -> None:
    """A button of the card: the newest answer counts. It is as old as the press, however late it is heard."""
    found = await _of_button(press, turn)
    rules.check_open(found.event, found.occurrence, turn.said_at)
    put(found, press.choice, turn)
    turn.acknowledge(f"rsvp-noted-{press.choice}", title=views.title(found.event))


async def taken_back(press: ButtonPressed, turn: Turn) -> None:
    """A reaction was taken back: what counts is the newest one that still stands."""
    found = await _of_button(press, turn)
    if found.event.state != "planned" or press.at >= found.occurrence.ends_at:
        return
    standing = await turn.standing_choice(press)
    if standing is not None:
        put(found, standing, turn)
    else:
        take_back(found, press.choice, turn)


async def typed(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """`rsvp [number] yes|maybe|no`."""
    number, answer = rules.rsvp(args.maybe("number"), args.maybe("answer"))
    found = await lookup.event(call, number, turn)
    rules.check_open(found.event, found.occurrence, turn.now)
    put(found, answer, turn)
    turn.answer(f"rsvp-noted-{answer}", title=views.title(found.event))


async def _of_button(press: ButtonPressed, turn: Turn) -> Planned:
    """The occurrence a button is about. Raises Refusal("button-unknown")."""
    if press.choice not in rules.ANSWERS:
        raise Refusal("button-unknown")
    return await lookup.of_button(press, turn)


def take_back(found: Planned, answer: str, turn: Turn) -> None:
    """The acting member's answer goes, if it is still this one."""
    row = {"b_occurrence_id": found.occurrence.id, "b_member_id": turn.member, "b_answer": answer}
    turn.uow.defer(events.RSVP_BACK, row)
    turn.refresh(f"event:{found.event.id}")


def put(found: Planned, answer: str, turn: Turn) -> None:
    """The acting member's answer, in place of an older one."""
    row = {"occurrence_id": found.occurrence.id, "member_id": turn.member, "answer": answer, "at": turn.said_at}
    turn.uow.defer(events.RSVP, row)
    turn.refresh(f"event:{found.event.id}")
