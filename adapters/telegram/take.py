"""From raw updates to values, each on its own: a malformed one is put aside, and the rest goes on."""

from __future__ import annotations

from collections.abc import Sequence

import structlog
from telegram import Bot, Update
from telegram.error import TelegramError

from adapters.telegram.client import Raw
from adapters.telegram.known import Known
from adapters.telegram.managers import Managers
from adapters.telegram.translate import translate
from bots.core.inbound import Value
from bots.ports import Clock

log = structlog.get_logger()


class Taker:
    """Translates for one account. `Person.admin` takes a question to Telegram, so this is no pure function."""

    def __init__(self, bot: Bot, known: Known, managers: Managers, clock: Clock) -> None:
        self.known = known
        self._bot = bot
        self._managers = managers
        self._clock = clock

    async def values(self, updates: Sequence[Raw]) -> list[Value]:
        """What the updates say, in their order. Raises TelegramError when managers can't be asked for now."""
        parsed = [self._parsed(raw) for raw in updates]
        await self._managers.look([update for update in parsed if update is not None])
        found: list[Value] = []
        for raw, update in zip(updates, parsed, strict=True):
            if update is not None:
                found += self._translated(raw, update)
        return found

    def _parsed(self, raw: Raw) -> Update | None:
        try:
            return Update.de_json(raw, self._bot)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must come through
            self._quarantine(raw, error)
            return None

    def _translated(self, raw: Raw, update: Update) -> list[Value]:
        try:
            return translate(self.known, update, self._clock.now())
        except TelegramError:
            raise
        except Exception as error:  # noqa: BLE001 - as above: PTB takes values of any type
            self._quarantine(raw, error)
            return []

    def _quarantine(self, raw: Raw, error: Exception) -> None:
        log.error(
            "telegram-update-quarantined", account=self.known.account, update=raw.get("update_id"), why=repr(error)
        )
