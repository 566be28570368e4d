"""Opening, changing and closing of polls, and their results."""

from __future__ import annotations

from datetime import timedelta

from msgspec import structs

from bots.commands.declaration import Args
from bots.core.card_id import CardId
from bots.core.inbound import CommandInvoked, PollEnded, RoomMoved, TimerFired
from bots.core.integers import parse_int
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.dialogs import forms
from bots.features.polls import (
    anonymity,
    changes,
    charts,
    commands,
    drafts,
    native_line,
    repeating,
    rules,
    settings,
    views,
    visibility,
)
from bots.features.polls.command_reader import UNSURE
from bots.features.polls.lookup import find_any_poll, find_named_poll, find_poll
from bots.features.polls.posting import publish
from bots.features.polls.proposals import make_proposal
from bots.turn import cards
from bots.turn.authorization import use_right
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Poll, PollState, Room


async def open_poll(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll`: post it, after its author saw how it was understood if that is in doubt, or for good."""
    proposal = make_proposal(args, turn)
    given = proposal.settings
    if UNSURE in args.values or given.anonymous or given.dates or given.spread or given.repeats:
        await drafts.show(proposal, turn)
    else:
        await publish(proposal, turn)


async def edit_poll(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll edit [number] [new words]`. Without words, ask for them."""
    poll = await find_poll(call, args.optional_text("number"), turn)
    rules.check_changeable(poll)
    old = changes.as_proposal(poll)
    if not args.values.keys() - {"number", UNSURE}:
        if turn.capabilities.forms and turn.token is not None:
            forms.show(commands.POLL_EDIT, old.as_args(number=poll.number), turn)
            return
        await drafts.ask_for_new_words(old, turn)
        return
    proposal = changes.merge(old, args, turn)
    if UNSURE in args.values or (call.options is None and changes.only_rewords_question(old, proposal, args)):
        await drafts.show(proposal, turn)
    else:
        await changes.apply_proposal(proposal, turn)


async def close_on_time(timer: TimerFired, turn: Turn) -> None:
    """Close a poll, or wait until its community or network has a room for the results."""
    poll = await turn.uow.get(Poll, int(timer.subject))
    if poll is None or poll.state != PollState.OPEN:
        return
    has_room = await turn.in_room_of(poll) is not None
    if not has_room and poll.closes_at is not None and turn.now < poll.closes_at + rules.MAX_WAIT:
        turn.schedule("poll-close", timer.subject, turn.now + rules.RETRY_INTERVAL)
    else:
        await _close(poll, turn)


async def close_by_command(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll close [number] [close]`: close it now, or set when it closes."""
    poll, until = await find_named_poll(call, args, turn)
    rules.check_open(poll)
    if until:
        later = changes.merge(changes.as_proposal(poll), Args({"close": until}), turn)
        await changes.apply_proposal(later, turn)
    else:
        await close_early(poll, turn)


async def close_natively(value: PollEnded, card: CardId, turn: Turn) -> None:
    """Close a poll whose native poll somebody ended in their client, if they may do that here or on the platform.

    https://github.com/matrix-org/matrix-spec-proposals/pull/3381
    """
    poll = await turn.uow.get(Poll, parse_int(card.subject))
    if poll is None or poll.state != PollState.OPEN:
        return
    if value.is_shown or await use_right(Right.CONNECTOR, turn):
        await close_early(poll, turn, ended=value.message if value.is_shown else None)


async def close_early(poll: Poll, turn: Turn, *, ended: str | None = None) -> None:
    """Close a poll. Ballots count that were cast before the time of the value.

    `ended`: the native poll that clients show as ended already.
    """
    turn.cancel_timer("poll-close", str(poll.id))
    planned = poll.closes_at or poll.starts_at or poll.created_at
    poll.settings = settings.as_json(structs.replace(settings.of(poll), planned_end=planned))
    poll.closes_at = min(poll.closes_at or turn.occurred_at, turn.occurred_at)
    await _close(poll, turn, ended=ended)


async def _close(poll: Poll, turn: Turn, *, ended: str | None = None) -> None:
    poll.state, poll.closed_at = PollState.CLOSED, turn.now
    anonymity.expect(poll, turn)
    await polls.forget_additions(turn.uow, poll.id)
    here = await turn.in_room_of(poll)
    if here is None:
        here = await turn.for_room(await turn.uow.get(Room, poll.room_id))
    await here.close_poll(f"pollnative:{poll.id}", here.text("poll-footer-closed", number=poll.number), ended=ended)
    here.refresh_card(f"poll:{poll.id}")
    key = f"poll:{poll.id}:results:{turn.value.key}"
    content = await views.results(poll, here)
    content = structs.replace(content, silent=not isinstance(turn.value, CommandInvoked))
    here.post_content(content, card=f"pollresult:{poll.id}", key=key)
    charts.post(poll, await views.count_ballots(poll, here), here, f"{key}:chart")
    visibility.tell_results(poll, here)


async def repost_polls(value: RoomMoved, turn: Turn) -> None:
    """Post the open polls again in the room's successor, because nobody can vote in the old room."""
    if turn.room_context.place is None or turn.room.room != value.new_room:
        return
    for poll in await polls.open_polls(turn.uow, turn.holder, shown=True):
        native, tally = f"pollnative:{poll.id}", f"poll:{poll.id}"
        if await turn.detach_card(native):
            turn.post_content(views.native_poll(poll, turn), card=native, key=f"{value.key}:{poll.id}:native")
        if await turn.detach_card(tally):
            await cards.post(views.render_tally, tally, turn, key=f"{value.key}:{poll.id}", silent=True)


async def ask_again(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll again [number]`: show a copy of a poll to its author, who may change it before it is asked.

    It repeats by its rule only if that has stopped.
    """
    poll = await find_any_poll(call, args.optional_text("number"), turn)
    copy = structs.replace(changes.as_proposal(poll), edits=None, starts_at=None)
    repeats = copy.settings.repeats
    goes_on = repeating.from_the_start(repeats) if repeats is not None and repeats.stopped else None
    copy = structs.replace(copy, settings=structs.replace(copy.settings, repeats=goes_on))
    begun, end = poll.starts_at or poll.created_at, settings.of(poll).planned_end or poll.closes_at
    lasts = end - begun if end is not None else timedelta()
    ahead = turn.occurred_at + lasts if lasts > timedelta() else None
    await drafts.show(structs.replace(copy, closes_at=ahead), turn)


async def show_results(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll results [number]`: post the tally of an open poll, or answer with the results."""
    poll = await find_any_poll(call, args.optional_text("number"), turn, shown=True)
    if poll.state == PollState.WAITING:
        rules.check_open(poll)
    if poll.state == PollState.CLOSED:
        content = await views.results(poll, turn)
        turn.answer_content(structs.replace(content, buttons=await views.event_buttons(poll, turn)))
        return
    if await native_line.replaces_card(poll, turn):
        turn.answer_content(Content(text=await views.standing(poll, turn)))
        return
    await cards.show_again(views.render_tally, f"poll:{poll.id}", turn)
