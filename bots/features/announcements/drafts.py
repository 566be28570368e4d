"""`announce`: a draft, its preview, and what its author changes before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from bots.commands import checks
from bots.commands.declaration import Arg, Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted, TimerFired
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.dialogs import forms, prompts
from bots.dialogs.yes_no import parse_decision
from bots.features.announcements import (
    audience,
    commands,
    distribution,
    lookup,
    network_tree,
    previews,
    rules,
    sending,
    views,
)
from bots.turn.notices import DialogReplaced
from bots.turn.turn import Turn
from storage.queries import announcements
from storage.tables import Announcement, AnnouncementState, Network

DIALOG = "announce-draft"
CHANGED_DIALOG = "announce-changed"
"""Of a preview that was shown again: an edit of the command that changed it discards nothing."""
UNSENT = (AnnouncementState.DRAFT, AnnouncementState.SCHEDULED)


async def create(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Store a draft, and show its preview: nothing leaves before somebody presses.

    Raises Refusal("announce-many-unsent").
    """
    network = lookup.own_network(turn)
    if await announcements.count_unsent(turn.uow, network.id) >= rules.MAX_UNSENT:
        raise Refusal("announce-many-unsent", limit=rules.MAX_UNSENT)
    draft = Announcement(
        network_id=network.id, number=await announcements.next_number(turn.uow, network.id),
        locale=turn.room_context.locale, room_id=turn.room.id, created_by=turn.member_id, created_at=turn.now,
    )  # fmt: skip
    await apply(draft, network, args, turn)
    await turn.uow.add(draft)
    store_text(draft, draft.locale, rules.text(args.text("text")), turn)
    turn.schedule(sending.EXPIRE_TIMER, str(draft.id), turn.now + rules.DRAFT_LIFETIME)
    await previews.show(draft, turn)
    await turn.open_dialog(DIALOG, str(draft.id), {}, user=call.person.user)


async def apply(draft: Announcement, network: Network, args: Args, turn: Turn) -> None:
    """Give a draft the audience, the time and the switches that somebody named. Raises Refusal."""
    for name in ("deep", "urgent"):
        if (switch := args.optional_text(name)) is not None:
            setattr(draft, name, switch == "yes")
    if (to := args.optional_text("to")) is not None:
        networks = await network_tree.networks_reached(network, turn, deep=draft.deep)
        draft.audience = audience.encode(await audience.parse(to, [one.id for one in networks], turn))
    if (at := args.optional_text("at")) is not None:
        draft.due_at = _due(at, turn)


def _due(at: str, turn: Turn) -> datetime:
    try:
        return rules.due(at, turn.room_context, turn.occurred_at)
    except Refusal as problem:
        raise Refusal(problem.text_id, argument="at", **problem.text_args) from None


def store_text(announcement: Announcement, locale: str, text: str, turn: Turn) -> None:
    """Give an announcement its words in a language."""
    row = {"announcement_id": announcement.id, "locale": locale, "text": text, "written_at": turn.now}
    turn.uow.defer(announcements.SET_TEXT, row)


async def change_unsent(draft: Announcement, args: Args, locale: str, turn: Turn) -> None:
    """Change what is not sent yet, and show the preview again."""
    network = lookup.own_network(turn)
    await apply(draft, network, args, turn)
    if (text := args.optional_text("text")) is not None:
        store_text(draft, locale, rules.text(text), turn)
    if draft.state == AnnouncementState.SCHEDULED:
        sending.schedule(draft, turn)
    await previews.show(draft, turn)
    await turn.open_dialog(CHANGED_DIALOG, str(draft.id), {}, user=turn.person_event().person.user)


async def press_switch(press: ButtonPressed, turn: Turn) -> None:
    """Let an announcement be urgent, or go deep, or not."""
    draft = await pressed_unsent(press, turn)
    name = press.id.verb.removeprefix("ann")
    setattr(draft, name, not getattr(draft, name))
    await refresh(draft, turn)


async def refresh(draft: Announcement, turn: Turn) -> None:
    """Show the preview again after a press."""
    if turn.answers_privately:
        await previews.show(draft, turn)
    else:
        turn.refresh_card(views.draft_of(draft))


async def pressed_unsent(press: ButtonPressed, turn: Turn) -> Announcement:
    """Return the draft, or the scheduled announcement, of a button. Raises Refusal."""
    found = await lookup.pressed(press, turn)
    check_unsent(found)
    return found


def check_unsent(found: Announcement) -> None:
    """Raise Refusal("announce-is-…") unless an announcement is still to be sent."""
    if found.state not in UNSENT:
        raise Refusal(f"announce-is-{found.state}", number=str(found.number))


async def press_edit(press: ButtonPressed, turn: Turn) -> None:
    """Ask for new words."""
    draft = await pressed_unsent(press, turn)
    texts = await announcements.texts_of(turn.uow, draft.id)
    values = {"number": str(draft.number)}
    present = {"text": texts.get(draft.locale, "")}
    await _ask(press, commands.ANNOUNCE_EDIT, "text", values, present, turn)


async def press_schedule(press: ButtonPressed, turn: Turn) -> None:
    """Ask for the time."""
    draft = await pressed_unsent(press, turn)
    await _ask(press, commands.ANNOUNCE_EDIT, "at", {"number": str(draft.number)}, {}, turn)


async def press_language(press: ButtonPressed, turn: Turn) -> None:
    """Ask for the words in another language."""
    draft = await pressed_unsent(press, turn)
    values = {"number": str(draft.number), "language": checks.known_language(press.choice)}
    await _ask(press, commands.ANNOUNCE_TEXT, "text", values, {}, turn)


async def _ask(
    press: ButtonPressed, command: Command, name: str, values: dict[str, str], present: dict[str, str], turn: Turn
) -> None:
    """Ask for one argument of a command: in its form where the platform has forms."""
    if turn.capabilities.forms and turn.token is not None:
        forms.show(command, Args({**values, **present}), turn)
        return
    arg: Arg = next(one for one in command.args if one.name == name)
    state = {"values": values, "asking": name, "message": None, "reply_to": None}
    await turn.open_dialog(prompts.COMMAND_DIALOG, command.name, state, user=press.person.user)
    prompts.ask(arg, turn, f"ask-{command.slug}-{name}")


async def press_drop(press: ButtonPressed, turn: Turn) -> None:
    """Discard a draft, or what is scheduled."""
    draft = await pressed_unsent(press, turn)
    await drop(draft, turn)
    turn.acknowledge("announce-card-dropped", number=str(draft.number))


async def drop(draft: Announcement, turn: Turn) -> None:
    """Forget the words of what was not sent."""
    draft.state = AnnouncementState.DROPPED
    await announcements.delete_texts(turn.uow, draft.id)
    turn.cancel_timer(sending.EXPIRE_TIMER, str(draft.id))
    turn.cancel_timer(distribution.SEND_TIMER, str(draft.id))
    turn.refresh_card(views.draft_of(draft), rewrite=True)


async def expire(timer: TimerFired, turn: Turn) -> None:
    """Discard a draft that nobody sent, without a message."""
    draft = await turn.uow.get(Announcement, parse_int(timer.subject))
    if draft is not None and draft.state == AnnouncementState.DRAFT:
        await drop(draft, turn)


async def discard_replaced(notice: DialogReplaced, turn: Turn) -> None:
    """Discard the draft of a command that its author edited, with its preview."""
    draft = await turn.uow.get(Announcement, parse_int(notice.subject)) if notice.kind == DIALOG else None
    if draft is not None and draft.state == AnnouncementState.DRAFT:
        await drop(draft, turn)
        await turn.withdraw_card(views.draft_of(draft))


async def answer_preview(message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
    """Handle a `yes` or `no` typed after the preview. Other words are ordinary messages."""
    draft = await turn.uow.get(Announcement, parse_int(subject))
    decision = parse_decision(message.text)
    if decision is None:
        return False
    await turn.close_dialog(user=message.person.user)
    if draft is None or draft.state not in UNSENT or draft.network_id != turn.room.network_id:
        return False
    if draft.state == AnnouncementState.SCHEDULED:
        sending.tell_scheduled(draft, turn)
    elif decision == "yes":
        await sending.go(draft, turn)
    else:
        await drop(draft, turn)
        turn.acknowledge("announce-card-dropped", number=str(draft.number))
    return True
