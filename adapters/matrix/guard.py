"""nio trusts what people encrypt and what they state about their keys. Here none of it harms anybody else."""

from __future__ import annotations

import structlog
from nio.crypto.olm_machine import Olm
from nio.events import BadEvent, Event, MegolmEvent, RedactedEvent, UnknownBadEvent, UnknownEvent
from nio.exceptions import EncryptionError

from adapters.matrix import polls

log = structlog.get_logger()
_MAY_BE_SEALED = frozenset({"m.room.message", "m.reaction", *polls.RESPONSES})


def plaintexts(olm: Olm) -> None:
    """A plaintext whose JSON is no object, or is nested too deep, makes nio raise for the whole sync, again and again:
    here such an event counts as undecryptable. One that claims to be the room's state, or a redaction, nio believes:
    here it says nothing."""
    decrypt = olm.decrypt_megolm_event

    def guarded(event: MegolmEvent, room_id: str | None = None) -> Event | BadEvent | UnknownBadEvent:
        try:
            return _believed(event, decrypt(event, room_id))
        except EncryptionError:
            raise
        except Exception as error:
            log.warning("matrix-event-quarantined", event_id=event.event_id, error=repr(error))
            raise EncryptionError(f"unreadable plaintext: {error!r}") from error

    olm.decrypt_megolm_event = guarded  # type: ignore[method-assign]  # the one way in to all decryption


def _believed(event: MegolmEvent, found: Event | BadEvent | UnknownBadEvent) -> Event | BadEvent | UnknownBadEvent:
    """State and redactions are for homeservers to allow, so they are never encrypted: a plaintext may be what people
    say. Of anything else nothing is left but who sent it.

    https://spec.matrix.org/v1.11/client-server-api/#mroomencrypted
    """
    source = found.source
    said = isinstance(found, Event) and not isinstance(found, RedactedEvent)
    if said and source["type"] in _MAY_BE_SEALED and "state_key" not in source:
        return found
    log.warning("matrix-plaintext-not-believed", event_id=event.event_id, sender=event.sender)
    bare = {
        "content": {},
        "event_id": event.event_id,
        "sender": event.sender,
        "origin_server_ts": event.server_timestamp,
    }
    return UnknownEvent(bare, "m.room.encrypted")
