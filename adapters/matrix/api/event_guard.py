"""Catch the errors that nio raises for malformed events and keys, and skip the event or key instead."""

from __future__ import annotations

import structlog
from nio.crypto.olm_machine import Olm
from nio.events import BadEvent, Event, MegolmEvent, RedactedEvent, UnknownBadEvent, UnknownEvent
from nio.exceptions import EncryptionError
from nio.responses import KeysClaimResponse, KeysQueryResponse

from adapters.matrix.api import polls

log = structlog.get_logger()
_MALFORMED_KEY_ERRORS = (ValueError, KeyError, TypeError, AttributeError, StopIteration, RecursionError)
"""Errors that nio raises on malformed keys."""
_MAY_BE_ENCRYPTED = frozenset({"m.room.message", "m.reaction", polls.START, *polls.ENDS, *polls.RESPONSES})


def guard_decryption(olm: Olm) -> None:
    """Treat unreadable plaintexts as undecryptable, and reject encrypted state and redactions.

    nio raises for the whole sync, on each try, if a plaintext is not a JSON object or nests too deep. nio also
    accepts a plaintext that claims to be state or a redaction.
    """
    decrypt = olm.decrypt_megolm_event

    def guarded(event: MegolmEvent, room_id: str | None = None) -> Event | BadEvent | UnknownBadEvent:
        try:
            return _reject_state(event, decrypt(event, room_id))
        except EncryptionError:
            raise
        except Exception as error:
            log.warning("matrix-event-quarantined", event_id=event.event_id, error=repr(error))
            raise EncryptionError(f"unreadable plaintext: {error!r}") from error

    olm.decrypt_megolm_event = guarded  # type: ignore[method-assign]  # the one way in to all decryption


def _reject_state(event: MegolmEvent, found: Event | BadEvent | UnknownBadEvent) -> Event | BadEvent | UnknownBadEvent:
    """Replace anything but a message by an empty event.

    Homeservers check who may change state or redact, so these events are never encrypted.
    https://spec.matrix.org/v1.11/client-server-api/#mroomencrypted
    """
    source = found.source
    is_event = isinstance(found, Event) and not isinstance(found, RedactedEvent)
    if is_event and source["type"] in _MAY_BE_ENCRYPTED and "state_key" not in source:
        return found
    log.warning("matrix-plaintext-not-believed", event_id=event.event_id, sender=event.sender)
    head = {"event_id": event.event_id, "sender": event.sender, "origin_server_ts": event.server_timestamp}
    return UnknownEvent({"content": {}, **head}, "m.room.encrypted")


def guard_key_answers(olm: Olm) -> None:
    """Process each user's and each device's keys separately, and treat a malformed signature as a wrong one.

    Devices can publish anything as their keys, and nio raises for the whole answer.
    """
    verify, query, claim = olm.verify_json, olm._handle_key_query, olm._handle_key_claiming

    def verified(stated: object, user_key: str, user: str, device: str) -> bool:
        try:
            return bool(verify(stated, user_key, user, device))  # type: ignore[no-untyped-call]  # nio's
        except _MALFORMED_KEY_ERRORS as error:
            log.warning("matrix-key-junk", user=user, device=device, error=repr(error))
            return False

    def queried(response: KeysQueryResponse) -> None:
        for user, devices in response.device_keys.items():
            one = KeysQueryResponse({user: devices}, {})
            try:
                query(one)
            except _MALFORMED_KEY_ERRORS as error:
                log.warning("matrix-key-junk", user=user, error=repr(error))
            response.changed.update(one.changed)

    def claimed(response: KeysClaimResponse) -> None:
        for user, devices in response.one_time_keys.items():
            for device, keys in devices.items():
                try:
                    claim(KeysClaimResponse({user: {device: keys}}, {}))  # type: ignore[no-untyped-call]  # nio's
                except _MALFORMED_KEY_ERRORS as error:
                    log.warning("matrix-key-junk", user=user, device=device, error=repr(error))

    olm.verify_json = verified  # type: ignore[method-assign]
    olm._handle_key_query = queried  # type: ignore[method-assign]
    olm._handle_key_claiming = claimed  # type: ignore[method-assign]
