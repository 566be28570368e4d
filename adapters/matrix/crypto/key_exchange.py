"""What end-to-end encryption asks for between syncs: upload, query and claim keys, send what is queued for devices."""

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


async def tidy(client: AsyncClient) -> None:
    """Do what is outstanding. What fails stays outstanding until the next time."""
    if client.olm is None:
        return
    if client.should_upload_keys:
        await _quietly("upload", client.keys_upload())
    if client.should_query_keys:
        await _quietly("query", client.keys_query())
    if client.should_claim_keys:
        await _quietly("claim", client.keys_claim(client.get_users_for_key_claiming()))
    for message in list(client.outgoing_to_device_messages):
        await _quietly("to-device", client.to_device(message))


async def _quietly(what: str, request: Awaitable[Response]) -> None:
    try:
        answer = await request
    except (*NETWORK_ERRORS, LocalProtocolError) as error:
        log.warning("matrix-keys-later", what=what, why=str(error) or type(error).__name__)
        return
    except Exception:  # whatever nio raises over what others stated, messages go on coming in
        log.exception("matrix-keys-unreadable", what=what)
        return
    if isinstance(answer, ErrorResponse):
        log.warning("matrix-keys-later", what=what, why=str(answer))


async def ready_to_encrypt(client: AsyncClient, room: str) -> None:
    """See to it that all devices in an encrypted room hold the key of the next message.

    Raises a network error or nio's LocalProtocolError; then nothing is left half done.
    """
    if not client.rooms[room].members_synced:
        await client.joined_members(room)
    if client.should_query_keys:
        _answered(await client.keys_query())
    if client.olm is None or not client.olm.should_share_group_session(room):
        return
    missing = client.get_missing_sessions(room)
    if missing:  # nio asks too, but shares the key without these devices when it is not answered
        _answered(await client.keys_claim(missing))
    try:
        await client.share_group_session(room, ignore_unverified_devices=True)
    finally:
        # nio leaves it there when claiming keys failed, and the next send would wait for it for ever
        shared = client.sharing_session.pop(room, None)
        if shared is not None:
            shared.set()
    _check_shared(client, client.olm, room)


def _answered(answer: Response) -> None:
    """Without the keys of those who came, they could not read what is said. An answer that nio cannot read is another
    matter: it would be the same at every try, and somebody's device may be why."""
    if isinstance(answer, ErrorResponse) and getattr(answer.transport_response, "status", 0) != HTTPStatus.OK:
        raise ConnectionError(f"the keys of devices are not told: {answer}")


def _check_shared(client: AsyncClient, olm: Olm, room: str) -> None:
    """nio takes a key for shared although its delivery failed; messages under it could be read by nobody."""
    session = olm.outbound_group_sessions[room]
    reached = session.users_shared_with | session.users_ignored
    for user in client.rooms[room].users:
        for device in olm.device_store.active_user_devices(user):
            reachable = olm.session_store.get(device.curve25519) is not None
            if reachable and (user, device.id) not in reached and not olm.is_device_blacklisted(device):
                session.shared = False
                raise ConnectionError(f"the key did not reach device {device.id} of {user}")
