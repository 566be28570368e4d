"""Ballots, cast by buttons, reactions or native votes."""

from __future__ import annotations

from datetime import UTC, datetime

from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, ChoiceMade
from bots.core.refusal import Refusal
from bots.core.sanitize import truncate
from bots.features.polls import charts, choices, eligibility, reasons, rules, settings, visibility
from bots.turn.outgoing import TOAST_LENGTH
from bots.turn.turn import Turn
from storage.queries import native_votes, polls
from storage.tables import Poll, PollKind, PollState


async def cast_ballot(press: ButtonPressed, turn: Turn) -> None:
    """Store the ballot of a button and refresh the tally; pressing one's own choice again withdraws it.

    A reaction can't be added twice, so without buttons all writes are deferred.
    """
    poll = await _poll_of_option(press, turn)
    index = choices.parse_choice(poll, press.choice)
    if turn.capabilities.buttons and await _is_own_choice(poll, str(index), turn):
        _delete_ballot(poll, str(index), turn)
        turn.acknowledge("ballot-empty")
        return
    store_ballot(poll, str(index), turn)
    if reasons.wanted(poll, str(index)):
        await reasons.ask(poll, turn)
        return
    label = rules.labels(poll)[index]
    turn.acknowledge("ballot-counted", toast="ballot-toast", choice=label, short=truncate(label, TOAST_LENGTH))


async def _poll_of_option(press: ButtonPressed, turn: Turn) -> Poll:
    """Return the poll of an option's button. Raises Refusal, also where a ballot takes several steps.

    Some platforms let people press any id, and one choice is not a ballot of points.
    """
    poll = await accepting_poll(press.subject, turn)
    if not rules.is_single_step(poll.kind):
        raise Refusal("button-unknown")
    return poll


async def _is_own_choice(poll: Poll, chosen: str, turn: Turn) -> bool:
    """Return whether the member cast this ballot already, earlier. A double press counts as one.

    If they cast it with a linked account, don't withdraw it: it moves to this account.
    """
    if polls.is_casting(turn.uow, poll.id, turn.member_id):
        return False
    stored = await polls.stored_ballot(turn.uow, poll.id, turn.member_id)
    return stored is not None and stored[0] == chosen and stored[1] <= turn.occurred_at


async def release_choice(press: ButtonPressed, turn: Turn) -> None:
    """Take back the ballot of a removed reaction. The newest remaining reaction counts instead."""
    poll = await _poll_of_option(press, turn)
    remaining = await turn.current_choice(press)
    if remaining is not None:
        store_ballot(poll, remaining, turn)
    else:
        _delete_ballot(poll, press.choice, turn)


async def toggle_choice(press: ButtonPressed, turn: Turn) -> None:
    """Add an option to the ballot or remove it. Without buttons, removing the reaction removes the option."""
    poll = await _poll_of_option(press, turn)
    on = None if turn.capabilities.buttons else not press.released
    ballot = await own_ballot(poll, turn.member_id, turn)
    chosen = choices.toggle(poll, ballot, choices.parse_choice(poll, press.choice), on=on)
    store_ballot(poll, chosen, turn, cast_at=turn.now)
    _confirm(poll, chosen, turn)


async def choose_from_list(press: ButtonPressed, turn: Turn) -> None:
    """Store what somebody chose from the list of options: it is their whole ballot, and nothing chosen withdraws it."""
    poll = await _poll_of_option(press, turn)
    chosen = choices.parse_chosen(poll, press.choice)
    store_ballot(poll, chosen, turn)
    _confirm(poll, chosen, turn)


def _confirm(poll: Poll, chosen: str, turn: Turn) -> None:
    """Tell somebody which options of theirs count."""
    labels = tuple(rules.labels(poll)[int(index)] for index in chosen.split(",") if index)
    if labels:
        short = truncate(", ".join(labels), TOAST_LENGTH)
        turn.acknowledge("ballot-counted", toast="ballot-toast", choice=labels, short=short)
    else:
        turn.acknowledge("ballot-empty")


async def own_ballot(poll: Poll, member_id: int, turn: Turn) -> str:
    """Return what a member chose, without options that were removed."""
    return rules.kept(poll, await polls.choices_of(turn.uow, poll.id, member_id))


async def vote_natively(vote: ChoiceMade, card: CardId, turn: Turn) -> None:
    """Store a vote in the platform's own poll; delete the ballot if the vote is empty.

    A snapshot after a gap doesn't say when people voted: assume that it was in time.
    """
    cast_at = datetime.min.replace(tzinfo=UTC) if vote.from_snapshot else None
    poll = await accepting_poll(card.subject, turn, cast_at=cast_at)
    address = (vote.account, vote.room, vote.message, vote.person.user)
    previous = None if vote.choices else await native_votes.last_choices(turn.uow, *address)
    chosen = choices.parse_choices(poll, vote.choices)
    if previous is None:
        store_ballot(poll, chosen, turn)
        if reasons.wanted(poll, chosen):
            await reasons.ask(poll, turn)
    else:
        _delete_ballot(poll, choices.parse_choices(poll, previous.split(",")), turn)


def store_ballot(poll: Poll, chosen: str, turn: Turn, *, cast_at: datetime | None = None) -> None:
    """Replace the ballot of the member's person unless it is newer than this one.

    It is cast at the time of the value by default.
    """
    cast_at = cast_at or turn.occurred_at
    mine = {"b_poll_id": poll.id, "b_member_id": turn.member_id}
    if poll.kind == PollKind.CONSENT or settings.of(poll).reasons:
        turn.uow.defer(polls.DELETE_OTHER_REASONS, mine)
        if not reasons.taken(poll, chosen):
            turn.uow.defer(polls.DELETE_REASON, mine)
    if chosen:
        where = visibility.community_of_vote(poll, turn)
        turn.uow.defer(polls.CAST_BALLOT, polls.ballot_row(poll.id, turn.member_id, chosen, cast_at, where))
    else:
        turn.uow.defer(polls.DELETE_BALLOT, {**mine, "b_at": cast_at})
    if settings.of(poll).early and poll.state == PollState.OPEN:
        turn.schedule("poll-early", str(poll.id), turn.now)
    _refresh_cards(poll, turn)


def _delete_ballot(poll: Poll, chosen: str, turn: Turn) -> None:
    """Delete the member's ballot if it still has these options and is not newer than the value."""
    if poll.kind == PollKind.CONSENT or settings.of(poll).reasons:
        turn.uow.defer(polls.DELETE_REASON, {"b_poll_id": poll.id, "b_member_id": turn.member_id})
    row = {"b_poll_id": poll.id, "b_member_id": turn.member_id, "b_choices": chosen, "b_at": turn.occurred_at}
    turn.uow.defer(polls.DELETE_BALLOT_OF_CHOICES, row)
    _refresh_cards(poll, turn)


def _refresh_cards(poll: Poll, turn: Turn) -> None:
    turn.refresh_card(f"poll:{poll.id}")
    if poll.state != PollState.OPEN:
        turn.refresh_card(f"pollresult:{poll.id}")
        charts.expect_again(poll, turn)


async def accepting_poll(subject: str, turn: Turn, *, cast_at: datetime | None = None) -> Poll:
    """Return the poll of a button or card if it accepts the ballot. Raises Refusal."""
    poll = await visibility.known_poll(subject, turn)
    if poll.state == PollState.DELETED:
        raise Refusal("button-unknown")
    await eligibility.check(poll, turn, cast_at=cast_at)
    visibility.check_place(poll, turn)
    return poll
