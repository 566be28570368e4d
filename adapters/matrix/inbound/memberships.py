"""Who comes and goes, the bot among them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from nio.events import Event, RoomMemberEvent
from nio.events.invite_events import InviteAliasEvent, InviteEvent, InviteMemberEvent, InviteNameEvent
from nio.rooms import MatrixRoom

from adapters.matrix.rooms.people import localpart, moment, person
from adapters.matrix.rooms.state import Known
from bots.core.inbound import BotInvited, BotJoined, MemberJoined, MemberLeft, Person, RoomLost, Value


def entered(event: RoomMemberEvent, me: str) -> bool:
    """Whether this is the bot itself coming in."""
    return event.state_key == me and event.membership == "join" and event.prev_membership != "join"


def bot_joined(known: Known, room: MatrixRoom, event: RoomMemberEvent) -> list[Value]:
    """The bot is in the room since `event`, its own join. A private talk that it opened itself is no news."""
    if known.made(room.room_id):
        return []
    return [
        BotJoined(
            key=f"matrix:{event.event_id}", account=known.account, room=room.room_id,
            at=moment(event.server_timestamp), name=room.named_room_name() or "",
            direct=room.room_id in known.directs, encrypted=room.encrypted,
        )
    ]  # fmt: skip


def changed(known: Known, room: MatrixRoom, event: RoomMemberEvent) -> Value | None:
    """Somebody else came or went; a change of name or face, an invitation, or a move along with an upgraded room, is
    neither."""
    user, was, now = event.state_key, event.prev_membership, event.membership
    if user == known.me:
        return None
    if now == "join" and was != "join" and not _came_along(known, room, user):
        return MemberJoined(
            key=f"matrix:{event.event_id}", account=known.account, room=room.room_id,
            at=moment(event.server_timestamp), person=person(known, room, user),
        )  # fmt: skip
    if now in ("leave", "ban") and was == "join":
        return MemberLeft(
            key=f"matrix:{event.event_id}", account=known.account, room=room.room_id,
            at=moment(event.server_timestamp), person=_departed(known, room, event),
        )  # fmt: skip
    return None


def _came_along(known: Known, room: MatrixRoom, user: str) -> bool:
    """Whether they were in the room that this one is an upgrade of; people stay there when they go on.

    https://spec.matrix.org/v1.11/client-server-api/#room-upgrades
    """
    old = known.rooms.get(known.powers_in(room.room_id).predecessor)
    return old is not None and user in old.users and user not in old.invited_users


def _departed(known: Known, room: MatrixRoom, event: RoomMemberEvent) -> Person:
    """Who left, under the name they had."""
    name = (event.prev_content or {}).get("displayname")
    user = event.state_key
    return Person(
        platform="matrix", user=user, name=name if isinstance(name, str) and name else localpart(user),
        admin=known.manages(room.room_id, user),
    )  # fmt: skip


def invited(known: Known, room_id: str, state: Sequence[InviteEvent], since: str, now: datetime) -> list[Value]:
    """The bot was asked in. Most homeservers give an invitation no id and no time: the token it was read from makes the
    key then, which is the same when the batch is read again, and `now` stands in for the time."""
    mine = [event for event in state if isinstance(event, InviteMemberEvent) and event.state_key == known.me]
    if not mine or mine[-1].membership != "invite":
        return []
    invite = mine[-1]
    stamp = invite.source.get("origin_server_ts")
    mark = invite.source.get("event_id") or f"{room_id}:{invite.sender}:{since}"
    return [
        BotInvited(
            key=f"matrix:invite:{mark}", account=known.account, room=room_id,
            at=moment(stamp) if isinstance(stamp, int) else now,
            person=Person(platform="matrix", user=invite.sender, name=_inviter_name(state, invite.sender)),
            name=_room_name(state), direct=invite.content.get("is_direct") is True,
        )
    ]  # fmt: skip


def _inviter_name(state: Sequence[InviteEvent], user: str) -> str:
    for event in state:
        if isinstance(event, InviteMemberEvent) and event.state_key == user:
            name = event.content.get("displayname")
            if isinstance(name, str) and name:
                return name
    return localpart(user)


def _room_name(state: Sequence[InviteEvent]) -> str:
    names = [event.name for event in state if isinstance(event, InviteNameEvent)]
    aliases = [event.canonical_alias for event in state if isinstance(event, InviteAliasEvent)]
    return next((name for name in [*names, *aliases] if name), "")


def lost(known: Known, room_id: str, events: Sequence[Event]) -> list[Value]:
    """The bot is out of a room it was in. A withdrawn or declined invitation is no loss."""
    mine = [event for event in events if type(event) is RoomMemberEvent and event.state_key == known.me]
    went = [event for event in mine if event.membership in ("leave", "ban") and event.prev_membership in ("join", None)]
    if not went or mine[-1].membership not in ("leave", "ban"):
        return []
    event = mine[-1]
    reason = "left" if event.sender == known.me else "banned" if event.membership == "ban" else "removed"
    return [
        RoomLost(
            key=f"matrix:{event.event_id}", account=known.account, room=room_id, at=moment(event.server_timestamp),
            reason=reason,
        )
    ]  # fmt: skip
