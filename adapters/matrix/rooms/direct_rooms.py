"""Private talks: the room in which the bot speaks with one person, found or made; never two, whatever crashes.

Which rooms are private talks is kept where every Matrix client keeps it, in the account data `m.direct`.
https://spec.matrix.org/v1.11/client-server-api/#direct-messaging
"""

from __future__ import annotations

import json
from hashlib import blake2s
from urllib.parse import quote

import structlog
from nio.api import RoomPreset, RoomVisibility
from nio.client.async_client import AsyncClient
from nio.responses import (
    DirectRoomsResponse,
    ErrorResponse,
    JoinedRoomsResponse,
    JoinError,
    RoomCreateError,
    RoomCreateResponse,
    RoomPutStateError,
    RoomResolveAliasError,
)

from adapters.matrix.api.errors import Failure, failure
from adapters.matrix.api.retry import NETWORK_ERRORS, trouble
from adapters.matrix.rooms.state import Known, directs_in
from bots.ports import Later, Refused

log = structlog.get_logger()
ENCRYPTED_SECONDS = 5.0
ENTERED_SECONDS = 5.0
_MEGOLM = {"algorithm": "m.megolm.v1.aes-sha2"}
_ENCRYPTION = {"type": "m.room.encryption", "state_key": "", "content": _MEGOLM}


async def room_with(client: AsyncClient, known: Known, user: str, *, encrypted: bool) -> str | Failure:
    """The private room with `user`, to which they are invited or which they are in; when it has to be `encrypted`, one
    that we know to be so. Raises network errors."""
    room = await _held(client, known, user, encrypted=encrypted)
    return await _encrypted(client, known, room) if encrypted and isinstance(room, str) else room


async def _encrypted(client: AsyncClient, known: Known, room: str) -> str | Failure:
    """The room, once a sync has told that it is encrypted: until then words would go out in the open. A room that was
    made without encryption is given it."""
    if await known.wait(lambda: room in client.rooms and client.rooms[room].encrypted, ENCRYPTED_SECONDS):
        return room
    answer = await client.room_put_state(room, "m.room.encryption", _MEGOLM)
    if isinstance(answer, RoomPutStateError):
        return failure(answer)
    return Later(1.0, "the private room is not known to be encrypted yet")


async def _held(client: AsyncClient, known: Known, user: str, *, encrypted: bool) -> str | Failure:
    held = [room for room, person in known.directs.items() if person == user and room in client.rooms]
    there = [room for room in held if user in client.rooms[room].users]
    if there:
        return there[0]
    if held:
        return await _invite(client, held[0], user)
    made = await _make(client, known, user, encrypted=encrypted)
    if isinstance(made, str):
        known.directs[made] = known.unrecorded[made] = user
        await record(client, known)
    return made


async def load(client: AsyncClient, known: Known) -> None:
    """Read which rooms are private talks: not every homeserver says it again in the first sync after a restart.

    Raises UnreachableError, SessionEndedError or a network error.
    """
    answer = await client.list_direct_rooms()
    if isinstance(answer, DirectRoomsResponse):
        known.directs.update(directs_in(answer.rooms))
    elif answer.status_code != "M_NOT_FOUND":
        raise trouble(answer)


async def record(client: AsyncClient, known: Known) -> None:
    """Write new private talks to the account data; what fails is tried again after the next sync."""
    if not known.unrecorded:
        return
    path = f"/_matrix/client/v3/user/{quote(client.user_id, safe='')}/account_data/m.direct"
    new = dict(known.unrecorded)
    content: dict[str, list[str]] = {}
    for room, user in (known.directs | new).items():
        content.setdefault(user, []).append(room)
    headers = {"Authorization": f"Bearer {client.access_token}", "Content-Type": "application/json"}
    try:
        async with await client.send("PUT", path, json.dumps(content), headers) as answer:
            done = answer.status == 200
    except NETWORK_ERRORS:
        done = False
    if done:
        for room in new:
            known.unrecorded.pop(room, None)
    else:
        log.warning("matrix-direct-unrecorded", rooms=sorted(new))


async def _make(client: AsyncClient, known: Known, user: str, *, encrypted: bool) -> str | Failure:
    """A new private room. Its alias follows from the person: one that was made just before a crash is found again.
    Anybody can work the alias out and take it first: then the room has none."""
    local = f"glocal-{blake2s(f'{client.user_id} {user}'.encode(), digest_size=10).hexdigest()}"
    made = await _create(client, user, local, encrypted=encrypted)
    if isinstance(made, RoomCreateError) and made.status_code == "M_ROOM_IN_USE":
        before = await _made_before(client, known, f"#{local}:{client.user_id.split(':', 1)[1]}", user)
        if before is not None:
            return before
        made = await _create(client, user, None, encrypted=encrypted)
    return _unreachable(made) if isinstance(made, RoomCreateError) else str(made.room_id)


async def _create(
    client: AsyncClient, user: str, alias: str | None, *, encrypted: bool
) -> RoomCreateResponse | RoomCreateError:
    made: RoomCreateResponse | RoomCreateError = await client.room_create(
        visibility=RoomVisibility.private, preset=RoomPreset.trusted_private_chat, alias=alias, is_direct=True,
        invite=[user], initial_state=[_ENCRYPTION] if encrypted else [],
    )  # fmt: skip
    return made


async def _made_before(client: AsyncClient, known: Known, alias: str, user: str) -> str | Failure | None:
    """The room behind the alias; None when it is not one that the bot made, who may have made it to listen in."""
    found = await client.room_resolve_alias(alias)
    if isinstance(found, RoomResolveAliasError):
        return failure(found)
    room = str(found.room_id)
    if known.directs.get(room) != user:
        in_rooms = await client.joined_rooms()
        if not isinstance(in_rooms, JoinedRoomsResponse):
            return failure(in_rooms)
        if room not in in_rooms.rooms:
            return None
        if not await known.wait(lambda: room in client.rooms, ENTERED_SECONDS):
            return Later(1.0, "the private room is not synced yet")
        if not known.made(room):
            return None
    joined = await client.join(room)
    return _unreachable(joined) if isinstance(joined, JoinError) else await _invite(client, room, user)


async def _invite(client: AsyncClient, room: str, user: str) -> str | Failure:
    """The room, with the person invited unless they are in it."""
    known_there = client.rooms.get(room)
    if known_there is not None and user in known_there.users:
        return room
    answer = await client.room_put_state(room, "m.room.member", {"membership": "invite", "is_direct": True}, user)
    if isinstance(answer, RoomPutStateError) and "already in the room" not in answer.message:
        return _unreachable(answer)
    return room


def _unreachable(answer: ErrorResponse) -> Failure:
    """An invitation that a homeserver refuses reaches nobody; a lost connection of ours may pass."""
    failed = failure(answer)
    if isinstance(failed, Later) and (answer.status_code in (None, "M_LIMIT_EXCEEDED")):
        return failed
    return Refused("unreachable-person", str(answer))
