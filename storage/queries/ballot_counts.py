"""Queries about the final ballots of closed anonymous polls."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Sequence

from sqlalchemy import delete
from sqlmodel import col, select

from storage.queries import erasure, placements
from storage.tables import Ballot, BallotCount, BallotReason
from storage.unit_of_work import UnitOfWork


async def counted(uow: UnitOfWork, poll: int) -> Sequence[tuple[str, int]]:
    """Return the ballots that no longer name their voters, with the number of each."""
    rows = await uow.rows(select(BallotCount.choices, BallotCount.number).where(BallotCount.poll_id == poll))
    return [(choices, number) for choices, number in rows]


async def reasons(uow: UnitOfWork, poll: int) -> Sequence[tuple[str, str]]:
    """Return the reasons given with these ballots: what the ballot says, and the words."""
    rows = await uow.rows(select(BallotCount.choices, BallotCount.reasons).where(BallotCount.poll_id == poll))
    return [(choices, words) for choices, texts in rows for words in json.loads(texts)]


async def make_anonymous(uow: UnitOfWork, poll: int, limit: int) -> bool:
    """Turn some ballots into counts, and forget whose they were. Return whether ballots are left."""
    query = select(Ballot.member_id, Ballot.choices, Ballot.person_id).where(Ballot.poll_id == poll)
    ballots = await uow.rows(query.order_by(col(Ballot.person_id)).limit(limit))
    if not ballots:
        return False
    members, persons = [member for member, _, _ in ballots], [person for _, _, person in ballots]
    theirs = (col(BallotReason.poll_id) == poll, col(BallotReason.member_id).in_(members))
    rows = await uow.rows(select(BallotReason.member_id, BallotReason.text).where(*theirs))
    given = {row[0]: row[1] for row in rows}
    by_choices = defaultdict[str, list[str | None]](list)
    for member, choices, _ in ballots:
        by_choices[choices].append(given.get(member))
    for choices, texts in by_choices.items():
        await _add(uow, poll, choices, len(texts), [text for text in texts if text is not None])
    await uow.execute(delete(BallotReason).where(*theirs))
    await uow.execute(delete(Ballot).where(col(Ballot.poll_id) == poll, col(Ballot.person_id).in_(persons)))
    return len(ballots) == limit


async def _add(uow: UnitOfWork, poll: int, choices: str, number: int, words: Sequence[str]) -> None:
    row = await uow.first(select(BallotCount).where(BallotCount.poll_id == poll, BallotCount.choices == choices))
    if row is None:
        await uow.add(BallotCount(poll_id=poll, choices=choices, number=number, reasons=json.dumps(sorted(words))))
    else:
        row.number += number
        row.reasons = json.dumps(sorted([*json.loads(row.reasons), *words]))


async def forget_ballot_messages(uow: UnitOfWork, poll: int, limit: int) -> bool:
    """Forget what some ballots in private chats show, and their reactions. Return whether more are left."""
    shown = await placements.placements_with(uow, f"pollballot:{poll}.", limit=limit)
    await erasure.erase_answers(uow, [placement.card for placement in shown])
    for placement in shown:
        placement.gone, placement.shown, placement.buttons = True, "", "[]"
    return len(shown) == limit
