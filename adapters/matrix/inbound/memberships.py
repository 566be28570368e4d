"""Joins, leaves and invitations, including the bot's own."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from nio.events import Event, RoomMemberEvent
from nio.events.invite_events import InviteAliasEvent, InviteEvent, InviteMemberEvent, InviteNameEvent
from nio.rooms import MatrixRoom

from adapters.matrix.rooms.people import common_fields, localpart, person, to_datetime
from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import BotInvited, BotJoined, MemberJoined, MemberLeft, Person, RoomLost, Value


def is_own_join(event: RoomMemberEvent, me: str) -> bool:
    """Return whether the bot itself joined."""
    return event.state_key == me and event.membership == "join" and event.prev_membership != "join"


def bot_joined(state: AdapterState, room: MatrixRoom, event: RoomMemberEvent) -> list[Value]:
    """Report that the bot joined with `event`, unless it created this private room itself.

    Nobody talks in a space, so the bot need not introduce itself there.
    """
    if state.created_by_bot(room.room_id):
        return []
    fields, name = common_fields(state, room.room_id, event), room.named_room_name() or ""
    direct = room.room_id in state.direct_rooms
    return [BotJoined(**fields, name=name, direct=direct, encrypted=room.encrypted, quiet=room.room_type == "m.space")]


def membership_changed(state: AdapterState, room: MatrixRoom, event: RoomMemberEvent) -> Value | None:
    """Report that somebody else joined or left.

    Ignore name changes, invitations, and joins to an upgraded room by members of the old one.
    """
    user, before, now = event.state_key, event.prev_membership, event.membership
    if user == state.me:
        return None
    if now == "join" and before != "join" and not _was_in_predecessor(state, room, user):
        return MemberJoined(**common_fields(state, room.room_id, event), person=person(state, room, user))
    if now in ("leave", "ban") and before == "join":
        return MemberLeft(**common_fields(state, room.room_id, event), person=_former_member(state, room, event))
    return None


def _was_in_predecessor(state: AdapterState, room: MatrixRoom, user: str) -> bool:
    """Return whether the user was in the room that this one replaces. People don't leave the old room.

    https://spec.matrix.org/v1.11/client-server-api/#room-upgrades
    """
    old = state.rooms.get(state.power_levels_of(room.room_id).predecessor)
    return old is not None and user in old.users and user not in old.invited_users


def _former_member(state: AdapterState, room: MatrixRoom, event: RoomMemberEvent) -> Person:
    """Return a person who left, with the name they used."""
    name = (event.prev_content or {}).get("displayname")
    user = event.state_key
    return Person(
        platform="matrix", user=user, name=name if isinstance(name, str) and name else localpart(user),
        admin=state.power_levels_of(room.room_id).is_admin(user),
    )  # fmt: skip


def bot_invited(
    state: AdapterState, room_id: str, invite_state: Sequence[InviteEvent], since: str, now: datetime
) -> list[Value]:
    """Report an invitation of the bot.

    Most homeservers give an invitation no id and no time. The key then contains the sync token, which is the same when
    we read the sync again, and `now` replaces the time.
    """
    mine = [event for event in invite_state if isinstance(event, InviteMemberEvent) and event.state_key == state.me]
    if not mine or mine[-1].membership != "invite":
        return []
    invite = mine[-1]
    stamp = invite.source.get("origin_server_ts")
    mark = invite.source.get("event_id") or f"{room_id}:{invite.sender}:{since}"
    return [
        BotInvited(
            key=f"{state.account}:invite:{mark}", account=state.account, room=room_id,
            at=to_datetime(stamp) if isinstance(stamp, int) else now,
            person=Person(platform="matrix", user=invite.sender, name=_inviter_name(invite_state, invite.sender)),
            name=_room_name(invite_state), direct=invite.content.get("is_direct") is True,
        )
    ]  # fmt: skip


def _inviter_name(invite_state: Sequence[InviteEvent], user: str) -> str:
    members = [event for event in invite_state if isinstance(event, InviteMemberEvent) and event.state_key == user]
    names = (event.content.get("displayname") for event in members)
    return next((name for name in names if isinstance(name, str) and name), localpart(user))


def _room_name(invite_state: Sequence[InviteEvent]) -> str:
    names = [event.name for event in invite_state if isinstance(event, InviteNameEvent)]
    aliases = [event.canonical_alias for event in invite_state if isinstance(event, InviteAliasEvent)]
    return next((name for name in [*names, *aliases] if name), "")


def room_lost(state: AdapterState, room_id: str, events: Sequence[Event]) -> list[Value]:
    """Report that the bot left a room or was removed. Ignore a withdrawn or declined invitation."""
    mine = [event for event in events if type(event) is RoomMemberEvent and event.state_key == state.me]
    exits = [
        event for event in mine if event.membership in ("leave", "ban") and event.prev_membership in ("join", None)
    ]
    if not exits or mine[-1].membership not in ("leave", "ban"):
        return []
    event = mine[-1]
    reason = "left" if event.sender == state.me else "banned" if event.membership == "ban" else "removed"
    return [RoomLost(**common_fields(state, room_id, event), reason=reason)]
