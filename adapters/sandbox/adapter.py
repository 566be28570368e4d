"""The sandbox adapter of one imitated platform."""

from __future__ import annotations

import structlog

from adapters.sandbox.outbound.sender import SandboxSender
from adapters.sandbox.platform.profiles import PLATFORM, PROFILES
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.inbound import Attachment
from bots.ports import Cursor, Inbox, Receipt, Refused, Sending

log = structlog.get_logger()


class SandboxAdapter:
    """Implements the Adapter port. `Person.admin`: is an admin of the sandbox room."""

    platform = PLATFORM

    def __init__(self, sandbox: Sandbox, account: str) -> None:
        self.account = account
        self.capabilities = PROFILES[account]
        self._sandbox = sandbox
        self._sender = SandboxSender(sandbox, account, self.capabilities)
        self._position: int | None = None

    async def run(self, inbox: Inbox) -> None:
        """Read the event log from the stored cursor on, until cancelled."""
        with self._sandbox.watching() as news:
            while True:
                news.clear()
                if not await self.read_new(inbox):
                    await news.wait()

    async def read_new(self, inbox: Inbox) -> bool:
        """Submit the new events; return False when there are none."""
        if self._position is None:
            self._position = int(await inbox.cursor(self.account) or 0)
        values, end = self._sandbox.log_after(self.account, self._position)
        if not values:
            return False
        await inbox.submit(values, Cursor(self.account, str(end)))
        self._position = end
        return True

    @property
    def caught_up(self) -> bool:
        """Whether all events have been submitted."""
        return self._position is not None and self._position >= self._sandbox.log_end(self.account)

    async def send(self, sending: Sending) -> Receipt:
        """Perform one outbound value in the sandbox. Raises nothing."""
        try:
            return self._sender.perform(sending)
        except Exception as error:
            log.exception("web-send-failed", key=sending.key, room=sending.call.room)
            return Refused("invalid", repr(error))

    async def read(self, attachment: Attachment) -> bytes | None:
        """Return None: users can't post files here."""
        del attachment
        return None

    async def close(self) -> None:
        """Do nothing; the caller that opened the sandbox closes it."""
