"""`decisions`: the list of what was decided, a search in it, and one decision in full."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.dialogs import pagination
from bots.features.polls import footer, lookup, records, rules, settings, views, visibility
from bots.features.polls.kind_phrase import read_kind
from bots.routing.feature import Listing
from bots.turn.turn import Turn
from storage.queries import poll_records
from storage.tables import Poll, PollRecord

MAX_LISTED = 200
MAX_FOUND = 20
MAX_WORDS = 8


async def show(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `decisions`: the list, one decision by its number, or those about some words."""
    about = (args.optional_text("about") or "").strip()
    if not about:
        await _list(call, args, turn)
    elif about.lstrip("#").isdecimal():
        poll = await lookup.find_closed_poll(call, about, turn, shown=True)
        rules.check_closed(poll)
        turn.answer_content(Content(text=await _in_full(poll, turn)))
    else:
        turn.answer_content(Content(text=await _found(about, turn)))


async def list_decisions(turn: Turn) -> Listing:
    """Return the decisions that the room knows, the latest first. Raises Refusal("decision-none")."""
    found = await poll_records.closed(turn.uow, turn.holder, MAX_LISTED) if turn.room_context.is_owned else ()
    if not found:
        raise Refusal("decision-none")
    lines = [await _line(poll, record, turn) for poll, record in found]
    return Listing(turn.text("decision-title"), lines, turn.text("decision-more"))


_list = pagination.list_command("decisions", list_decisions)


async def _found(about: str, turn: Turn) -> Rich:
    """Return the decisions about all these words. Raises Refusal("decision-not-found")."""
    words = about.split()[:MAX_WORDS]
    found = await poll_records.closed(turn.uow, turn.holder, MAX_FOUND, about=words)
    if not found:
        raise Refusal("decision-not-found", given=about)
    return join([turn.text("decision-found", given=about), *[await _line(*one, turn) for one in found]])


async def _line(poll: Poll, record: PollRecord | None, turn: Turn) -> Rich:
    """Return one decision: number, day, question, what was decided, and what became of it."""
    record = record or await records.keep(poll, await views.count_ballots(poll, turn), turn)
    text_id = "decision-line-revoked" if record.revoked_by is not None else "decision-line"
    at = turn.moment(poll.closed_at or poll.created_at, style="short")
    decided = record.outcome or records.in_short(record, turn)
    question = await visibility.named(poll, turn)
    return turn.text(text_id, number=poll.number, question=question, at=(at,), decided=decided, count=record.voters)


async def _in_full(poll: Poll, turn: Turn) -> Rich:
    """Return the result with all figures, the rule, when it was, and what became of it."""
    given = settings.of(poll)
    rule = turn.text("decision-rule", kind=turn.label(f"choice-{read_kind(poll.kind.value)}"), most=poll.max_choices)
    when = turn.text("decision-when", opened=poll.created_at, closed=poll.closed_at or poll.created_at)
    return join([await views.outcome(poll, turn), rule, *footer.rule_lines(poll.kind, given, turn), when])
