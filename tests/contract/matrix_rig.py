"""The Matrix adapter in one room with two people, on a homeserver."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

from adapters.matrix.account import MatrixAccount
from adapters.matrix.adapter import MatrixAdapter
from bots.core.inbound import BotInvited, BotJoined
from bots.core.outbound import Join
from bots.ports import Adapter
from tests.contract.matrix_people import MatrixPerson
from tests.contract.rig import RecordingInbox, Seen, Someone, key, send
from tests.homeserver.synapse import Homeserver


class MatrixRig:
    """The bot and two people in one room on the homeserver."""

    def __init__(self, account: MatrixAccount, host: MatrixPerson, guest: MatrixPerson) -> None:
        self.inbox = RecordingInbox()
        self.host: MatrixPerson = host
        self.guest: MatrixPerson = guest
        self.room = ""
        self.account = account
        self.adapter: Adapter = MatrixAdapter(account)
        self._running: asyncio.Task[None] | None = None

    async def open(self, *, encrypted: bool) -> None:
        """Create the room and wait until all members have joined."""
        await self.restart()
        self.room = await self.host.open_room(self.bot, self.guest.user, encrypted=encrypted)
        await self.guest.enter(self.room)
        await self.inbox.gets(BotInvited, lambda value: value.room == self.room)
        await send(self, key(), Join(room=self.room))
        await self.inbox.gets(BotJoined, lambda value: value.room == self.room)
        await self.host.look()
        await self.guest.look()

    @property
    def bot(self) -> str:
        """The bot's Matrix id."""
        return self.account.user

    async def restart(self) -> None:
        """Restart the adapter with the same account and inbox."""
        await self.stop()
        self.adapter = MatrixAdapter(self.account)
        self._running = asyncio.create_task(self.adapter.run(self.inbox))

    async def stop(self) -> None:
        """Stop the adapter."""
        if self._running is not None:
            self._running.cancel()
            await asyncio.gather(self._running, return_exceptions=True)
            self._running = None
            await self.adapter.close()

    async def seen(self, room: str, message: str) -> Seen:
        """Return the message as people see it."""
        for someone in (self.guest, self.host):
            if room in someone.client.rooms:
                return await someone.seen(room, message)
        raise AssertionError(f"nobody is in {room}")

    async def said_by_bot(self, room: str) -> list[Seen]:
        """Return the bot's present messages in the room, oldest first."""
        found = await self.host.get(f"v3/rooms/{room}/messages?dir=f&limit=100")
        kinds = ("m.room.message", "m.room.encrypted")
        mine = [event for event in found["chunk"] if event["sender"] == self.bot and event["type"] in kinds]
        seen = [await self.seen(room, event["event_id"]) for event in mine if event["content"]]
        return [message for message in seen if not message.gone]

    async def close_to_bot(self, someone: Someone) -> bool:
        """Block invitations of the person.

        https://github.com/matrix-org/matrix-spec-proposals/pull/4380
        """
        assert isinstance(someone, MatrixPerson)
        await someone.store_account_data("m.invite_permission_config", {"default_action": "block"})
        return True


@asynccontextmanager
async def opened(
    homeserver: Homeserver, folder: Path, *, encrypted: bool = False, through: str | None = None
) -> AsyncIterator[MatrixRig]:
    """Open a rig with new accounts and a running adapter. `through` is the address that the bot uses."""
    bot = await homeserver.register("bot")
    people = []
    for name in ("host", "guest"):
        login = await homeserver.register(name)
        people.append(MatrixPerson(homeserver.url, login.user, login.device, login.token, folder / name, bot=bot.user))
    address = through or homeserver.url
    account = MatrixAccount("matrix", address, bot.user, folder / "bot", password=bot.password, key_head_start=0.0)
    rig = MatrixRig(account, *people)
    try:
        await rig.open(encrypted=encrypted)
        yield rig
    finally:
        await rig.stop()
        for person in people:
            await person.close()
