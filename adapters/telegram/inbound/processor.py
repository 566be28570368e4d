"""From updates to values, each on its own: a malformed one is put aside, and the rest goes on."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from hashlib import blake2s

import structlog

from adapters.telegram.api.decode import Broken, Read
from adapters.telegram.api.types import Update
from adapters.telegram.inbound.translate import translate
from adapters.telegram.rooms.admins import Managers
from adapters.telegram.rooms.state import Known
from bots.core.inbound import Unreadable, Value
from bots.ports import Clock

log = structlog.get_logger()


class Taker:
    """Translates for one account. `Person.admin` takes a question to Telegram, so this is no pure function."""

    def __init__(self, known: Known, managers: Managers, clock: Clock) -> None:
        self.known = known
        self._managers = managers
        self._clock = clock

    async def values(self, updates: Sequence[Read]) -> list[Value]:
        """What the updates say, in their order. Raises TelegramError when managers can't be asked for now."""
        await self._managers.look([update for update in updates if isinstance(update, Update)])
        now = self._clock.now()
        found: list[Value] = []
        for update in updates:
            found += self._translated(update, now) if isinstance(update, Update) else [self._aside(update, now)]
        return found

    def _translated(self, update: Update, now: datetime) -> list[Value]:
        if (actor := update.actor) is not None:
            self.known.meet(actor)
        try:
            return translate(self.known, update, now)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must come through
            return [self._aside(Broken(update.update_id, repr(update).encode(), repr(error)), now)]

    def _aside(self, broken: Broken, now: datetime) -> Unreadable:
        """To be kept with the dead letters, in the transaction that moves the cursor past it."""
        known = self.known
        log.error("telegram-update-quarantined", account=known.account, update=broken.update_id, why=broken.why)
        return Unreadable(
            key=known.key("unreadable", broken.update_id, blake2s(broken.raw, digest_size=8).hexdigest()), room="",
            account=known.account, at=now, payload=broken.raw.decode("utf-8", "replace"), error=broken.why,
        )  # fmt: skip
