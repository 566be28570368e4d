"""Why somebody blocks: asked in private, and shown with or without their name, as they choose."""

from __future__ import annotations

from datetime import timedelta

from bots.commands.checks import check_length
from bots.commands.declaration import Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Quote, Rich, Text, join
from bots.core.sanitize import one_line, truncate
from bots.dialogs import forms
from bots.features.polls import ballot_views, lookup, private_asks, rules, settings, visibility
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.registry import KINDS
from bots.turn.turn import Turn
from storage.queries import ballot_counts, polls
from storage.tables import Poll, PollKind

CARD = "pollreason"
MAX_LENGTH = 300
MAX_SHOWN = 10
ANSWER_TIME = timedelta(days=1)
"""How long the next message in a private chat answers the question."""


def wanted(poll: Poll, ballot: str) -> bool:
    """Return whether a ballot needs a reason."""
    return poll.kind == PollKind.CONSENT and ballot == str(consent.BLOCK)


def taken(poll: Poll, ballot: str) -> bool:
    """Return whether a reason may stand beside a ballot."""
    return bool(ballot) and (settings.of(poll).reasons or wanted(poll, ballot))


async def ask(poll: Poll, turn: Turn) -> None:
    """Ask the acting member for their reason: by a form, by a command they can type in private, or in their chat."""
    value = turn.person_event()
    if turn.capabilities.forms and turn.token is not None:
        forms.show(_command(turn), Args({"number": str(poll.number)}), turn)
        return
    if turn.capabilities.private_answers:
        turn.answer("reason-type" if poll.kind == PollKind.CONSENT else "reason-type-vote", number=poll.number)
        return
    card = f"{CARD}:{poll.id}.{turn.member_id}"
    await turn.withdraw_card(card)
    text_id = "reason-ask" if poll.kind == PollKind.CONSENT else "reason-ask-vote"
    content = Content(text=turn.text(text_id, number=poll.number, question=poll.question))
    fallback = ballot_views.cannot_write(value.person, turn)
    turn.send_direct(value.person.user, content, card=card, fallback=fallback, key=f"{value.key}:reason")
    await private_asks.expect("reason", poll, turn)
    if poll.kind == PollKind.CONSENT:
        turn.acknowledge("reason-asked", toast="reason-asked")
    else:
        turn.acknowledge("reason-asked-vote", toast="reason-asked-vote")


def _command(turn: Turn) -> Command:
    return turn.commands_by_name["poll reason"]


async def press_why(press: ButtonPressed, turn: Turn) -> None:
    """Ask somebody who has voted why they did so. Raises Refusal."""
    poll = await visibility.known_poll(press.subject, turn)
    rules.check_accepts(poll, turn.occurred_at, turn.now)
    if not taken(poll, rules.kept(poll, await polls.choices_cast_by(turn.uow, poll.id, turn.member_id))):
        raise Refusal("reason-without-vote", number=poll.number)
    await ask(poll, turn)


async def by_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll reason [number] words [named]`. Raises Refusal("reason-without-block")."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn, shown=True)
    named = args.optional_text("named") == "yes" and not settings.of(poll).anonymous
    await _store(poll, args.text("reason"), turn, named=named)
    turn.answer("reason-kept-named" if named else "reason-kept", number=poll.number)


async def read_typed(message: MessagePosted, turn: Turn) -> None:
    """Take the next private message as the reason that was asked for last."""
    poll = await private_asks.expected("reason", message, turn)
    ballot = await polls.stored_ballot(turn.uow, poll.id, turn.member_id) if poll is not None else None
    if poll is None or ballot is None or not taken(poll, ballot[0]) or turn.occurred_at > ballot[1] + ANSWER_TIME:
        return
    await private_asks.end(turn)
    await _store(poll, message.text, turn, named=False)
    button = Button(f"pollname:{poll.id}", turn.label("reason-show-name"), "🏷️")
    buttons = () if settings.of(poll).anonymous else (button,)
    turn.answer_content(Content(text=turn.text("reason-kept", number=poll.number), buttons=buttons))


async def press_show_name(press: ButtonPressed, turn: Turn) -> None:
    """Show the voter's name with their reason; take it back with the reaction. Raises Refusal("button-unknown")."""
    poll = await turn.row_of_id(Poll, press.subject)
    reason = await polls.reason_of(turn.uow, poll.id, turn.member_id)
    if reason is None or settings.of(poll).anonymous:
        raise Refusal("button-unknown")
    reason.named = not press.released
    _refresh(poll, turn)
    turn.answer("reason-kept-named" if reason.named else "reason-kept", number=poll.number)


async def _store(poll: Poll, words: str, turn: Turn, *, named: bool) -> None:
    rules.check_accepts(poll, turn.occurred_at, turn.now)
    text = one_line(words)
    if not taken(poll, await polls.choices_cast_by(turn.uow, poll.id, turn.member_id)):
        allowed = settings.of(poll).reasons
        raise Refusal("reason-without-vote" if allowed else "reason-without-block", number=poll.number)
    check_length(text, MAX_LENGTH, "reason", refusal="reason-long")
    row = {"poll_id": poll.id, "member_id": turn.member_id, "text": text, "named": named, "at": turn.now}
    turn.uow.defer(polls.SET_REASON, row)
    _refresh(poll, turn)


def _refresh(poll: Poll, turn: Turn) -> None:
    turn.refresh_card(f"poll:{poll.id}")
    turn.refresh_card(f"pollresult:{poll.id}")


async def lines(poll: Poll, turn: Turn) -> list[Rich]:
    """Return the reasons as their authors want them shown, some of them if there are many; of a consent, of blocks."""
    if poll.kind == PollKind.CONSENT and not settings.of(poll).reasons:
        only = str(consent.BLOCK)
    elif settings.of(poll).reasons:
        only = ""
    else:
        return []
    found = await polls.reasons(turn.uow, poll.id, only, MAX_SHOWN + 1)
    old = [
        polls.Reason(words, named=False, name="", choices=choices)
        for choices, words in await ballot_counts.reasons(turn.uow, poll.id)
    ]
    told = [_line(poll, one, turn) for one in (*found, *(one for one in old if only in ("", one.choices)))]
    return told[:MAX_SHOWN] + ([turn.text("reason-more")] if len(told) > MAX_SHOWN else [])


def _line(poll: Poll, reason: polls.Reason, turn: Turn) -> Rich:
    text, named, name, choices = reason
    quote: Rich = (Quote((Text(truncate(text, MAX_LENGTH)),)),)
    shown = turn.name(name) if named else ""
    if wanted(poll, choices):
        return join([turn.text("reason-by", name=shown) if shown else turn.text("reason-by-somebody"), quote])
    labels = rules.labels(poll)
    chosen = tuple(labels[option] for option in KINDS[poll.kind].chosen(rules.kept(poll, choices))[:3]) or ("–",)
    text_id = "reason-for" if shown else "reason-for-somebody"
    return join([turn.text(text_id, name=shown, choice=chosen), quote])
