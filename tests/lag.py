"""Late replies: `--lag 0.5` lets every value and every sending wait up to half a second.

It finds tests that go on before the reply that they depend on: they fail often then, instead of once a week.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Sequence

from bots.core.inbound import Value
from bots.ports import Adapter, Cursor, Inbox, Receipt, Sending

_longest = [0.0]


def choose(seconds: float) -> None:
    """Set the longest lag of this test process."""
    _longest[0] = seconds


def lagging(adapter: Adapter) -> Adapter:
    """Return the adapter with a lag, or as it is when none was asked for."""
    return _LaggingAdapter(adapter) if _longest[0] else adapter  # type: ignore[return-value]  # the rest is delegated


class _LaggingAdapter:
    """An adapter whose values come late and whose sendings take long."""

    def __init__(self, adapter: Adapter) -> None:
        self._adapter = adapter

    def __getattr__(self, name: str) -> object:
        return getattr(self._adapter, name)

    async def run(self, inbox: Inbox) -> None:
        """Run the adapter on an inbox with a lag."""
        await self._adapter.run(_LaggingInbox(inbox))  # type: ignore[arg-type]  # the rest is delegated

    async def send(self, sending: Sending) -> Receipt:
        """Wait, then send."""
        await asyncio.sleep(random.uniform(0, _longest[0]))
        return await self._adapter.send(sending)


class _LaggingInbox:
    """An inbox that takes all values equally late, so that their order stays."""

    def __init__(self, inbox: Inbox) -> None:
        self._inbox = inbox

    def __getattr__(self, name: str) -> object:
        return getattr(self._inbox, name)

    async def submit(self, values: Sequence[Value], cursor: Cursor | None = None) -> None:
        """Wait, then submit."""
        await asyncio.sleep(_longest[0] / 2)
        await self._inbox.submit(values, cursor)
