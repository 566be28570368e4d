"""Turn updates into inbound values, each on its own, so that a malformed update does not hold up the others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2s

import msgspec
import structlog

from adapters.telegram.api.decode import DecodedUpdate, MalformedUpdate
from adapters.telegram.api.updates import Update
from adapters.telegram.inbound.translate import translate
from adapters.telegram.rooms.admins import AdminCache
from adapters.telegram.rooms.state import AdapterState
from bots.core.inbound import Unreadable, Value
from bots.ports import Clock

log = structlog.get_logger()


@dataclass(frozen=True)
class Translated:
    """The values of updates. `held`: the ids of the updates to give again soon, because their chat waits."""

    values: Sequence[Value]
    held: frozenset[int] = frozenset()


@dataclass(frozen=True)
class UpdateProcessor:
    """Translates the updates of one account. Not pure: `Person.admin` may need a request to Telegram."""

    state: AdapterState
    admins: AdminCache
    clock: Clock

    async def to_values(self, updates: Sequence[DecodedUpdate]) -> Translated:
        """Translate the updates in their order, without those of chats that wait for their admins."""
        decoded = [update for update in updates if isinstance(update, Update)]
        waiting = await self.admins.refresh(decoded)
        held = frozenset(one.update_id for one in decoded if one.chat is not None and one.chat.id in waiting)
        ready = [update for update in updates if update.update_id not in held]
        self.admins.apply_changes([update for update in ready if isinstance(update, Update)])
        now = self.clock.now()
        values: list[Value] = []
        for update in ready:
            values += self._translate(update, now) if isinstance(update, Update) else [self._unreadable(update, now)]
        return Translated(values, held)

    def _translate(self, update: Update, now: datetime) -> list[Value]:
        if (actor := update.actor) is not None:
            self.state.remember_username(actor)
        if update.message is not None:
            self.state.message_numbers.note(update.message.chat.id, update.message.message_id)
        try:
            return translate(self.state, update, now)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the others must come through
            return [self._unreadable(MalformedUpdate(update.update_id, _encode(update), repr(error)), now)]

    def _unreadable(self, update: MalformedUpdate, now: datetime) -> Unreadable:
        """Return the value that the core stores as a dead letter when it moves the cursor past the update."""
        log.error("telegram-update-quarantined", account=self.state.account, update=update.update_id, why=update.error)
        digest = blake2s(update.raw, digest_size=8).hexdigest()
        fields = self.state.fields("", now, "unreadable", update.update_id, digest)
        return Unreadable(**fields, payload=update.raw.decode("utf-8", "replace"), error=update.error)


def _encode(update: Update) -> bytes:
    """Encode an update for its dead letter."""
    try:
        return msgspec.json.encode(update)
    except (RecursionError, UnicodeEncodeError) as error:
        return repr(error).encode()
