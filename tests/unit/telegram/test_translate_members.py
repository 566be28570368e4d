"""Other updates become joins, rooms, rights, presses, votes and reactions with stable keys."""

from __future__ import annotations

from bots.core.inbound import (
    BotInvited,
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    ReactionAdded,
    ReactionRemoved,
    RightsReported,
    RoomLost,
    RoomMoved,
    Value,
)
from tests.unit.telegram.updates import ANNA, BOT, DATE, FORUM, GROUP, Json, message, only, translate_update


def test_join_has_one_key_in_both_reports() -> None:
    """A join has the same key in the service message and in chat_member."""
    told = only(MemberJoined, translate_update(message(new_chat_members=[ANNA])))
    change = {"chat": GROUP, "date": DATE, "from": ANNA, "old_chat_member": {"user": ANNA, "status": "left"}}
    other = only(
        MemberJoined,
        translate_update({"chat_member": {**change, "new_chat_member": {"user": ANNA, "status": "member"}}}),
    )
    assert told == other
    left = only(MemberLeft, translate_update(message(left_chat_member=ANNA)))
    assert left.person.user == "7" and left.key != told.key


def test_change_of_rights_is_no_join() -> None:
    """Only joins and departures give a value, and a restricted user may be a member or not."""

    def change_status(old: Json, new: Json) -> list[Value]:
        statuses = {"old_chat_member": {"user": ANNA, **old}, "new_chat_member": {"user": ANNA, **new}}
        return translate_update({"chat_member": {"chat": GROUP, "date": DATE, "from": ANNA, **statuses}})

    assert change_status({"status": "member"}, {"status": "administrator", "can_change_info": True}) == []
    assert change_status({"status": "member"}, {"status": "restricted", "is_member": True}) == []
    assert change_status({"status": "left"}, {"status": "kicked"}) == []
    only(MemberLeft, change_status({"status": "member"}, {"status": "restricted", "is_member": False}))
    only(MemberLeft, change_status({"status": "administrator"}, {"status": "kicked"}))


def membership_change(old: Json, new: Json, chat: Json = GROUP) -> Json:
    """Build a change of the bot's own membership."""
    change = {"old_chat_member": {"user": BOT, **old}, "new_chat_member": {"user": BOT, **new}}
    return {"my_chat_member": {"chat": chat, "date": DATE, "from": ANNA, **change}}


def test_membership_and_rights_of_the_bot() -> None:
    """The addition of the bot gives an invitation and a join, and a demotion reports the missing rights."""
    invited, joined = translate_update(membership_change({"status": "left"}, {"status": "member"}))
    assert isinstance(invited, BotInvited) and invited.person.user == "7"
    assert isinstance(joined, BotJoined) and (joined.name, joined.quiet) == ("Lyon", False)
    lost = only(RoomLost, translate_update(membership_change({"status": "member"}, {"status": "kicked"})))
    assert lost.reason == "removed"
    demoted = only(
        RightsReported, translate_update(membership_change({"status": "administrator"}, {"status": "member"}))
    )
    assert {missing.breaks for missing in demoted.missing} == {"react", "members"}
    mute = {"status": "restricted", "is_member": True, "can_send_messages": False}
    muted = only(RightsReported, translate_update(membership_change({"status": "member"}, mute)))
    assert "send" in {missing.breaks for missing in muted.missing}
    raised = only(
        RightsReported, translate_update(membership_change({"status": "member"}, {"status": "administrator"}))
    )
    assert raised.missing == ()
    assert (
        translate_update(
            membership_change({"status": "left"}, {"status": "administrator"}, {**GROUP, "type": "channel"})
        )
        == []
    )


def test_migration_has_one_key_in_both_chats() -> None:
    """Both chats of a migration report it under one key."""
    new = {"id": -100500, "type": "supergroup", "title": "Lyon"}
    old = only(RoomMoved, translate_update(message({**GROUP, "id": -5, "type": "group"}, migrate_to_chat_id=-100500)))
    other = only(RoomMoved, translate_update(message(new, migrate_from_chat_id=-5)))
    assert old == other
    assert (old.room, old.new_room) == ("-5", "-100500")


def test_presses_and_votes() -> None:
    """A press names its message, and a vote names only its poll."""
    card = {"message_id": 9, "date": DATE, "chat": GROUP, "from": BOT, "text": "Tea?"}
    query = {"id": "444", "from": ANNA, "chat_instance": "1", "data": "poll:1:0", "message": card}
    press = only(ButtonPressed, translate_update({"callback_query": query}))
    assert (press.button, press.message, press.token, press.room) == ("poll:1:0", "-100200:9", "444", "-100200")
    old = {"message_id": 9, "date": 0, "chat": FORUM}
    assert only(ButtonPressed, translate_update({"callback_query": {**query, "message": old}})).room == ""
    assert (
        translate_update({"callback_query": {"id": "444", "from": ANNA, "chat_instance": "1", "game_short_name": "x"}})
        == []
    )
    vote = only(ChoiceMade, translate_update({"poll_answer": {"poll_id": "77", "user": ANNA, "option_ids": [1, 0]}}))
    assert (vote.message, vote.choices, vote.room) == ("poll:77", ("1", "0"), "")
    chat_vote = {"poll_id": "77", "voter_chat": GROUP, "option_ids": []}
    assert only(ChoiceMade, translate_update({"poll_answer": chat_vote})).person.user == "-100200"


def test_only_changed_reactions_give_values() -> None:
    """Only added and removed reactions give values."""

    def react(old: list[str], new: list[str], chat: Json = GROUP) -> list[Value]:
        signs = {
            "old_reaction": [{"type": "emoji", "emoji": one} for one in old],
            "new_reaction": [{"type": "emoji", "emoji": one} for one in new],
        }
        return translate_update(
            {"message_reaction": {"chat": chat, "message_id": 5, "date": DATE, "user": ANNA, **signs}}
        )

    added = only(ReactionAdded, react(["👍"], ["👍", "❤"]))
    assert (added.emoji, added.message, added.room) == ("❤", "-100200:5", "-100200")
    removed, other = react(["👍"], ["🎉"])
    assert isinstance(removed, ReactionRemoved) and removed.emoji == "👍"
    assert isinstance(other, ReactionAdded) and other.emoji == "🎉"
    assert react([], ["👍"], FORUM)[0].room == ""
    custom = {"old_reaction": [], "new_reaction": [{"type": "custom_emoji", "custom_emoji_id": "55"}, {"type": "paid"}]}
    body = {"chat": GROUP, "message_id": 5, "date": DATE, "actor_chat": GROUP, **custom}
    assert only(ReactionAdded, translate_update({"message_reaction": body})).emoji == "custom:55"


def test_new_title_is_reported_quietly() -> None:
    """A new title of a group gives a quiet BotJoined with the new name."""
    named = only(BotJoined, translate_update(message(new_chat_title="Lyon Croix-Rousse")))
    assert (named.name, named.quiet, named.room) == ("Lyon Croix-Rousse", True, "-100200")


def test_join_request_contains_the_private_chat() -> None:
    """A join request contains the chat in which the bot may write for five minutes."""
    request = {"chat": GROUP, "from": ANNA, "user_chat_id": 7, "date": DATE}
    asked = only(JoinRequested, translate_update({"chat_join_request": request}))
    assert (asked.room, asked.direct, asked.person.name) == ("-100200", "7", "Anna Li")
