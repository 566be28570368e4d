"""Unite the votes that somebody cast in an open poll with several accounts before linking them."""

from __future__ import annotations

from bots.core.sanitize import truncate
from bots.turn.notices import AccountsLinked
from bots.turn.turn import Turn
from storage.queries import persons, polls

_MAX_NAMED, _MAX_LENGTH = 5, 60


async def unite(notice: AccountsLinked, turn: Turn) -> None:
    """Let the newest ballot in each poll stand, and say so. Closed polls stay as they were."""
    members = {one.member_id for one in await persons.accounts(turn.uow, notice.member_id)}
    changed: list[str] = []
    for poll in await polls.open_with_ballot_of(turn.uow, members):
        if await polls.unite_ballots(turn.uow, poll.id):
            changed.append(truncate(poll.question, _MAX_LENGTH))
            turn.refresh_card(f"poll:{poll.id}")
    if changed:
        more = ("…",) if len(changed) > _MAX_NAMED else ()
        turn.answer("ballots-united", polls=(*changed[:_MAX_NAMED], *more))
