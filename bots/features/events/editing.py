"""`event edit`: another title, place, link, description or picture; by words, by named arguments, or in a form."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec
from msgspec import structs

from bots.commands import localization
from bots.commands.declaration import Args
from bots.commands.folding import fold, folded_words
from bots.core.inbound import Attachment, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.dates.errors import CalendarProblem
from bots.dialogs import forms, invocation
from bots.features.events import (
    changes,
    commands,
    date_changes,
    details,
    lookup,
    platform_events,
    rules,
    series_changes,
    views,
)
from bots.features.events.details import FIELDS, PICTURE, Field
from bots.i18n import answers, texts
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence
from storage.tables import Event

DIALOG = "event-edit"
_MAX_VERB = 40
_MAX_UNREADABLE = 3
"""After so many messages without a change we stop asking."""


async def edit_event(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event edit [number] [changes]`. Without changes, show a form or ask what is to change."""
    planned, words = await lookup.find_named(call, args, "changes", turn)
    rules.check_changeable(*planned, turn.now)
    given = _named_values(call, args)
    if words and not given and _renames(call.line) and not details.read_changes(words):
        words, given = "", {"title": words}
    if words or given:
        await _edit(planned, words, given, turn)
    elif turn.capabilities.forms and call.token is not None:
        _show_form(planned.event, turn)
    else:
        await _ask(planned, "event-edit-what", turn)


def _renames(line: str) -> bool:
    """Return whether the verb that was typed asks for another title: `event rename 4 Feast`."""
    return not folded_words("event-rename-words").isdisjoint(fold(line[:_MAX_VERB]).split())


def _named_values(call: CommandInvoked, args: Args) -> dict[Field, str]:
    """Return the fields that the platform, a form or the line names. In a form an empty field empties the event's."""
    if call.options is not None:
        return {field: call.options[field] for field in FIELDS if field in call.options}
    return {field: args.text(field) for field in FIELDS if field in args.values}


async def _edit(planned: EventOccurrence, words: str, given: Mapping[Field, str], turn: Turn) -> None:
    """Change what the words and the named values say. A day or an hour moves the event; `picture` asks for one."""
    typed = details.read_changes(words) if words else {}
    if words and not typed:
        await _move_instead(planned, words, turn)
        return
    new: dict[Field, str] = dict(given)
    new |= {field: typed[field] for field in FIELDS if field in typed}
    parsed = {field: details.parse(field, value, "changes") for field, value in new.items()}
    if PICTURE not in typed and await series_changes.ask_edit(planned, parsed, turn):
        return
    before = details.values(planned.event)
    different = details.changed(planned.event, parsed)
    there = await turn.in_room_of(planned.event) or turn
    if different:
        await date_changes.announce_edit(planned, different, before, turn)
        date_changes.confirm_edit(there, turn)
    if PICTURE in typed:
        await _change_picture(planned, typed[PICTURE], turn)
    elif not different:
        turn.answer("event-edit-same", title=views.title(planned.event))


async def _move_instead(planned: EventOccurrence, words: str, turn: Turn) -> None:
    """Move the event if the words are a time. Raises Refusal("event-edit-unreadable") if they are not."""
    try:
        rules.reschedule(planned.occurrence, words, turn.room_context, turn.occurred_at)
    except CalendarProblem:
        number = str(planned.event.number)
        raise Refusal("event-edit-unreadable", argument="changes", given=words, number=number) from None
    await changes.move(planned, words, turn)


def _show_form(event: Event, turn: Turn) -> None:
    locale = turn.answer_locale
    values: dict[str, str] = {"number": str(event.number)}
    values |= {field: getattr(event, field) for field in FIELDS}
    shown = tuple(
        structs.replace(field, long=field.id == "description")
        for field in localization.form_fields(commands.EVENT_EDIT, Args(values), locale)
    )
    name, title = commands.EVENT_EDIT.name, texts.words(locale, f"cmd-{commands.EVENT_EDIT.slug}")
    late = forms.with_button(commands.EVENT_EDIT, texts.rich(locale, "form-late"), turn)
    turn.show_form(f"{forms.COMMAND_FORM}:{name}", title, shown, late)


async def _ask(planned: EventOccurrence, text_id: str, turn: Turn, *, unreadable: int = 0, **args: object) -> None:
    """Ask what is to change, or for the picture. The next message is the answer."""
    event, value = planned.event, turn.person_event()
    state = {"unreadable": unreadable, "picture": text_id == "event-edit-picture"}
    await turn.open_dialog(DIALOG, str(event.id), state, user=value.person.user, room=value.room)
    text = turn.answer_text(text_id, title=views.title(event), number=str(event.number), **args)
    turn.answer_content(Content(text=text, asks=True))


async def answer_edit(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Take a message as the change, or its picture as the event's. Explain a message that is neither."""
    await invocation.check_allowed(commands.EVENT_EDIT, turn)
    planned = await lookup.event_of_id(subject, turn)
    rules.check_changeable(*planned, turn.now)
    await turn.close_dialog(user=message.person.user, room=message.room)
    picture = next((file for file in message.attachments if file.mime.startswith("image/")), None)
    if picture is not None:
        await _set_picture(planned, picture, turn)
    elif state.get("picture") and answers.match(message.text, "none", "no"):
        await _set_picture(planned, None, turn)
    else:
        await _edit_or_ask_again(planned, message.text, state, turn)
    return True


async def _edit_or_ask_again(planned: EventOccurrence, typed: str, state: Mapping[str, object], turn: Turn) -> None:
    try:
        await _edit(planned, typed or " ", {}, turn)
    except Refusal as refusal:
        unreadable = int(str(state["unreadable"])) + 1
        if unreadable >= _MAX_UNREADABLE:
            raise Refusal("event-kept", title=views.title(planned.event)) from None
        await _ask(planned, refusal.text_id, turn, unreadable=unreadable, **_without(refusal.text_args))


def _without(args: Mapping[str, object]) -> dict[str, object]:
    return {name: value for name, value in args.items() if name not in ("number", "title")}


async def _change_picture(planned: EventOccurrence, value: str, turn: Turn) -> None:
    """Ask for a picture, or remove it for a word such as `none`."""
    if answers.match(value, "none", "no"):
        await _set_picture(planned, None, turn)
    else:
        await _ask(planned, "event-edit-picture", turn)


async def _set_picture(planned: EventOccurrence, picture: Attachment | None, turn: Turn) -> None:
    """Store the picture, and show the card again: a message keeps the files that it was sent with."""
    event = planned.event
    if picture is None and not event.picture:
        turn.answer("event-edit-same", title=views.title(event))
        return
    event.picture = msgspec.json.encode(picture).decode() if picture is not None else ""
    there = await turn.in_room_of(event) or turn
    await cards.show_again(views.render_card, f"event:{event.id}", there)
    await platform_events.publish(planned, there, uncovered=picture is None)
    date_changes.confirm_edit(there, turn)
