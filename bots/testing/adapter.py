"""The adapter of the in-memory platform."""

from __future__ import annotations

from bots.core.inbound import Attachment
from bots.ports import Capabilities, Cursor, Inbox, Receipt, Sending
from bots.testing.performer import Performer
from bots.testing.platform import MemoryPlatform


class MemoryAdapter:
    """Implements the Adapter port for a MemoryPlatform."""

    def __init__(self, platform: MemoryPlatform, capabilities: Capabilities | None = None) -> None:
        self.account = platform.account
        self.platform = platform.platform
        self.capabilities = capabilities or Capabilities(idempotent=True)
        self._memory = platform
        self._position: int | None = None

    async def run(self, inbox: Inbox) -> None:
        """Read the log from the stored cursor on."""
        while True:
            self._memory.changed.clear()
            await self.read_new(inbox)
            await self._memory.changed.wait()

    async def read_new(self, inbox: Inbox) -> bool:
        """Submit the new values. Return False when there are none."""
        if self._position is None:
            self._position = int(await inbox.cursor(self.account) or 0)
        values = self._memory.log[self._position :]
        if not values:
            return False
        end = self._position + len(values)
        await inbox.submit(values, Cursor(self.account, str(end)))
        self._position = end
        return True

    async def send(self, sending: Sending) -> Receipt:
        """Perform a sending on the platform."""
        return Performer(self._memory, self.capabilities).perform(sending)

    async def read(self, attachment: Attachment) -> bytes | None:
        """Return the platform's file with the attachment's source as its key."""
        return self._memory.files.get(attachment.source)

    async def close(self) -> None:
        """Do nothing: there are no connections."""
