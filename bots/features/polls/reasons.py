"""Why somebody blocks: asked in private, and shown with or without their name, as they choose."""

from __future__ import annotations

from datetime import timedelta

from bots.commands.declaration import Args, Command
from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Quote, Rich, Text, join
from bots.core.sanitize import one_line, truncate
from bots.dialogs import forms
from bots.features.polls import ballot_views, lookup, rules
from bots.features.polls.kinds import consent
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollKind

CARD = "pollreason"
MAX_LENGTH = 300
MAX_SHOWN = 10
ANSWER_TIME = timedelta(days=1)
"""How long the next message in a private chat answers the question."""


def wanted(poll: Poll, ballot: str) -> bool:
    """Return whether a ballot needs a reason."""
    return poll.kind == PollKind.CONSENT and ballot == str(consent.BLOCK)


async def ask(poll: Poll, turn: Turn) -> None:
    """Ask the acting member for their reason: by a form, by a command they can type in private, or in their chat."""
    value = turn.person_event()
    if turn.capabilities.forms and turn.token is not None:
        forms.show(_command(turn), Args({"number": str(poll.number)}), turn)
        return
    if turn.capabilities.private_answers:
        turn.answer("reason-type", number=poll.number)
        return
    card = f"{CARD}:{poll.id}.{turn.member_id}"
    await turn.withdraw_card(card)
    content = Content(text=turn.text("reason-ask", number=poll.number, question=poll.question))
    fallback = ballot_views.cannot_write(value.person, turn)
    turn.send_direct(value.person.user, content, card=card, fallback=fallback, key=f"{value.key}:reason")
    turn.acknowledge("reason-asked", toast="reason-asked")


def _command(turn: Turn) -> Command:
    return turn.commands_by_name["poll reason"]


async def by_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll reason [number] words [named]`. Raises Refusal("reason-without-block")."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn)
    named = args.optional_text("named") == "yes"
    await _store(poll, args.text("reason"), turn, named=named)
    turn.answer("reason-kept-named" if named else "reason-kept", number=poll.number)


async def read_typed(message: MessagePosted, turn: Turn) -> None:
    """Take the next message in a private chat as the reason that was asked for there last."""
    if not (message.direct and turn.room_context.is_direct):
        return
    card = await polls.last_card(turn.uow, turn.account, turn.room.room, ("pollballot", CARD))
    kind, (poll_id, _, member) = CardId.parse(card).kind, CardId.parse(card).subject.partition(".")
    if kind != CARD or parse_int(member) != turn.member_id:
        return
    poll = await turn.row_of_id(Poll, poll_id)
    ballot = await polls.stored_ballot(turn.uow, poll.id, turn.member_id)
    if ballot is None or not wanted(poll, ballot[0]) or turn.occurred_at > ballot[1] + ANSWER_TIME:
        return
    if await polls.reason_of(turn.uow, poll.id, turn.member_id) is not None:
        return
    await _store(poll, message.text, turn, named=False)
    button = Button(f"pollname:{poll.id}", turn.label("reason-show-name"), "🏷️")
    turn.answer_content(Content(text=turn.text("reason-kept", number=poll.number), buttons=(button,)))


async def press_show_name(press: ButtonPressed, turn: Turn) -> None:
    """Show the voter's name with their reason; take it back with the reaction. Raises Refusal("button-unknown")."""
    poll = await turn.row_of_id(Poll, press.subject)
    reason = await polls.reason_of(turn.uow, poll.id, turn.member_id)
    if reason is None:
        raise Refusal("button-unknown")
    reason.named = not press.released
    _refresh(poll, turn)
    turn.answer("reason-kept-named" if reason.named else "reason-kept", number=poll.number)


async def _store(poll: Poll, words: str, turn: Turn, *, named: bool) -> None:
    rules.check_accepts(poll, turn.occurred_at, turn.now)
    text = one_line(words)
    if not wanted(poll, await polls.choices_of(turn.uow, poll.id, turn.member_id)):
        raise Refusal("reason-without-block", number=poll.number)
    if len(text) > MAX_LENGTH:
        raise Refusal("reason-long", argument="reason", length=len(text), limit=MAX_LENGTH)
    row = {"poll_id": poll.id, "member_id": turn.member_id, "text": text, "named": named, "at": turn.now}
    turn.uow.defer(polls.SET_REASON, row)
    _refresh(poll, turn)


def _refresh(poll: Poll, turn: Turn) -> None:
    turn.refresh_card(f"poll:{poll.id}")
    turn.refresh_card(f"pollresult:{poll.id}")


async def lines(poll: Poll, turn: Turn) -> list[Rich]:
    """Return the reasons of those who block, as they want them shown, and how many gave none."""
    if poll.kind != PollKind.CONSENT:
        return []
    found = await polls.reasons(turn.uow, poll.id, str(consent.BLOCK), MAX_SHOWN)
    return [_line(text, name if named else "", turn) for text, named, name in found]


def _line(text: str, name: str, turn: Turn) -> Rich:
    head = turn.text("reason-by", name=turn.name(name)) if name else turn.text("reason-by-somebody")
    return join([head, (Quote((Text(truncate(text, MAX_LENGTH)),)),)])
