"""Memberships become joins, leaves, invitations and admins."""

from __future__ import annotations

import pytest

from adapters.matrix.inbound.translate import translate
from bots.core.inbound import BotInvited, BotJoined, MemberJoined, MemberLeft, MessagePosted, RoomLost
from tests.unit.matrix.syncs import (
    ANNA,
    BORIS,
    ME,
    NOW,
    ROOM,
    STATE,
    Account,
    creation,
    member,
    only,
    power_levels,
    text,
)


def test_joins_and_leaves_give_values_and_name_changes_do_not() -> None:
    """Joins and leaves give values, and a new name, an invitation and its withdrawal do not."""
    account = Account().sync_member_list()
    carla = "@carla:hs.test"
    account_values = account.sync_room(
        member(carla, "invite", sender=ANNA),
        member(carla, "join", was="invite"),
        member(carla, "join", was="join"),
        member(carla, "leave", was="join"),
        member("@dan:hs.test", "leave", was="invite", sender=ANNA),
    )
    came, went = account_values
    assert isinstance(came, MemberJoined)
    assert came.person.user == carla
    assert isinstance(went, MemberLeft)
    assert went.person.user == carla
    assert went.person.name == "Carl"  # the display name in the previous membership


def test_messages_before_the_bots_join_are_ignored() -> None:
    """The history of a room that the bot just joined gives no values."""
    came = member(ME, "join", was="invite", sender=ME)
    values = Account().sync_room(text("!help before"), came, text("after"), state=STATE[:3])
    joined, said = values
    assert isinstance(joined, BotJoined)
    assert isinstance(said, MessagePosted)
    assert said.text == "after"


def test_the_bots_own_private_room_gives_no_join() -> None:
    """A room that the bot created gives no BotJoined, and is the private room of the invited person."""
    account = Account()
    invite = member(ANNA, "invite", sender=ME, is_direct=True)
    assert account.sync_room(creation(by=ME), member(ME, "join"), invite) == []
    assert account.state.direct_rooms == {ROOM: ANNA}


def test_a_direct_invitation_makes_a_private_room() -> None:
    """A direct invitation makes a private room from the bot's join on, also after a restart."""
    account = Account()
    invite = member(ME, "invite", sender=ANNA, is_direct=True)
    value = only(account.sync({"invite": {ROOM: {"invite_state": {"events": [_strip(invite)]}}}}))
    assert isinstance(value, BotInvited)
    assert value.direct
    assert value.person.user == ANNA
    assert value.at == NOW
    came = member(ME, "join", was="invite")
    joined, said = account.sync_room(creation(), came, text("hi", ANNA))
    assert isinstance(joined, BotJoined)
    assert joined.direct
    assert isinstance(said, MessagePosted)
    assert said.direct
    data = [{"type": "m.direct", "content": {ANNA: [ROOM]}}]
    again = Account().sync_member_list()
    assert again.sync({}, account_data=data) == []
    later = only(again.sync_room(text("later")))
    assert isinstance(later, MessagePosted)
    assert later.direct


def test_an_invitation_keeps_its_key_and_a_later_one_differs() -> None:
    """An invitation has the same key when read again from the same token, and a later one has another."""
    stripped = _strip(member(ME, "invite", sender=ANNA))

    def key(since: str) -> str:
        account = Account()
        response = account.process({"invite": {ROOM: {"invite_state": {"events": [dict(stripped)]}}}})
        return translate(response, account.state, since, {}, NOW)[0].key

    assert key("s1") == key("s1") != key("s2")


@pytest.mark.parametrize(
    ("gone", "reason"),
    [
        (member(ME, "leave", was="join", sender=ANNA), "removed"),
        (member(ME, "ban", was="join", sender=ANNA), "banned"),
        (member(ME, "leave", was="join"), "left"),
    ],
)
def test_lost_room_has_its_reason(gone: dict[str, object], reason: str) -> None:
    """A removal, a ban and a leave give RoomLost with the reason."""
    value = only(Account().sync_member_list().sync({"leave": {ROOM: {"timeline": {"events": [gone]}}}}))
    assert isinstance(value, RoomLost)
    assert value.reason == reason


def test_removal_counts_despite_later_memberships() -> None:
    """A ban or a withdrawn invitation after an unseen removal still gives RoomLost."""
    removed = member(ME, "leave", was="join", sender=ANNA)
    banned = member(ME, "ban", was="leave", sender=ANNA)
    invited, withdrawn = member(ME, "invite", was="leave", sender=ANNA), member(ME, "leave", was="invite", sender=ANNA)
    for after, reason in (([banned], "banned"), ([invited, withdrawn], "removed")):
        value = only(Account().sync_member_list().sync({"leave": {ROOM: {"timeline": {"events": [removed, *after]}}}}))
        assert isinstance(value, RoomLost)
        assert value.reason == reason


def test_withdrawn_invitation_gives_no_room_lost() -> None:
    """A room that the bot never joined gives no RoomLost."""
    gone = member(ME, "leave", was="invite", sender=ANNA)
    assert Account().sync({"leave": {ROOM: {"timeline": {"events": [gone]}}}}) == []


def test_user_without_power_level_is_no_admin() -> None:
    """A user missing from the new power levels is not an admin."""
    account = Account().sync_member_list()
    account.sync_room(power_levels(boris=50))
    values = account.sync_room(text("a", ANNA), text("b", BORIS))
    assert [value.person.admin for value in values if isinstance(value, MessagePosted)] == [False, True]


@pytest.mark.parametrize(("version", "admin"), [("11", False), ("12", True)])
def test_creators_are_above_levels_since_room_version_12(version: str, admin: bool) -> None:
    """Since room version 12 creators and additional creators need no power level."""
    account = Account()
    state = [
        creation(version, additional_creators=[BORIS]),
        member(BORIS, "join"),
        member(ANNA, "join"),
        power_levels(),
    ]
    value = only(account.sync_room(text("hello", ANNA), state=state))
    assert isinstance(value, MessagePosted)
    assert value.person.admin is admin


def test_without_power_levels_only_the_creator_is_admin() -> None:
    """In a room without power levels, only the creator is an admin."""
    account = Account()
    account.sync_room(state=[creation(), member(ANNA, "join"), member(BORIS, "join")])
    values = account.sync_room(text("a", ANNA), text("b", BORIS))
    assert [value.person.admin for value in values if isinstance(value, MessagePosted)] == [True, False]


def _strip(whole: dict[str, object]) -> dict[str, object]:
    """Return the state events of an invitation, which have neither id nor time."""
    return {key: whole[key] for key in ("type", "sender", "content", "state_key")}


@pytest.mark.parametrize(("kind", "quiet"), [({"type": "m.space"}, True), ({}, False)])
def test_the_bot_is_quiet_in_a_space(kind: dict[str, str], quiet: bool) -> None:
    """The bot needs no introduction in a space, where nobody talks."""
    state = [creation("11", ANNA, **kind), member(ANNA, "join")]
    value = only(Account().sync_room(member(ME, "join", was="invite"), state=state))
    assert isinstance(value, BotJoined)
    assert value.quiet is quiet
