"""The message cache of relaying rooms, and what we keep of files."""

from __future__ import annotations

import msgspec

from bots.core.inbound import Attachment, MessageEdited, MessageFetched, MessagePosted, Person
from bots.features.highlights import albums, terms
from bots.turn.notices import RoomJoinedCommunity
from bots.turn.turn import Turn
from storage.queries import cached_messages, communities, consents
from storage.tables import Community, RelayConsent


async def cache_rooms(community: Community, turn: Turn, *, on: bool) -> None:
    """Start or stop to cache messages of the rooms whose platform can't return a message later."""
    for room in await communities.rooms_of_community(turn.uow, community.id):
        if not turn.capabilities_by_account[room.account].fetch:
            turn.cache_messages(room, on=on and not room.excluded)
    if not on:
        await cached_messages.delete_in_community(turn.uow, community.id)


async def start_in_new_room(notice: RoomJoinedCommunity, turn: Turn) -> None:
    """Post the terms in a room that joined a relaying community, and cache its messages if necessary."""
    if notice.community.relaying:
        await terms.post_terms(notice.community, turn)
        turn.count_active(turn.room, on=notice.community.threshold_percent > 0)
        if not turn.capabilities.fetch:
            turn.cache_messages(turn.room, on=True)


async def cache_message(message: MessagePosted, turn: Turn) -> None:
    """Cache a message of a relaying room, unless its author opted out, or somebody else wrote it."""
    community = turn.room_context.community
    if community is None or not community.relaying or message.direct or turn.capabilities.fetch or turn.room.excluded:
        return
    if message.foreign:
        return
    if await consents.of_member(turn.uow, turn.member_id, community.id) == RelayConsent.OFF:
        return
    turn.uow.defer(cached_messages.CACHE, _row(message))


def _row(message: MessagePosted) -> dict[str, object]:
    return {
        "account": message.account, "room": message.room, "message": message.message, "user": message.person.user,
        "name": message.person.name, "bot": message.person.bot, "text": message.text, "link": message.link,
        "attachments": encode(message.attachments), "album": message.album, "posted_at": message.at,
    }  # fmt: skip


async def update_cached_message(value: MessageEdited, turn: Turn) -> None:
    """Store the new text of a cached message."""
    cached = await cached_messages.find(turn.uow, value.account, value.room, value.message)
    if cached is not None and cached.user == value.person.user:
        cached.text = value.text


async def fetch_cached(highlight_id: str, message: str, turn: Turn) -> MessageFetched:
    """Return the cached message, with its album, in the form of a platform's answer.

    It has no person if the message isn't cached.
    """
    room = turn.room
    fetched = MessageFetched(
        key=f"kept:{highlight_id}", account=room.account, room=room.room, at=turn.now, message=message,
        subject=highlight_id,
    )  # fmt: skip
    album = await cached_messages.album_of(turn.uow, room.account, room.room, message)
    if not album:
        return fetched
    cached = album[0]
    return msgspec.structs.replace(
        fetched,
        person=Person(platform=room.platform, user=cached.user, name=cached.name, bot=cached.bot),
        text=albums.joint_text(album),
        link=cached.link,
        posted=cached.posted_at,
        attachments=tuple(file for picture in album for file in decode(picture.attachments)),
    )


def encode(attachments: tuple[Attachment, ...]) -> str:
    """Return attachments as JSON."""
    return msgspec.json.encode(attachments).decode()


def decode(text: str) -> tuple[Attachment, ...]:
    """Return the attachments that `encode` wrote."""
    return msgspec.json.decode(text, type=tuple[Attachment, ...])
