"""The consequences of a decision, in a connector's words, and its revocation by a later one."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line
from bots.dialogs.yes_no import YesNo
from bots.features.polls import commands, lookup, records, rules, views
from bots.features.polls.proposals import parse_time
from bots.i18n import answers
from bots.turn.turn import Turn
from storage.tables import Poll, PollRecord

MAX_LENGTH = 500


async def set_outcome(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll outcome [number] words [until]`; `none` takes the words back.

    Raises Refusal("outcome-long" | "outcome-empty").
    """
    poll = await lookup.find_closed_poll(call, args.optional_text("number"), turn)
    rules.check_closed(poll)
    words = one_line(args.text("outcome"))
    if not words or len(words) > MAX_LENGTH:
        text_id = "outcome-long" if words else "outcome-empty"
        raise Refusal(text_id, argument="outcome", length=len(words), limit=MAX_LENGTH)
    record = await _record(poll, turn)
    if answers.match(words, "none"):
        record.outcome, record.outcome_at, record.contestable_until = "", None, None
        turn.refresh_card(f"pollresult:{poll.id}")
        turn.answer("outcome-gone", number=poll.number)
        return
    record.outcome, record.outcome_at = words, turn.now
    until = parse_time(args.optional_text("until"), "until", turn)
    record.contestable_until = until or record.contestable_until
    turn.refresh_card(f"pollresult:{poll.id}")
    turn.answer("outcome-kept", number=poll.number, outcome=words)


async def ask_to_revoke(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `poll revoke number by`: say what it means, and ask; `none` takes that back.

    Raises Refusal("revoke-order").
    """
    poll = await lookup.find_closed_poll(call, args.text("number"), turn)
    if answers.match(args.text("by"), "none"):
        await _restore(poll, turn)
        return
    later = await lookup.find_closed_poll(call, args.text("by"), turn)
    for one in (poll, later):
        rules.check_closed(one)
    if poll.closed_at is None or later.closed_at is None or later.closed_at <= poll.closed_at:
        raise Refusal("revoke-order", argument="by", number=poll.number, later=later.number)
    question = turn.answer_text(
        "revoke-sure", number=poll.number, question=poll.question, later=later.number, by=later.question
    )
    await REVOKE.ask(f"{poll.id}", question, turn, {"by": str(later.id)})


async def _revoke(subject: str, kept: Mapping[str, str], turn: Turn) -> None:
    poll, later = await turn.held_row(Poll, subject), await turn.held_row(Poll, kept["by"])
    record = await _record(poll, turn)
    record.revoked_by, record.revoked_at = later.id, turn.now
    turn.refresh_card(f"pollresult:{poll.id}")
    turn.answer("revoke-done", number=poll.number, later=later.number)


async def _restore(poll: Poll, turn: Turn) -> None:
    """Let a poll that was revoked count again."""
    record = await _record(poll, turn)
    record.revoked_by = record.revoked_at = None
    turn.refresh_card(f"pollresult:{poll.id}")
    turn.answer("revoke-undone", number=poll.number)


async def _record(poll: Poll, turn: Turn) -> PollRecord:
    return await records.keep(poll, await views.count_ballots(poll, turn), turn)


REVOKE = YesNo(kind="pollrevoke", yes="revoke-yes", no="revoke-no", command=commands.POLL_REVOKE, act=_revoke)
