"""The web adapter: one imitated platform account, between the sandbox and the core."""

from __future__ import annotations

import asyncio

import structlog

from adapters.sandbox.outbound.sender import Deeds
from adapters.sandbox.platform.profiles import LOOKS, PLATFORM
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.inbound import Attachment
from bots.ports import Cursor, Inbox, Receipt, Refused, Sending

log = structlog.get_logger()


class WebAdapter:
    """Implements the Adapter port. `Person.admin` means: manages the room of the sandbox."""

    platform = PLATFORM

    def __init__(self, sandbox: Sandbox, account: str) -> None:
        self.account = account
        self.capabilities = LOOKS[account]
        self._sandbox = sandbox
        self._deeds = Deeds(sandbox, account, self.capabilities)
        self._at: int | None = None

    async def run(self, inbox: Inbox) -> None:
        """Read the log on from the stored cursor, until cancelled."""
        news = asyncio.Event()
        self._sandbox.watchers.add(news)
        try:
            while True:
                news.clear()
                if not await self.read_on(inbox):
                    await news.wait()
        finally:
            self._sandbox.watchers.discard(news)

    async def read_on(self, inbox: Inbox) -> bool:
        """Hand in what is new; False when nothing was."""
        if self._at is None:
            self._at = int(await inbox.cursor(self.account) or 0)
        values, end = self._sandbox.log_after(self.account, self._at)
        if not values:
            return False
        await inbox.submit(values, Cursor(self.account, str(end)))
        self._at = end
        return True

    @property
    def caught_up(self) -> bool:
        """Whether all that was said has been handed in."""
        return self._at is not None and self._at >= self._sandbox.log_end(self.account)

    async def send(self, sending: Sending) -> Receipt:
        """Perform in the sandbox."""
        try:
            return self._deeds.perform(sending)
        except Exception as error:
            log.exception("web-send-failed", key=sending.key, room=sending.call.room)
            return Refused("invalid", repr(error))

    async def read(self, attachment: Attachment) -> bytes | None:
        """People's messages carry no files here."""
        del attachment
        return None

    async def close(self) -> None:
        """Nothing to let go of: the sandbox belongs to who opened it."""
