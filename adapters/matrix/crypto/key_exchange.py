"""Key exchange between syncs: upload, query and claim keys, and send queued to-device messages."""

from __future__ import annotations

from collections.abc import Awaitable
from http import HTTPStatus

import structlog
from nio.client.async_client import AsyncClient
from nio.crypto.olm_machine import Olm
from nio.exceptions import LocalProtocolError
from nio.responses import ErrorResponse, Response

from adapters.matrix.api.retry import NETWORK_ERRORS

log = structlog.get_logger()


async def exchange_keys(client: AsyncClient) -> None:
    """Perform all outstanding requests. The next call repeats those that fail."""
    if client.olm is None:
        return
    if client.should_upload_keys:
        await _log_failure("upload", client.keys_upload())
    if client.should_query_keys:
        await _log_failure("query", client.keys_query())
    if client.should_claim_keys:
        await _log_failure("claim", client.keys_claim(client.get_users_for_key_claiming()))
    for message in list(client.outgoing_to_device_messages):
        await _log_failure("to-device", client.to_device(message))


async def _log_failure(what: str, request: Awaitable[Response]) -> None:
    try:
        answer = await request
    except (*NETWORK_ERRORS, LocalProtocolError) as error:
        log.warning("matrix-keys-later", what=what, why=str(error) or type(error).__name__)
        return
    except Exception:  # malformed keys must not stop inbound messages
        log.exception("matrix-keys-unreadable", what=what)
        return
    if isinstance(answer, ErrorResponse):
        log.warning("matrix-keys-later", what=what, why=str(answer))


async def share_room_key(client: AsyncClient, room: str) -> bool:
    """Share the room's key with all devices in an encrypted room before a message. Return whether it is a new one.

    Raises a network error or nio's LocalProtocolError, after which the call can be repeated.
    """
    if not client.rooms[room].members_synced:
        await client.joined_members(room)
    if client.should_query_keys:
        _check_answered(await client.keys_query())
    if client.olm is None or not client.olm.should_share_group_session(room):
        return False
    missing = client.get_missing_sessions(room)
    if missing:  # nio does this too, but ignores a failure and leaves these devices out
        _check_answered(await client.keys_claim(missing))
    try:
        await client.share_group_session(room, ignore_unverified_devices=True)
    finally:
        # after a failure nio leaves its event there, and the next send would wait without end
        if (shared := client.sharing_session.pop(room, None)) is not None:
            shared.set()
    _check_shared(client, client.olm, room)
    return True


def _check_answered(answer: Response) -> None:
    """Raise ConnectionError for an error response: new members couldn't read the message.

    Accept a response that nio can't read. Some device causes it, and it would come on each try.
    """
    if isinstance(answer, ErrorResponse) and getattr(answer.transport_response, "status", 0) != HTTPStatus.OK:
        raise ConnectionError(f"no device keys: {answer}")


def _check_shared(client: AsyncClient, olm: Olm, room: str) -> None:
    """Raise ConnectionError if a device did not get the key. nio marks it as shared although the delivery failed."""
    session = olm.outbound_group_sessions[room]
    reached = session.users_shared_with | session.users_ignored
    for user in client.rooms[room].users:
        for device in olm.device_store.active_user_devices(user):
            reachable = olm.session_store.get(device.curve25519) is not None
            if reachable and (user, device.id) not in reached and not olm.is_device_blacklisted(device):
                session.shared = False
                raise ConnectionError(f"the key did not reach device {device.id} of {user}")
