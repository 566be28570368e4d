"""nio trusts what people encrypt and what they state about their keys. Here none of it harms anybody else."""

from __future__ import annotations

import structlog
from nio.crypto.olm_machine import Olm
from nio.events import BadEvent, Event, MegolmEvent, RedactedEvent, UnknownBadEvent, UnknownEvent
from nio.exceptions import EncryptionError
from nio.responses import KeysClaimResponse, KeysQueryResponse

from adapters.matrix.api import polls

log = structlog.get_logger()
_JUNK = (ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError)
"""What nio raises over keys that are none."""
_MAY_BE_SEALED = frozenset({"m.room.message", "m.reaction", polls.START, *polls.ENDS, *polls.RESPONSES})


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


def stated_keys(olm: Olm) -> None:
    """A device may state anything as its keys, and junk makes nio raise over the answer that has it: here a junk
    signature is a wrong one, and each person's and each device's keys are taken in by themselves."""
    verify, query, claim = olm.verify_json, olm._handle_key_query, olm._handle_key_claiming

    def verified(stated: object, user_key: str, user: str, device: str) -> bool:
        try:
            return bool(verify(stated, user_key, user, device))  # type: ignore[no-untyped-call]  # nio's
        except _JUNK as error:
            log.warning("matrix-key-junk", user=user, device=device, error=repr(error))
            return False

    def queried(response: KeysQueryResponse) -> None:
        for user, devices in response.device_keys.items():
            one = KeysQueryResponse({user: devices}, {})
            try:
                query(one)
            except _JUNK as error:
                log.warning("matrix-key-junk", user=user, error=repr(error))
            response.changed.update(one.changed)

    def claimed(response: KeysClaimResponse) -> None:
        for user, devices in response.one_time_keys.items():
            for device, keys in devices.items():
                try:
                    claim(KeysClaimResponse({user: {device: keys}}, {}))  # type: ignore[no-untyped-call]  # nio's
                except _JUNK as error:
                    log.warning("matrix-key-junk", user=user, device=device, error=repr(error))

    olm.verify_json = verified  # type: ignore[method-assign]
    olm._handle_key_query = queried  # type: ignore[method-assign]
    olm._handle_key_claiming = claimed  # type: ignore[method-assign]
