"""The record of a closed poll: stored at the close, kept up to date while late ballots may arrive, and announced."""

from __future__ import annotations

import json

from bots.core.richtext import Rich
from bots.features.polls import rules, verdict
from bots.features.polls.kinds.tally import Tally
from bots.turn.turn import Turn
from storage.queries import poll_records
from storage.tables import Poll, PollRecord


async def keep(poll: Poll, tally: Tally, turn: Turn) -> PollRecord:
    """Store what a closed poll decided. Keep the connector's words about it."""
    found = verdict.of(poll, tally)
    record = await poll_records.of_poll(turn.uow, poll.id)
    if record is None:
        record = await turn.uow.add(PollRecord(poll_id=poll.id, verdict=found.name))
    record.verdict, record.winners = found.name, json.dumps(found.winners)
    record.votes, record.voters = json.dumps([tally.votes[at] for at, _, _ in rules.standing(poll)]), tally.turnout
    return record


async def lines(poll: Poll, turn: Turn) -> list[Rich]:
    """Return what came of a poll: the outcome in a connector's words, until when to object, and what revoked it."""
    record = await poll_records.of_poll(turn.uow, poll.id)
    if record is None:
        return []
    told = [turn.text("outcome-is", outcome=record.outcome)] if record.outcome else []
    if record.contestable_until is not None:
        over = record.contestable_until <= turn.now
        told.append(turn.text("outcome-final" if over else "outcome-contestable", at=record.contestable_until))
    later = await turn.uow.get(Poll, record.revoked_by) if record.revoked_by is not None else None
    if later is not None:
        told.append(turn.text("outcome-revoked", number=later.number, question=later.question))
    return told


def in_short(record: PollRecord, turn: Turn) -> str:
    """Return what a poll decided, in a few words."""
    return turn.label(f"decision-is-{record.verdict}", winners=tuple(json.loads(record.winners)) or ("–",))
