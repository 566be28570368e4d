"""The Adapter port over the in-memory platform."""

from __future__ import annotations

from bots.core.inbound import Attachment
from bots.ports import Capabilities, Cursor, Inbox, Receipt, Sending
from bots.testing.performing import Performer
from bots.testing.platform import MemoryPlatform


class MemoryAdapter:
    """The Adapter port over a MemoryPlatform."""

    def __init__(self, platform: MemoryPlatform, capabilities: Capabilities | None = None) -> None:
        self.account = platform.account
        self.platform = platform.platform
        self.capabilities = capabilities or Capabilities(idempotent=True)
        self._world = platform
        self._at: int | None = None

    async def run(self, inbox: Inbox) -> None:
        """Read the log on from the stored cursor."""
        while True:
            self._world.changed.clear()
            await self.read_on(inbox)
            await self._world.changed.wait()

    async def read_on(self, inbox: Inbox) -> bool:
        """Hand in what is new; False when nothing was."""
        if self._at is None:
            self._at = int(await inbox.cursor(self.account) or 0)
        values = self._world.log[self._at :]
        if not values:
            return False
        end = self._at + len(values)
        await inbox.submit(values, Cursor(self.account, str(end)))
        self._at = end
        return True

    async def send(self, sending: Sending) -> Receipt:
        """Perform on the platform."""
        return Performer(self._world, self.capabilities).perform(sending)

    async def read(self, attachment: Attachment) -> bytes | None:
        """A file that was put into `files` under the attachment's source."""
        return self._world.files.get(attachment.source)

    async def close(self) -> None:
        """Nothing to let go of."""
