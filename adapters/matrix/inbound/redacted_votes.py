"""Redacted votes: people's clients count the person's previous vote again, if there was one.

A redaction names the response, but not the poll, and a redacted response has lost its content. So we remember the votes
that we saw.
https://github.com/matrix-org/matrix-spec-proposals/blob/main/proposals/3381-polls.md
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import msgspec

from adapters import files
from adapters.matrix.rooms.people import person
from adapters.matrix.rooms.state import AdapterState
from adapters.matrix.rooms.votes import Vote
from bots.core.inbound import ChoiceMade, MessageDeleted, Value
from bots.core.invalid_characters import replace_in_value

_decode = msgspec.json.Decoder(dict[str, Vote]).decode
_KEPT = timedelta(days=30)


class RedactedVotes:
    """Turns the redaction of a vote into the previous vote. The `file` keeps the votes that we saw over a restart."""

    def __init__(self, state: AdapterState, file: Path) -> None:
        self._state = state
        self._file = file
        state.votes.update(files.load(file, _decode, "matrix-votes-unreadable") or {})

    def as_votes(self, values: Sequence[Value]) -> list[Value]:
        """Return the values; the redaction of somebody's current vote becomes their previous vote, or an empty one.

        A sync that is processed again after a crash gives the same values.
        """
        return [self._as_vote(value) if isinstance(value, MessageDeleted) else value for value in values]

    def _as_vote(self, value: MessageDeleted) -> Value:
        votes, room = self._state.votes, self._state.rooms.get(value.room)
        gone = votes.get(value.message)
        if gone is None or room is None or gone.room != value.room:
            return value
        votes[value.message] = msgspec.structs.replace(gone, redacted=True)
        self._state.votes_changed = True
        others = [vote for vote in votes.values() if vote.is_beside(gone) and not vote.redacted]
        newest = max(others, key=lambda vote: vote.at, default=None)
        if newest is not None and newest.at > gone.at:
            return value
        vote = ChoiceMade(
            key=value.key, account=value.account, room=value.room, at=value.at, message=gone.poll,
            person=person(self._state, room, gone.user), choices=newest.choices if newest else (),
        )  # fmt: skip
        return replace_in_value(vote)

    def store(self) -> None:
        """Store new votes, without old ones. Call before submitting their values.

        After a failure, a restart forgets them.
        """
        if not self._state.votes_changed:
            return
        since = datetime.now(UTC) - _KEPT
        for event in [event for event, vote in self._state.votes.items() if vote.at < since]:
            del self._state.votes[event]
        files.store(self._file, lambda: msgspec.json.encode(self._state.votes), "matrix-votes-not-kept")
        self._state.votes_changed = False
