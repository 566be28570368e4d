"""The submissions that wait for a commit, and how many go into one transaction."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, field

from bots.core.inbound import Value
from bots.ports import Cursor

SMALLEST_BATCH, LARGEST_BATCH = 16, 256
BATCH_SECONDS = 0.25
"""About how long one transaction may take: its own answers wait for its end, and so does everybody else."""


def batch_size(values: int, seconds: float) -> int:
    """Return how many values fit into BATCH_SECONDS, judging by the last batch: its values, and its seconds."""
    fitting = values * BATCH_SECONDS / max(seconds, 0.001)
    return max(SMALLEST_BATCH, min(LARGEST_BATCH, int(fitting)))


@dataclass
class Submission:
    """The values of one `submit`, or a part of them, and a future that is done after their commit.

    `replaced`: values that one of these makes void, which count as handled then.
    """

    values: list[Value]
    cursor: Cursor | None
    replaced: list[Value] = field(default_factory=list)
    done: asyncio.Future[None] = field(default_factory=lambda: asyncio.get_running_loop().create_future())


class SubmissionQueue:
    """The submissions in their order, and behind them the parts of floods."""

    def __init__(self) -> None:
        self.arrived = asyncio.Event()
        self._waiting: list[Submission] = []
        self._behind: list[Submission] = []
        self._batch_size = SMALLEST_BATCH

    def add(self, values: list[Value], cursor: Cursor | None) -> Submission:
        """Queue values, with the cursor after them."""
        submission = Submission(values, cursor)
        self._waiting.append(submission)
        self.arrived.set()
        return submission

    async def add_behind(self, values: list[Value], replaced: list[Value], cursor: Cursor | None) -> None:
        """Queue values in small parts behind everybody else's, the cursor with the last; return after their commit."""
        starts = range(0, len(values), SMALLEST_BATCH)
        parts = [Submission(values[start : start + SMALLEST_BATCH], None) for start in starts]
        parts[0].replaced, parts[-1].cursor = replaced, cursor
        self._behind.extend(parts)
        self.arrived.set()
        await asyncio.gather(*[part.done for part in parts])

    def next_batch(self) -> list[Submission]:
        """Take as many as fit into a batch, and one part of a flood; if nothing else waits, many of those."""
        taken = _take(self._waiting, self._batch_size)
        taken += _take(self._behind, 1 if taken else self._batch_size)
        if not self._waiting and not self._behind:
            self.arrived.clear()
        return taken

    def committed(self, submissions: Sequence[Submission], values: int, seconds: float) -> None:
        """Tell the submitters that their values are stored, and size the next batch by the time this one took."""
        self._batch_size = batch_size(values, seconds)
        for submission in submissions:
            if not submission.done.cancelled():
                submission.done.set_result(None)


def _take(queue: list[Submission], fitting: int) -> list[Submission]:
    """Take from a queue's front what fits into a batch, but at least one."""
    size, number = 0, 0
    for submission in queue:
        size += len(submission.values)
        if number and size > fitting:
            break
        number += 1
    taken = queue[:number]
    del queue[:number]
    return taken
