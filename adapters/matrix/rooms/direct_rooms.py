"""Private rooms: one for each person, found or created, even after a crash.

The account data `m.direct` lists them, as for every Matrix client.
https://spec.matrix.org/v1.11/client-server-api/#direct-messaging
"""

from __future__ import annotations

from hashlib import blake2s
from http import HTTPStatus
from urllib.parse import quote

import structlog
from nio import responses as nio
from nio.api import RoomPreset, RoomVisibility

from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.errors import Failure, failure
from adapters.matrix.api.retry import NETWORK_ERRORS, to_exception
from adapters.matrix.rooms.state import AdapterState, direct_rooms_in
from bots.ports import Later, Refused

log = structlog.get_logger()
ENCRYPTED_SECONDS = 5.0
JOIN_SECONDS = 5.0
_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
_ENCRYPTION = {"type": "m.room.encryption", "state_key": "", "content": _MEGOLM}


async def find_or_create(client: MatrixClient, state: AdapterState, user: str, *, encrypted: bool) -> str | Failure:
    """Return the private room with `user`, and invite them if necessary. Raises network errors.

    With `encrypted`, return it only once we know that it is encrypted, and that the person is in it or invited.
    """
    rooms = [room for room, person in state.direct_rooms.items() if person == user and room in client.rooms]
    joined = [room for room in rooms if user in client.rooms[room].users]
    found: str | Failure
    if joined:
        found = joined[0]
        await _ensure_named(client, state, found)
    elif rooms:
        found = await _invite(client, rooms[0], user)
    else:
        found = await _create_unless_exists(client, state, user, encrypted=encrypted)
        if isinstance(found, str):
            state.direct_rooms[found] = state.unsaved_direct_rooms[found] = user
            await save_direct_rooms(client, state)
    return await _ensure_encrypted(client, state, found, user) if encrypted and isinstance(found, str) else found


async def _ensure_named(client: MatrixClient, state: AdapterState, room: str) -> None:
    """Name a private room that the bot created before it named them: clients would show its alias."""
    if client.rooms[room].name or not state.created_by_bot(room) or room in state.named_rooms:
        return
    state.named_rooms.add(room)
    answer = await client.room_put_state(room, "m.room.name", {"name": state.name})
    if isinstance(answer, nio.RoomPutStateError):
        log.info("matrix-private-room-unnamed", room=room, why=str(answer))


async def _ensure_encrypted(client: MatrixClient, state: AdapterState, room: str, user: str) -> str | Failure:
    """Wait until a sync reports the room as encrypted; until then nio would send plaintext. Else turn encryption on.

    Wait for the person too: a homeserver that is still creating the room may report them last. Without waiting, they
    would miss the key of the first message and never read it.
    """
    if await state.wait_until(lambda: room in client.rooms and client.rooms[room].encrypted, ENCRYPTED_SECONDS):
        if await state.wait_until(lambda: room in client.rooms and user in client.rooms[room].users, ENCRYPTED_SECONDS):
            return room
        return Later(1.0, "the person is not known to be invited yet")
    answer = await client.room_put_state(room, "m.room.encryption", _MEGOLM)
    if isinstance(answer, nio.RoomPutStateError):
        return failure(answer)
    return Later(1.0, "the private room is not known to be encrypted yet")


async def load_direct_rooms(client: MatrixClient, state: AdapterState) -> None:
    """Load the list of private rooms. Not every homeserver repeats it in the first sync after a restart.

    Raises UnreachableError, SessionEndedError or a network error.
    """
    answer = await client.list_direct_rooms()
    if isinstance(answer, nio.DirectRoomsResponse):
        state.direct_rooms.update(direct_rooms_in(answer.rooms))
    elif getattr(answer.transport_response, "status", 0) == HTTPStatus.OK:
        log.warning("matrix-direct-unreadable", why=str(answer))
    elif answer.status_code != "M_NOT_FOUND":
        raise to_exception(answer)


async def save_direct_rooms(client: MatrixClient, state: AdapterState) -> None:
    """Write new private rooms to the account data. The next sync repeats a failed attempt."""
    if not state.unsaved_direct_rooms:
        return
    new = dict(state.unsaved_direct_rooms)
    content: dict[str, list[str]] = {}
    for room, user in (state.direct_rooms | new).items():
        content.setdefault(user, []).append(room)
    try:
        status, _ = await client.request("PUT", f"user/{quote(client.user_id, safe='')}/account_data/m.direct", content)
    except NETWORK_ERRORS:
        status = 0
    if status == 200:
        for room in new:
            state.unsaved_direct_rooms.pop(room, None)
    else:
        log.warning("matrix-direct-unrecorded", rooms=sorted(new))


async def _create_unless_exists(
    client: MatrixClient, state: AdapterState, user: str, *, encrypted: bool
) -> str | Failure:
    """Create a private room with an alias derived from the person, which finds the room again after a crash.

    Anybody can derive the alias and take it first. The room then has none.
    """
    local = f"glocal-{blake2s(f'{client.user_id} {user}'.encode(), digest_size=10).hexdigest()}"
    made = await _create(client, state, user, local, encrypted=encrypted)
    if isinstance(made, nio.RoomCreateError) and made.status_code == "M_ROOM_IN_USE":
        existing = await _find_by_alias(client, state, f"#{local}:{client.user_id.split(':', 1)[1]}", user)
        if existing is not None:
            return existing
        made = await _create(client, state, user, None, encrypted=encrypted)
    return _unreachable(made) if isinstance(made, nio.RoomCreateError) else str(made.room_id)


async def _create(
    client: MatrixClient, state: AdapterState, user: str, alias: str | None, *, encrypted: bool
) -> nio.RoomCreateResponse | nio.RoomCreateError:
    """Create a private room with the bot's name: without one, clients show the alias."""
    made: nio.RoomCreateResponse | nio.RoomCreateError = await client.room_create(
        visibility=RoomVisibility.private, preset=RoomPreset.trusted_private_chat, alias=alias, is_direct=True,
        name=state.name, invite=[user], initial_state=[_ENCRYPTION] if encrypted else [],
    )  # fmt: skip
    return made


async def _find_by_alias(client: MatrixClient, state: AdapterState, alias: str, user: str) -> str | Failure | None:
    """Return the room with the alias, or None unless the bot created it: another creator could listen in."""
    resolved = await client.room_resolve_alias(alias)
    if isinstance(resolved, nio.RoomResolveAliasError):
        return failure(resolved)
    room = str(resolved.room_id)
    if state.direct_rooms.get(room) != user:
        in_rooms = await client.joined_rooms()
        if not isinstance(in_rooms, nio.JoinedRoomsResponse):
            return failure(in_rooms)
        if room not in in_rooms.rooms:
            return None
        if not await state.wait_until(lambda: room in client.rooms, JOIN_SECONDS):
            return Later(1.0, "the private room is not synced yet")
        if not state.created_by_bot(room):
            return None
    joined = await client.join(room)
    return _unreachable(joined) if isinstance(joined, nio.JoinError) else await _invite(client, room, user)


async def _invite(client: MatrixClient, room: str, user: str) -> str | Failure:
    """Invite the person unless they are in the room, and return the room."""
    known_room = client.rooms.get(room)
    if known_room is not None and user in known_room.users:
        return room
    answer = await client.room_put_state(room, "m.room.member", {"membership": "invite", "is_direct": True}, user)
    if isinstance(answer, nio.RoomPutStateError) and "already in the room" not in answer.message:
        return _unreachable(answer)
    return room


def _unreachable(answer: nio.ErrorResponse) -> Failure:
    """Convert the refusal of an invitation. Only a lost connection or a rate limit of ours is temporary."""
    failed = failure(answer)
    if isinstance(failed, Later) and (answer.status_code in (None, "M_LIMIT_EXCEEDED")):
        return failed
    return Refused("unreachable-person", str(answer))
