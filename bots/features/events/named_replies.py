"""Replies that name their event, or that are said to the bot: "can't make friday", "@glocal je viens à la chorale"."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from bots.core.inbound import MessagePosted
from bots.core.outbound import CHOICE_EMOJI, Button, Content
from bots.core.richtext import join
from bots.core.sanitize import truncate, without_mentions
from bots.dates.absence import is_absence
from bots.features.events import inquiries, lookup, naming, rules, typed_replies, views
from bots.i18n import answers, attendance
from bots.i18n.attendance import Attendance
from bots.i18n.listed_words import plain_words
from bots.turn import home
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import events
from storage.queries.events import EventOccurrence

DIALOG = "event-attend-which"
_MAX_OFFERED = 5
_MAX_LABEL = 40
_NUMBER = re.compile(r"[0-9]{1,6}")


class Named(NamedTuple):
    """What a message says about coming, and to which events."""

    said: Attendance
    found: Sequence[EventOccurrence]


async def hear(message: MessagePosted, turn: Turn) -> None:
    """Take a message that says that its author comes to an event that it names, or not, as their answer."""
    to_us = message.direct or message.addressed
    if not (to_us or message.reply_to is not None or is_absence(message.text)):
        return
    there = await home.of_speaker(message, turn)
    if there is None or turn.effects.sent or turn.actor is None:
        return
    replied = await typed_replies.event_replied_to(message, there)
    known = [replied] if replied is not None else await naming.known(there)
    named = _read(message.text, known, there, alone=to_us and replied is None)
    if named is None:
        return
    if replied is not None:
        await _answer_card(replied, named, message, there)
    elif to_us:
        await _answer_us(named, known, message, there)
    elif message.reply_to is None:
        mine = await _mine(named, there)
        if mine:
            await typed_replies.ask(mine[0], "attendance-ask-still", message, there)


async def hear_unnamed(message: MessagePosted, turn: Turn) -> None:
    """Ask somebody who comes, without saying to what, which of the events just announced here they mean."""
    said = attendance.read(message.text) if message.reply_to is None else None
    if said is None or not said.surely or said.bare or said.answer == "no":
        return
    if turn.effects.sent or turn.room_context.place is None or turn.actor is None:
        return
    found = [one for one in await typed_replies.just_announced(turn) if rules.is_open(*one, turn.occurred_at)]
    if len(found) > 1:
        await _ask_which(found, said, message, turn)


def _read(text: str, known: Sequence[EventOccurrence], turn: Turn, *, alone: bool) -> Named | None:
    """Return what a message says about the events that it names. `alone`: if it names none, about all of them."""
    words = without_mentions(text)
    if len(words) > attendance.MAX_LENGTH:
        return None
    asked = naming.days_in(words, turn)
    if asked is not None and (said := attendance.read_named(asked.rest)) is not None:
        return Named(said, naming.on_days(asked, known, turn))
    titled = naming.titled(words, known)
    if titled and (said := attendance.read_named(naming.cut_title(words, titled[0]))) is not None:
        return Named(said, titled)
    read = attendance.read(words) if alone else None
    return Named(read, known) if read is not None and read.surely and not read.bare else None


async def _answer_card(replied: EventOccurrence, named: Named, message: MessagePosted, turn: Turn) -> None:
    """Answer a reply to an event's card: it counts if it names the event or its day, else ask."""
    if not rules.is_open(*replied, turn.occurred_at):
        return
    if named.found:
        await typed_replies.note(replied, named.said, named.said.guests, turn)
    else:
        await typed_replies.ask(replied, "attendance-ask", message, turn)


async def _answer_us(named: Named, known: Sequence[EventOccurrence], message: MessagePosted, turn: Turn) -> None:
    """Answer what somebody says to the bot: note it if one event can be meant, else ask which."""
    mine = await _mine(named, turn) if named.said.answer == "no" else []
    found = mine or named.found
    if not found:
        turn.answer_content(Content(text=inquiries.nothing_then(known, turn)))
    elif len(found) == 1:
        await typed_replies.note(found[0], named.said, named.said.guests, turn)
    else:
        await _ask_which(found[:_MAX_OFFERED], named.said, message, turn)


async def _mine(named: Named, turn: Turn) -> Sequence[EventOccurrence]:
    """Return those of the events that the acting member comes to."""
    coming = {one.occurrence.id for one in await naming.coming_to(turn)} if named.found else set()
    return [one for one in named.found if one.occurrence.id in coming]


async def _ask_which(found: Sequence[EventOccurrence], said: Attendance, message: MessagePosted, turn: Turn) -> None:
    """Ask which events are meant. The next message is the answer."""
    state = {"answer": said.answer, "guests": said.guests, "events": [one.event.id for one in found]}
    await turn.open_dialog(DIALOG, "", state, user=message.person.user, life=DECISION_LIFE, above=True)
    lines = await lookup.describe_events(found, turn)
    text = join([turn.answer_text("attendance-which"), *lines])
    turn.answer_content(Content(text=text, buttons=_buttons(found, said, turn), asks=True))


def _buttons(found: Sequence[EventOccurrence], said: Attendance, turn: Turn) -> tuple[Button, ...]:
    """Return a button for each event, where the platform has buttons. With guests it takes words."""
    if not turn.capabilities.buttons or said.guests:
        return ()
    return tuple(
        Button(f"rsvp:{one.occurrence.id}:{said.answer}", truncate(views.title(one.event).value, _MAX_LABEL), emoji)
        for one, emoji in zip(found, CHOICE_EMOJI, strict=False)
    )


async def answer(message: MessagePosted, _subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take the answer to that question. Any other message is an ordinary one, and ends the question."""
    await turn.close_dialog(user=message.person.user, room=message.room)
    there, asked = await home.of_speaker(message, turn), state["events"]
    assert isinstance(asked, list)
    found = [await events.of_event(turn.uow, event) for event in asked]
    offered = [one for one in found if one is not None and rules.is_open(*one, turn.occurred_at)]
    chosen = _chosen(message.text, offered, there) if there is not None else []
    if there is None or not chosen:
        return False
    guests = state["guests"] if isinstance(state["guests"], int) else None
    said = next(each for each in attendance.SAID if each == state["answer"])
    for planned in chosen:
        await typed_replies.note(planned, Attendance(said, guests, surely=True), guests, there)
    return True


def _chosen(text: str, offered: Sequence[EventOccurrence], turn: Turn) -> Sequence[EventOccurrence]:
    """Return the events that an answer chooses: by number, by title, by day, or all."""
    if answers.plain(text) in plain_words("attendance-all-words"):
        return offered
    numbered = [one for one in offered if str(one.event.number) in _NUMBER.findall(text)]
    asked = naming.days_in(text, turn)
    return numbered or naming.titled(text, offered) or (naming.on_days(asked, offered, turn) if asked else [])
