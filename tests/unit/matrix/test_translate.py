"""Sync responses become inbound values."""

from __future__ import annotations

import pytest

from adapters.matrix.translate import translate
from bots.core.inbound import (
    BotInvited,
    BotJoined,
    ChoiceMade,
    CommandInvoked,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    RoomLost,
    RoomMoved,
    Undecryptable,
    Value,
)
from tests.unit.matrix.syncs import ANNA, BORIS, ME, NOW, ROOM, STATE, Account, created, event, member, powers, text


def only(values: list[Value]) -> Value:
    """The one value there is."""
    assert len(values) == 1, values
    return values[0]


def test_a_text_becomes_a_message_with_its_author_and_time() -> None:
    """A text of a member is a message, with the name the room shows and the time its homeserver stated."""
    said = text("hello")
    value = only(Account().settled().joined(said))
    assert isinstance(value, MessagePosted)
    assert (value.key, value.text, value.message) == (f"matrix:{said['event_id']}", "hello", said["event_id"])
    assert (value.person.user, value.person.name, value.person.admin) == (ANNA, "Anna", True)
    assert round(value.at.timestamp() * 1000) == said["origin_server_ts"]
    assert value.direct is False


def test_a_line_after_an_exclamation_mark_is_a_command() -> None:
    """`!` and a letter make a command; the line is what follows the mark."""
    value = only(Account().settled().joined(text("!poll Tea? yes no", BORIS)))
    assert isinstance(value, CommandInvoked)
    assert (value.line, value.person.admin) == ("poll Tea? yes no", False)


@pytest.mark.parametrize("body", ["!", "!!", "! help", "!1", "hello !help", ""])
def test_an_exclamation_is_no_command(body: str) -> None:
    """A mark that no letter follows is ordinary talk."""
    assert isinstance(only(Account().settled().joined(text(body))), MessagePosted)


def test_notices_and_the_bots_own_words_say_nothing() -> None:
    """What bots say (notices) and what this bot does gives no value."""
    notice = event("m.room.message", BORIS, {"msgtype": "m.notice", "body": "!help"})
    own = [text("!help", ME), event("m.reaction", ME, _annotates("$e", "✅")), _redacts("$e", ME)]
    assert Account().settled().joined(notice, *own) == []


def test_a_reply_loses_its_quotation_and_names_its_target() -> None:
    """The quotation that older clients put in front of a reply is no part of what was said."""
    relates = {"m.in_reply_to": {"event_id": "$target"}}
    body = "> <@boris:hs.test> one\n> two\n\n!highlight"
    value = only(Account().settled().joined(text(body, **{"m.relates_to": relates})))
    assert isinstance(value, CommandInvoked)
    assert (value.line, value.reply_to) == ("highlight", "$target")


def test_a_threads_fallback_is_no_reply() -> None:
    """In a thread, clients name the latest message for the sake of older clients: nobody replied to it."""
    relates = {
        "rel_type": "m.thread", "event_id": "$root", "is_falling_back": True, "m.in_reply_to": {"event_id": "$last"},
    }  # fmt: skip
    value = only(Account().settled().joined(text("in the thread", **{"m.relates_to": relates})))
    assert isinstance(value, MessagePosted)
    assert value.reply_to is None


def test_an_edit_gives_the_new_text_and_never_a_command() -> None:
    """An edit names the message it changes; one that turns it into a command is not obeyed."""
    account = Account().settled()
    value = only(account.joined(_edit("$first", "better")))
    assert isinstance(value, MessageEdited)
    assert (value.message, value.text) == ("$first", "better")
    assert account.joined(_edit("$first", "!poll now")) == []


def test_reactions_and_their_withdrawal_name_the_reaction() -> None:
    """A reaction has an id of its own, and Matrix takes it back by redacting that."""
    reacted, gone = event("m.reaction", BORIS, _annotates("$m", "👍")), _redacts("$r", BORIS)
    added, deleted = Account().settled().joined(reacted, gone)
    assert isinstance(added, ReactionAdded)
    assert (added.message, added.emoji, added.reaction) == ("$m", "👍", reacted["event_id"])
    assert isinstance(deleted, MessageDeleted)
    assert deleted.message == "$r"


def test_a_redaction_may_name_its_target_in_the_content() -> None:
    """Room version 11 moved `redacts` into the content; both places are read."""
    value = only(Account().settled().joined(event("m.room.redaction", ANNA, {"redacts": "$old"})))
    assert isinstance(value, MessageDeleted)
    assert value.message == "$old"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("org.matrix.msc3381.poll.response", {"org.matrix.msc3381.poll.response": {"answers": ["a", "b", "a"]}}),
        ("m.poll.response", {"m.selections": ["a", "b"]}),
    ],
)
def test_votes_come_in_both_forms(kind: str, content: dict[str, object]) -> None:
    """A vote names the poll's message and our answer ids, each once, in the stable and the unstable form."""
    relates = {"rel_type": "m.reference", "event_id": "$poll"}
    value = only(Account().settled().joined(event(kind, BORIS, {"m.relates_to": relates, **content})))
    assert isinstance(value, ChoiceMade)
    assert (value.message, value.choices) == ("$poll", ("a", "b"))


def test_members_come_and_go_but_names_changing_say_nothing() -> None:
    """Joins and leaves are values; a new name, an invitation and its withdrawal are not."""
    account = Account().settled()
    carla = "@carla:hs.test"
    account_values = account.joined(
        member(carla, "invite", sender=ANNA),
        member(carla, "join", was="invite"),
        member(carla, "join", was="join"),
        member(carla, "leave", was="join"),
        member("@dan:hs.test", "leave", was="invite", sender=ANNA),
    )
    came, went = account_values
    assert isinstance(came, MemberJoined) and came.person.user == carla
    assert isinstance(went, MemberLeft) and went.person.user == carla
    assert went.person.name == "Carl"  # the name that the membership before shows


def test_what_was_said_before_the_bot_came_is_not_for_it() -> None:
    """The history that comes with a room the bot just entered gives no values."""
    came = member(ME, "join", was="invite", sender=ME)
    values = Account().joined(text("!help before"), came, text("after"), state=STATE[:3])
    joined, said = values
    assert isinstance(joined, BotJoined)
    assert isinstance(said, MessagePosted)
    assert said.text == "after"


def test_the_private_talk_that_the_bot_opens_is_no_news() -> None:
    """A room that the bot created itself gives no BotJoined, and counts as a private talk with who was asked in."""
    account = Account()
    invite = member(ANNA, "invite", sender=ME, is_direct=True)
    assert account.joined(created(by=ME), member(ME, "join"), invite) == []
    assert account.known.directs == {ROOM: ANNA}


def test_a_private_invitation_makes_a_private_talk() -> None:
    """Who invites the bot directly talks in private with it from its join on, and after a restart."""
    account = Account()
    invite = member(ME, "invite", sender=ANNA, is_direct=True)
    value = only(account.sync({"invite": {ROOM: {"invite_state": {"events": [_stripped(invite)]}}}}))
    assert isinstance(value, BotInvited)
    assert value.direct and value.person.user == ANNA and value.at == NOW
    came = member(ME, "join", was="invite")
    joined, said = account.joined(created(), came, text("hi", ANNA))
    assert isinstance(joined, BotJoined) and joined.direct
    assert isinstance(said, MessagePosted) and said.direct
    data = [{"type": "m.direct", "content": {ANNA: [ROOM]}}]
    again = Account().settled()
    assert again.sync({}, account_data=data) == []
    later = only(again.joined(text("later")))
    assert isinstance(later, MessagePosted) and later.direct


def test_an_invitation_keeps_its_key_and_a_later_one_differs() -> None:
    """Read again from the same token an invitation has the same key; from a later one it is another."""
    stripped = _stripped(member(ME, "invite", sender=ANNA))

    def key(since: str) -> str:
        account = Account()
        response = account.take({"invite": {ROOM: {"invite_state": {"events": [dict(stripped)]}}}})
        return translate(response, account.known, since, {}, NOW)[0].key

    assert key("s1") == key("s1") != key("s2")


@pytest.mark.parametrize(
    ("gone", "reason"),
    [
        (member(ME, "leave", was="join", sender=ANNA), "removed"),
        (member(ME, "ban", was="join", sender=ANNA), "banned"),
        (member(ME, "leave", was="join"), "left"),
    ],
)
def test_a_room_is_lost_with_its_reason(gone: dict[str, object], reason: str) -> None:
    """Being removed, banned or leaving ends a room, and says how."""
    value = only(Account().settled().sync({"leave": {ROOM: {"timeline": {"events": [gone]}}}}))
    assert isinstance(value, RoomLost)
    assert value.reason == reason


def test_a_withdrawn_invitation_is_no_loss() -> None:
    """A room that the bot never was in cannot be lost."""
    gone = member(ME, "leave", was="invite", sender=ANNA)
    assert Account().sync({"leave": {ROOM: {"timeline": {"events": [gone]}}}}) == []


def test_a_tombstone_names_the_room_that_goes_on() -> None:
    """An upgraded room continues under another id."""
    stone = event("m.room.tombstone", ANNA, {"body": "moved", "replacement_room": "!new:hs.test"}, state_key="")
    value = only(Account().settled().joined(stone))
    assert isinstance(value, RoomMoved)
    assert value.new_room == "!new:hs.test"


def test_an_undecryptable_message_has_a_key_of_its_own() -> None:
    """Its key leaves that of the message free, which comes in when its room key arrives."""
    cipher = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "session_id": "s", "sender_key": "k"}
    whole = event("m.room.encrypted", ANNA, {**cipher, "device_id": "D"})
    bare = event("m.room.encrypted", ANNA, {"algorithm": cipher["algorithm"], "ciphertext": "x", "session_id": "s"})
    for value, raw in zip(Account().settled().joined(whole, bare), (whole, bare), strict=True):
        assert isinstance(value, Undecryptable)
        assert (value.key, value.message) == (f"matrix:{raw['event_id']}:sealed", raw["event_id"])


def test_files_become_attachments_with_their_caption() -> None:
    """A file's name, kind and size are told; its text is what was written with it, not its name."""
    content = {
        "msgtype": "m.image", "body": "our garden", "filename": "garden.jpg", "url": "mxc://hs.test/abc",
        "info": {"mimetype": "image/jpeg", "size": 1234},
    }  # fmt: skip
    value = only(Account().settled().joined(event("m.room.message", ANNA, content)))
    assert isinstance(value, MessagePosted)
    (file,) = value.attachments
    assert (value.text, file.name, file.mime, file.size) == ("our garden", "garden.jpg", "image/jpeg", 1234)
    assert "mxc://hs.test/abc" in file.source


def test_mentions_are_those_that_the_author_meant() -> None:
    """m.mentions says who is to be notified; whatever else stands there is left out."""
    value = only(Account().settled().joined(text("hi Boris", **{"m.mentions": {"user_ids": [BORIS, 7]}})))
    assert isinstance(value, MessagePosted)
    assert value.mentions == (BORIS,)


def test_who_loses_power_is_no_admin_any_more() -> None:
    """Newer power levels that no longer name somebody take the right away."""
    account = Account().settled()
    account.joined(powers(boris=50))
    values = account.joined(text("a", ANNA), text("b", BORIS))
    assert [value.person.admin for value in values if isinstance(value, MessagePosted)] == [False, True]


@pytest.mark.parametrize(("version", "admin"), [("11", False), ("12", True)])
def test_creators_stand_above_levels_since_room_version_12(version: str, admin: bool) -> None:
    """From version 12 on the creator and those named with them need no power level."""
    account = Account()
    state = [created(version, additional_creators=[BORIS]), member(BORIS, "join"), member(ANNA, "join"), powers()]
    value = only(account.joined(text("hello", ANNA), state=state))
    assert isinstance(value, MessagePosted)
    assert value.person.admin is admin


def test_without_power_levels_only_the_creator_manages() -> None:
    """A room that has no power levels yet is its creator's."""
    account = Account()
    account.joined(state=[created(), member(ANNA, "join"), member(BORIS, "join")])
    values = account.joined(text("a", ANNA), text("b", BORIS))
    assert [value.person.admin for value in values if isinstance(value, MessagePosted)] == [True, False]


@pytest.mark.parametrize(
    "relates", [[], "x", 7, {"rel_type": 5}, {"m.in_reply_to": []}, {"m.in_reply_to": {"event_id": 3}}]
)
def test_malformed_relations_are_plain_messages(relates: object) -> None:
    """Contents come from anybody: relations of a wrong type are ignored."""
    value = only(Account().settled().joined(text("hello", **{"m.relates_to": relates, "m.mentions": relates})))
    assert isinstance(value, MessagePosted)
    assert (value.text, value.reply_to, value.mentions) == ("hello", None, ())


def test_a_time_from_far_away_is_held_within_bounds() -> None:
    """Another homeserver may state any time: the message is still taken in."""
    value = only(Account().settled().joined({**text("hello"), "origin_server_ts": 2**53}))
    assert value.at.year == 9999


def test_who_has_no_name_is_shown_by_the_first_part_of_their_id() -> None:
    """Somebody without a display name, or no longer in the room, has one all the same."""
    value = only(Account().settled().joined(text("hello", "@zoe:other.test")))
    assert isinstance(value, MessagePosted)
    assert value.person.name == "zoe"


def _annotates(target: str, emoji: str) -> dict[str, object]:
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": target, "key": emoji}}


def _redacts(target: str, sender: str) -> dict[str, object]:
    return event("m.room.redaction", sender, {"redacts": target}, redacts=target)


def _edit(target: str, body: str) -> dict[str, object]:
    relates = {"rel_type": "m.replace", "event_id": target}
    return text(f"* {body}", **{"m.new_content": {"msgtype": "m.text", "body": body}, "m.relates_to": relates})


def _stripped(whole: dict[str, object]) -> dict[str, object]:
    """Invitations show state events without id and time."""
    return {key: whole[key] for key in ("type", "sender", "content", "state_key")}
