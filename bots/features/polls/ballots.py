"""Ballots that people fill in beside the card: in private on the platform, or in their private chat with the bot.

Every press and every typed line is stored at once, so nothing is lost when somebody stops half-way.
"""

from __future__ import annotations

from dataclasses import replace

from bots.commands.declaration import Args
from bots.core.inbound import ButtonPressed, CommandInvoked, MessagePosted
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.sanitize import truncate
from bots.dialogs import forms
from bots.features.polls import (
    ballot_views,
    choices,
    commands,
    eligibility,
    lookup,
    option_names,
    private_asks,
    reasons,
    rules,
    settings,
    visibility,
    voting,
)
from bots.features.polls.kinds.numbers import MAX_LENGTH, is_typed_ballot
from bots.features.polls.kinds.registry import KINDS
from bots.i18n import answers
from bots.i18n.languages import supported
from bots.turn import private_answer
from bots.turn.outgoing import TOAST_LENGTH
from bots.turn.turn import Turn
from storage.queries import ownership, placements
from storage.tables import Community, Member, Poll, PollKind, PollState

CARD = "pollballot"
ASKING_CARDS = (CARD, "pollreason")
"""The cards that the bot sends to one person about one poll."""


async def give(press: ButtonPressed, turn: Turn) -> None:
    """Give somebody their ballot: the button of the card."""
    poll = await voting.accepting_poll(press.subject, turn)
    await show(poll, turn)


async def show(poll: Poll, turn: Turn) -> None:
    """Show the acting member their ballot: as a private answer, or in their private chat."""
    if turn.capabilities.private_answers:
        turn.answer_content(await _own_ballot(poll, turn.member_id, turn.in_language(turn.answer_locale)))
        return
    card, value = f"{CARD}:{poll.id}.{turn.member_id}", turn.person_event()
    await turn.withdraw_card(card)
    there = await _for_voter(poll, turn.member_id, turn)
    content = await _own_ballot(poll, turn.member_id, there)
    fallback = ballot_views.cannot_write(value.person, turn)
    turn.send_direct(value.person.user, content, card=card, fallback=fallback, key=f"{value.key}:ballot")
    await private_asks.expect("ballot", poll, turn)
    turn.acknowledge("ballot-sent", toast="ballot-sent-toast")


async def _for_voter(poll: Poll, member_id: int, turn: Turn) -> Turn:
    """Return the turn in the voter's language, or in that of the poll's holder, and in its time zone."""
    member = await turn.uow.get(Member, member_id)
    place = await ownership.place_of(turn.uow, poll)
    own = (member.locale if member else None) or (place.locale if place else "en")
    home = place if isinstance(place, Community) else None
    context = replace(turn.room_context, locale_override=supported(own), home_community=home)
    return turn.in_room(context)


async def _own_ballot(poll: Poll, member_id: int, turn: Turn) -> Content:
    ballot = await voting.own_ballot(poll, member_id, turn)
    return ballot_views.render(poll, ballot, turn)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the ballot in somebody's private chat again; nowhere else, where others could read it."""
    if not turn.room_context.is_direct:
        return None
    poll_id, _, member = subject.partition(".")
    poll = await turn.uow.get(Poll, parse_int(poll_id))
    member_id = parse_int(member)
    if poll is None or member_id is None or poll.state == PollState.DELETED:
        return None
    return await _own_ballot(poll, member_id, await _for_voter(poll, member_id, turn))


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Take the press of a ballot's button: an option, points for an option, or `reset`."""
    poll = await poll_of_ballot(press.subject, turn)
    await eligibility.check(poll, turn)
    visibility.check_place(poll, turn)
    ballot = await voting.own_ballot(poll, turn.member_id, turn)
    await _keep(poll, pressed(poll, ballot, press.choice, released=press.released), turn)


def pressed(poll: Poll, ballot: str, choice: str, *, released: bool = False) -> str:
    """Return the ballot after a press. A released reaction takes its option out. Raises Refusal."""
    if choice == "reset":
        return ""
    option, _, given = choice.partition(".")
    index, points = choices.parse_choice(poll, option), parse_int(given) if given else None
    kind, is_in = KINDS[poll.kind], index in KINDS[poll.kind].chosen(ballot)
    if released and not is_in:
        return ballot
    return kind.press(rules.form(poll), ballot, index, points)


async def _keep(poll: Poll, ballot: str, turn: Turn) -> None:
    """Store a ballot, and show it as it is now."""
    voting.store_ballot(poll, ballot, turn, cast_at=turn.now)
    if reasons.wanted(poll, ballot):
        turn.refresh_card(f"{CARD}:{poll.id}.{turn.member_id}")
        await reasons.ask(poll, turn)
        return
    if turn.capabilities.private_answers and not turn.room_context.is_direct:
        turn.answer_content(ballot_views.render(poll, ballot, turn.in_language(turn.answer_locale)))
        return
    turn.refresh_card(f"{CARD}:{poll.id}.{turn.member_id}")
    if turn.token is not None:
        short = truncate(ballot_views.summary(poll, ballot), TOAST_LENGTH)
        turn.acknowledge("ballot-kept", toast="ballot-toast", short=short or "–")


async def press_type(press: ButtonPressed, turn: Turn) -> None:
    """Show the form in which somebody types their ballot. Raises Refusal("button-unknown") where there are no forms."""
    poll = await poll_of_ballot(press.subject, turn)
    if not (turn.capabilities.forms and press.token is not None):
        raise Refusal("button-unknown")
    forms.show(commands.POLL_VOTE, Args({"number": str(poll.number)}), turn)


async def by_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll vote [number] ballot`: the options by number or by name, or points for them."""
    poll = await lookup.find_poll(call, args.optional_text("number"), turn, shown=True)
    await _keep_typed(poll, args.text("ballot"), turn)


async def _keep_typed(poll: Poll, text: str, turn: Turn) -> None:
    """Store a typed ballot, and say what counts. Raises Refusal, also where others could read a secret one."""
    await eligibility.check(poll, turn)
    visibility.check_place(poll, turn)
    if settings.of(poll).is_secret and not private_answer.is_private(turn):
        raise Refusal("ballot-not-here", number=poll.number)
    if answers.match(text, "none") and answers.plain(text) not in map(answers.plain, rules.labels(poll)):
        ballot = ""
    else:
        ballot = KINDS[poll.kind].read(rules.form(poll), _numbered(poll, text))
    voting.store_ballot(poll, ballot, turn, cast_at=turn.now)
    turn.refresh_card(f"{CARD}:{poll.id}.{turn.member_id}")
    if reasons.wanted(poll, ballot):
        await reasons.ask(poll, turn)
        return
    there = turn.in_language(turn.answer_locale)
    turn.answer_content(Content(text=ballot_views.receipt(poll, ballot, there)))


def _numbered(poll: Poll, text: str) -> str:
    """Return a typed ballot with numbers for the options that it names."""
    points = poll.kind in (PollKind.SCORE, PollKind.DOTS)
    return option_names.numbered(text, rules.labels(poll), points=points)


async def poll_of_ballot(subject: str, turn: Turn) -> Poll:
    """Return the poll of a ballot's button: pressed in a room that knows it, or on a ballot sent to this person.

    Raises Refusal("button-unknown"): some platforms let people press any id.
    """
    poll = await turn.row_of_id(Poll, subject)
    if poll.state == PollState.DELETED:
        raise Refusal("button-unknown")
    if turn.room_context.is_owned:
        return await visibility.known_poll(subject, turn)
    cards = [f"{kind}:{poll.id}.{turn.member_id}" for kind in ASKING_CARDS]
    if turn.room_context.is_direct and await placements.placements_of(turn.uow, cards):
        return poll
    raise Refusal("button-unknown")


async def read_typed(message: MessagePosted, turn: Turn) -> None:
    """Read the numbers, options or `none` that somebody types in private as the ballot there. Raises Refusal."""
    poll = await private_asks.expected("ballot", message, turn) if len(message.text) <= MAX_LENGTH else None
    if poll is not None and (is_typed_ballot(_numbered(poll, message.text)) or answers.match(message.text, "none")):
        await _keep_typed(poll, message.text, turn)
