"""`decisions export`: the record as a file, for the connector alone. It has totals, and nobody's ballot."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.features.polls import records, rules, views
from bots.turn import files, private_answer
from bots.turn.turn import Turn
from storage.queries import poll_records
from storage.tables import Poll, PollRecord

MAX_ROWS = 2000
Row = Mapping[str, object]


async def export(_call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `decisions export [csv|json]`. Raises Refusal("decision-none" | "export-no-files")."""
    if not turn.capabilities.upload_bytes:
        raise Refusal("export-no-files")
    found = await poll_records.closed(turn.uow, turn.holder, MAX_ROWS)
    if not found:
        raise Refusal("decision-none")
    rows = [_row(poll, record or await _made(poll, turn), turn) for poll, record in found]
    form = args.optional_text("format") or "csv"
    data = as_csv(rows) if form == "csv" else as_json(rows)
    mime = "text/csv" if form == "csv" else "application/json"
    file = files.text_file(f"decisions.{form}", mime, data, turn.label("decision-title"))
    content = Content(text=turn.answer_text("export-here", count=len(rows)), attachments=(file,))
    private_answer.answer(content, turn, sent="export-sent", unreachable="export-unreachable")


async def _made(poll: Poll, turn: Turn) -> PollRecord:
    return await records.keep(poll, await views.count_ballots(poll, turn), turn)


def _row(poll: Poll, record: PollRecord, _turn: Turn) -> Row:
    """Return what the file says of a poll. Times are UTC, as ISO 8601 writes them."""
    times = {
        "opened": poll.created_at, "closed": poll.closed_at, "contestable_until": record.contestable_until,
        "revoked_at": record.revoked_at,
    }  # fmt: skip
    return {
        "number": poll.number, "kind": poll.kind.value, "question": poll.question,
        "options": [label for _, _, label in rules.standing(poll)],
        "votes": json.loads(record.votes), "voters": record.voters, "verdict": record.verdict,
        "winners": json.loads(record.winners), "rules": json.loads(poll.settings), "outcome": record.outcome,
        **{name: at.isoformat() if at is not None else "" for name, at in times.items()},
    }  # fmt: skip


def as_json(rows: Sequence[Row]) -> str:
    """Return the rows as JSON."""
    return json.dumps(rows, ensure_ascii=False, indent=1)


def as_csv(rows: Sequence[Row]) -> str:
    """Return the rows for a spreadsheet."""
    return files.table([list(rows[0]), *([_cell(value) for value in row.values()] for row in rows)])


def _cell(value: object) -> str:
    if isinstance(value, dict):
        return json.dumps(value, ensure_ascii=False) if value else ""
    return "; ".join(map(str, value)) if isinstance(value, list) else str(value)
