"""Polls whose author looks at them first: the preview, and its buttons Publish, Edit and Cancel.

The draft is the state of a dialog, so it has no row and no number.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from hashlib import blake2s

from msgspec import structs

from bots.commands.declaration import Args
from bots.core import outbound
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.dialogs import forms, invocation
from bots.dialogs.asides import is_question
from bots.dialogs.yes_no import parse_decision
from bots.features.polls import (
    asked_rules,
    changes,
    commands,
    date_options,
    draft_dialog,
    previews,
    rule_steps,
    settings_reading,
    visibility,
)
from bots.features.polls.posting import publish
from bots.features.polls.proposals import Proposal, make_proposal
from bots.turn.notices import DialogReplaced
from bots.turn.turn import Turn
from storage.tables import PollKind


async def show(proposal: Proposal, turn: Turn, *, more: bool = False) -> None:
    """Show the preview of a poll to its author, and wait for their answer. `more`: with the buttons of all rules."""
    value, there = turn.person_event(), turn.in_language(turn.answer_locale)
    goes_to = await visibility.announce(proposal, there)
    await _withdraw_previous(turn)
    subject = _new_subject(turn)
    await draft_dialog.keep(proposal, subject, turn, listens=True)
    content = previews.preview(proposal, subject, there, goes_to, more=more)
    if turn.capabilities.private_answers:
        turn.answer_content(content)
        return
    message = value.message if isinstance(value, CommandInvoked | MessagePosted) else None
    post = outbound.Post(
        room=turn.room.room, content=content, card=f"{draft_dialog.CARD_KIND}:{subject}", reply_to=message
    )
    turn.enqueue(turn.account, post)


def _new_subject(turn: Turn) -> str:
    return blake2s(turn.value.key.encode(), digest_size=6).hexdigest()


async def _withdraw_previous(turn: Turn) -> None:
    """Remove the preview that the person left unanswered in this room: the new one takes its place."""
    dialog = await draft_dialog.current(turn)
    if dialog is not None:
        await turn.withdraw_card(f"{draft_dialog.CARD_KIND}:{dialog.subject}")


async def discard(notice: DialogReplaced, turn: Turn) -> None:
    """Remove the preview of a command that its author edited."""
    if notice.kind == draft_dialog.DIALOG:
        await turn.withdraw_card(f"{draft_dialog.CARD_KIND}:{notice.subject}")


async def press_publish(press: ButtonPressed, turn: Turn) -> None:
    """Publish the poll."""
    await _publish(await draft_dialog.pressed(press, turn), press.subject, turn)


async def press_drop(press: ButtonPressed, turn: Turn) -> None:
    """Drop the draft."""
    await draft_dialog.pressed(press, turn)
    await _drop(press.subject, turn)


async def press_setting(press: ButtonPressed, turn: Turn) -> None:
    """Change one rule of the draft, and show it again. Raises Refusal("poll-draft-gone" | "button-unknown")."""
    proposal = await draft_dialog.pressed(press, turn)
    given = proposal.settings
    match press.choice:
        case previews.KIND:
            kind = previews.next_kind(proposal)
            changed = structs.replace(given, points=settings_reading.usual_points(kind), threshold="")
            proposal = structs.replace(proposal, kind=kind, settings=changed, max_choices=1)
        case previews.ANONYMOUS:
            proposal = structs.replace(proposal, settings=structs.replace(given, anonymous=not given.anonymous))
        case previews.HIDDEN:
            proposal = structs.replace(proposal, settings=structs.replace(given, hidden=not given.hidden))
        case previews.ADDITIONS:
            proposal = structs.replace(proposal, settings=structs.replace(given, additions=not given.additions))
        case previews.MORE:
            pass
        case name if name in asked_rules.NAMES:
            await _ask_for_rule(proposal, name, press, turn)
            return
        case name if name in rule_steps.NAMES:
            proposal = rule_steps.press(proposal, name, turn)
        case _:
            raise Refusal("button-unknown")
    more = press.choice == previews.MORE or press.choice in rule_steps.NAMES
    await show(structs.replace(proposal, native=None), turn, more=more)


async def _ask_for_rule(proposal: Proposal, name: str, press: ButtonPressed, turn: Turn) -> None:
    """Show a form with one rule, or take the person's next message as that rule."""
    if proposal.edits is not None:
        raise Refusal("button-unknown")
    has_form, own = turn.capabilities.forms and press.token is not None, turn.in_language(turn.answer_locale)
    await draft_dialog.keep(proposal, press.subject, turn, listens=not has_form, asks=name)
    if has_form:
        asked_rules.show_form(proposal, name, turn)
    else:
        turn.answer_content(Content(text=asked_rules.question(proposal, name, own), asks=True))


async def _fill_in(
    message: MessagePosted, old: Proposal, subject: str, state: Mapping[str, object], turn: Turn
) -> None:
    """Show the draft with the rule that a message says. Say what is wrong with it, if so, and listen once more."""
    name = str(state[draft_dialog.ASKS])
    try:
        invocation.check_length(message.text)
        await show(asked_rules.fill(old, name, message.text, turn), turn, more=True)
    except Refusal as refusal:
        unreadable = int(str(state[draft_dialog.UNREADABLE])) + 1
        asks = name if unreadable < draft_dialog.MAX_UNREADABLE else ""
        await draft_dialog.keep(old, subject, turn, listens=True, asks=asks, unreadable=unreadable)
        turn.answer(refusal.text_id, **refusal.text_args)


async def press_edit(press: ButtonPressed, turn: Turn) -> None:
    """Show the form with the poll in it, or take the person's next message as the corrected poll."""
    proposal = await draft_dialog.pressed(press, turn)
    if turn.capabilities.forms and press.token is not None and proposal.edits is None:
        await draft_dialog.keep(proposal, press.subject, turn, listens=True)
        forms.show(commands.POLL, proposal.as_args(), turn)
    else:
        await _ask_for_new_words(proposal, press.subject, turn)


async def ask_for_new_words(proposal: Proposal, turn: Turn) -> None:
    """Ask the person to type a poll again as it should be."""
    await _withdraw_previous(turn)
    await _ask_for_new_words(proposal, _new_subject(turn), turn)


async def _ask_for_new_words(proposal: Proposal, subject: str, turn: Turn) -> None:
    await draft_dialog.keep(proposal, subject, turn, listens=True, rewrites=True)
    text = previews.rewrite_request(proposal, turn.in_language(turn.answer_locale))
    turn.answer_content(Content(text=text, asks=True))


async def answer_preview(message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
    """Handle what somebody types after a preview: yes, no, or the corrected poll.

    Other words are ordinary messages. Without buttons, answer the first of them with a hint.
    """
    proposal, until = Proposal.from_state(state["draft"]), str(state[draft_dialog.LISTENS])
    if not until or turn.occurred_at > datetime.fromisoformat(until):
        return False
    if state[draft_dialog.REWRITES]:
        await _rewrite(message, proposal, turn)
        return True
    if state.get(draft_dialog.ASKS):
        await _fill_in(message, proposal, subject, state, turn)
        return True
    answer = parse_decision(message.text)
    if answer is not None:
        await (_publish(proposal, subject, turn) if answer == "yes" else _drop(subject, turn))
        return True
    if is_question(message):
        return False
    await draft_dialog.keep(proposal, subject, turn, listens=False)
    if not turn.capabilities.buttons:
        turn.answer("poll-draft-hint")
    return False


async def _rewrite(message: MessagePosted, old: Proposal, turn: Turn) -> None:
    """Show the preview of the corrected poll. Keep parts that its words leave out. Say what is wrong with them, if
    so."""
    reader = commands.POLL_EDIT.reader if old.edits is not None else commands.POLL.reader
    assert reader is not None
    try:
        invocation.check_length(message.text)
        args = reader.read_line(message.text, turn.room_context.locale)
        await show(changes.merge(old, args, turn) if old.edits is not None else _reworded(old, args, turn), turn)
    except Refusal as refusal:
        turn.answer(refusal.text_id, **refusal.text_args)
    except KeyError:
        turn.answer("poll-question-empty")


def _reworded(old: Proposal, args: Args, turn: Turn) -> Proposal:
    """Return a poll in new words. Its kind and its rules stay, unless the words name others."""
    kept = {name: value for name, value in old.as_args().values.items() if name not in ("question", "options")}
    if "kind" not in args.values and old.kind == PollKind.CONSENT:
        kept["options"] = old.options
    return make_proposal(
        Args({**kept, **args.values, **({"options": kept["options"]} if "options" in kept else {})}), turn
    )


async def _publish(proposal: Proposal, subject: str, turn: Turn) -> None:
    """Post the poll, or change the poll that the draft corrects.

    Raises Refusal("poll-draft-late") after its end, and what `check_allowed` raises.
    """
    await invocation.check_allowed(commands.POLL, turn)
    if proposal.closes_at is not None and proposal.closes_at <= turn.now:
        raise Refusal("poll-draft-late", at=proposal.closes_at)
    date_options.check_ahead(proposal.options, proposal.settings.dates, turn)
    await _end(subject, turn)
    if proposal.edits is not None:
        await changes.apply_proposal(proposal, turn)
        return
    poll = await publish(proposal, turn)
    turn.acknowledge("poll-published", number=poll.number)


async def _drop(subject: str, turn: Turn) -> None:
    await _end(subject, turn)
    turn.acknowledge("poll-draft-dropped")


async def _end(subject: str, turn: Turn) -> None:
    """Close the dialog, and remove the preview from the room."""
    await turn.close_dialog(user=turn.person_event().person.user)
    await turn.withdraw_card(f"{draft_dialog.CARD_KIND}:{subject}")
