"""Each update becomes inbound values with stable keys."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from typing import Any, TypeVar

import pytest

from adapters.telegram.api import decode
from adapters.telegram.api.chats import User
from adapters.telegram.api.updates import Update
from adapters.telegram.inbound.translate import translate
from adapters.telegram.rooms.state import AdapterState
from bots.commands.declaration import Command
from bots.core.inbound import (
    BotInvited,
    BotJoined,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    JoinRequested,
    MemberJoined,
    MemberLeft,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    RightsReported,
    RoomLost,
    RoomMoved,
    Value,
)

Json = dict[str, Any]
_Kind = TypeVar("_Kind", bound=Value)
NOW = datetime(2026, 11, 25, tzinfo=UTC)
ME, DATE = 99, 1_790_000_000
GROUP: Json = {"id": -100200, "type": "supergroup", "title": "Lyon"}
FORUM: Json = {"id": -100300, "type": "supergroup", "title": "Forum", "is_forum": True}
PRIVATE: Json = {"id": 7, "type": "private", "first_name": "Anna"}
ANNA: Json = {"id": 7, "is_bot": False, "first_name": "Anna", "last_name": "Li", "language_code": "fr"}
BOT: Json = {"id": ME, "is_bot": True, "first_name": "glocal"}
NAMES = {name: Command(name=name) for name in ("poll", "poll close", "help", "start")}


def state(*managers: int) -> AdapterState:
    """Build the state of a chat with these admins."""
    return AdapterState("telegram", ME, "glocal_bot", NAMES, admins={-100200: frozenset(managers)})


def values(body: Json, *, number: int = 1, door: AdapterState | None = None) -> list[Value]:
    """Translate an update."""
    update = decode.decode_update(json.dumps({"update_id": number, **body}).encode())
    assert isinstance(update, Update), update
    return translate(door or state(), update, NOW)


def only(kind: type[_Kind], found: list[Value]) -> _Kind:
    """Return the only value, which has this type."""
    assert len(found) == 1, found
    assert isinstance(found[0], kind)
    return found[0]


def message(chat: Json = GROUP, **more: Any) -> Json:
    """Build a message from Anna."""
    return {"message": {"message_id": 5, "date": DATE, "chat": chat, "from": ANNA, **more}}


def test_words_in_a_group() -> None:
    """A post has author, text, room, time, link and the author's admin flag."""
    said = only(MessagePosted, values(message(text="hello"), door=state(7)))
    assert (said.room, said.message, said.text) == ("-100200", "-100200:5", "hello")
    assert (said.person.user, said.person.name, said.person.locale) == ("7", "Anna Li", "fr")
    assert said.person.admin and not said.direct
    assert said.link == "https://t.me/c/200/5"
    public = only(MessagePosted, values(message({**GROUP, "username": "lyon"}, text="hello")))
    assert public.link == "https://t.me/lyon/5"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("/poll_close 3", "poll close 3"), ("/poll@glocal_bot", "poll"), ("/poll@Glocal_Bot a_b", "poll a_b"),
        ("/POLL x", "POLL x"), ("/pol", "pol"), ("/weather@glocal_bot", "weather"), ("/poll\nTea?", "poll\nTea?"),
    ],
)  # fmt: skip
def test_commands_of_ours(text: str, line: str) -> None:
    """Commands work with and without the bot's name, with underscores, and with small typos."""
    room, command = values(message(text=text))
    assert isinstance(room, BotJoined) and room.quiet and room.room == "-100200"
    assert isinstance(command, CommandInvoked)
    assert (command.line, command.message) == (line, "-100200:5")


@pytest.mark.parametrize("text", ["/poll@other_bot", "/weather", "/weather tomorrow"])
def test_commands_of_others(text: str) -> None:
    """A command for another bot gives no value."""
    assert values(message(text=text)) == []


@pytest.mark.parametrize("text", ["/", "/5", "/ poll", "a /poll", "//poll", "/poll/x", "/etc/passwd"])
def test_what_only_looks_like_a_command(text: str) -> None:
    """Text with a slash that is no command is a post."""
    assert only(MessagePosted, values(message(text=text))).text == text


def test_any_command_is_taken_in_private() -> None:
    """In a private chat every command is ours, and the chat is reported as a room."""
    room, command = values(message(PRIVATE, text="/start j17"))
    assert isinstance(room, BotJoined) and (room.room, room.direct) == ("7", True)
    assert isinstance(command, CommandInvoked) and (command.line, command.direct) == ("start j17", True)
    _, said = values(message(PRIVATE, text="yes"))
    assert isinstance(said, MessagePosted) and said.direct


def test_a_command_brings_what_it_replies_to() -> None:
    """A command contains the whole message it replies to, because the bot can't fetch it later."""
    source = {
        "message_id": 4, "date": DATE - 60, "chat": GROUP, "from": {**ANNA, "id": 8, "first_name": "Ben"},
        "caption": "The feast", "photo": [{"file_id": "small"}, {"file_id": "large", "file_size": 9}],
    }  # fmt: skip
    _, command = values(message(text="/poll", reply_to_message=source))
    assert isinstance(command, CommandInvoked) and command.quoted is not None
    assert (command.reply_to, command.quoted.text, command.quoted.person.user) == ("-100200:4", "The feast", "8")
    assert [file.mime for file in command.quoted.attachments] == ["image/jpeg"]
    assert "large" in command.quoted.attachments[0].source


def test_topics_are_rooms() -> None:
    """A message in a topic is no reply to the topic's first message; a thread in another group is no topic."""
    root = {"message_id": 3, "date": DATE, "chat": FORUM, "from": ANNA, "forum_topic_created": {"name": "Events"}}
    topic = {"message_thread_id": 3, "is_topic_message": True, "reply_to_message": root}
    said = only(MessagePosted, values(message(FORUM, text="hello", **topic)))
    assert (said.room, said.reply_to, said.link) == ("-100300/3", None, "https://t.me/c/300/3/5")
    room, _ = values(message(FORUM, text="/poll", **topic))
    assert isinstance(room, BotJoined)
    assert (room.name, room.parent) == ("Forum / Events", "-100300")
    assert only(MessagePosted, values(message(text="re", message_thread_id=3))).room == "-100200"
    closed = only(RoomLost, values(message(FORUM, forum_topic_closed={}, message_thread_id=3, is_topic_message=True)))
    assert (closed.room, closed.reason) == ("-100300/3", "closed")
    again = only(BotJoined, values(message(FORUM, forum_topic_reopened={}, message_thread_id=3, is_topic_message=True)))
    assert (again.room, again.quiet) == ("-100300/3", True)


def test_files_come_by_their_id() -> None:
    """An attachment has a file id instead of an address; a sticker has its emoji; an animation appears once."""
    file = {"file_id": "f1", "file_size": 3}
    voice = only(MessagePosted, values(message(voice=file, caption="listen"))).attachments[0]
    assert (voice.mime, voice.name, voice.size, voice.account) == ("audio/ogg", "voice.ogg", 3, "telegram")
    sticker = only(MessagePosted, values(message(sticker={**file, "emoji": "🎉", "is_animated": True}))).attachments[0]
    assert (sticker.mime, sticker.alt) == ("application/x-tgsticker", "🎉")
    animation = only(MessagePosted, values(message(animation=file, document={**file, "file_name": "a.gif"})))
    assert [one.mime for one in animation.attachments] == ["video/mp4"]
    assert only(MessagePosted, values(message(location={"latitude": 1, "longitude": 2}))).text == ""


def test_nobody_said_it() -> None:
    """Messages from other bots, channels and automatic forwards, and other service messages, give no value."""
    assert values(message(text="beep", **{"from": {**ANNA, "is_bot": True}})) == []
    channel = {"id": -100900, "type": "channel", "title": "News"}
    assert values(message(text="news", sender_chat=channel, is_automatic_forward=True)) == []
    assert values(message(channel, text="news")) == []
    assert values(message(pinned_message={"message_id": 1})) == []
    assert values({"message_reaction_count": {}}) == []


def test_who_speaks_as_a_chat() -> None:
    """An anonymous admin is the group and an admin; a channel that posts is not."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    said = only(MessagePosted, values(message(text="hello", sender_chat=GROUP, **{"from": anonymous})))
    assert (said.person.user, said.person.name, said.person.admin, said.person.bot) == ("-100200", "Lyon", True, False)
    channel = {"id": -100900, "type": "channel", "title": "Anna's"}
    mine = only(MessagePosted, values(message(text="hello", sender_chat=channel, **{"from": anonymous})))
    assert (mine.person.user, mine.person.admin) == ("-100900", False)


def test_a_join_told_twice_has_one_key() -> None:
    """A join is reported by a service message and by chat_member under one key."""
    told = only(MemberJoined, values(message(new_chat_members=[ANNA])))
    change = {"chat": GROUP, "date": DATE, "from": ANNA, "old_chat_member": {"user": ANNA, "status": "left"}}
    other = only(
        MemberJoined, values({"chat_member": {**change, "new_chat_member": {"user": ANNA, "status": "member"}}})
    )
    assert told == other
    left = only(MemberLeft, values(message(left_chat_member=ANNA)))
    assert left.person.user == "7" and left.key != told.key


def test_a_change_of_rights_is_no_coming() -> None:
    """Only joins and departures give a value; a restricted user may be a member or not."""

    def between(old: Json, new: Json) -> list[Value]:
        standing = {"old_chat_member": {"user": ANNA, **old}, "new_chat_member": {"user": ANNA, **new}}
        return values({"chat_member": {"chat": GROUP, "date": DATE, "from": ANNA, **standing}})

    assert between({"status": "member"}, {"status": "administrator", "can_change_info": True}) == []
    assert between({"status": "member"}, {"status": "restricted", "is_member": True}) == []
    assert between({"status": "left"}, {"status": "kicked"}) == []
    only(MemberLeft, between({"status": "member"}, {"status": "restricted", "is_member": False}))
    only(MemberLeft, between({"status": "administrator"}, {"status": "kicked"}))


def standing(old: Json, new: Json, chat: Json = GROUP) -> Json:
    """Build a change of the bot's own membership."""
    change = {"old_chat_member": {"user": BOT, **old}, "new_chat_member": {"user": BOT, **new}}
    return {"my_chat_member": {"chat": chat, "date": DATE, "from": ANNA, **change}}


def test_the_bot_comes_goes_and_changes_its_rights() -> None:
    """Adding the bot gives an invitation and a join; a demotion reports the missing rights."""
    invited, joined = values(standing({"status": "left"}, {"status": "member"}))
    assert isinstance(invited, BotInvited) and invited.person.user == "7"
    assert isinstance(joined, BotJoined) and (joined.name, joined.quiet) == ("Lyon", False)
    lost = only(RoomLost, values(standing({"status": "member"}, {"status": "kicked"})))
    assert lost.reason == "removed"
    demoted = only(RightsReported, values(standing({"status": "administrator"}, {"status": "member"})))
    assert {missing.breaks for missing in demoted.missing} == {"react", "members"}
    mute = {"status": "restricted", "is_member": True, "can_send_messages": False}
    muted = only(RightsReported, values(standing({"status": "member"}, mute)))
    assert "send" in {missing.breaks for missing in muted.missing}
    raised = only(RightsReported, values(standing({"status": "member"}, {"status": "administrator"})))
    assert raised.missing == ()
    assert values(standing({"status": "left"}, {"status": "administrator"}, {**GROUP, "type": "channel"})) == []


def test_a_group_that_moves_is_told_once() -> None:
    """Both chats report a migration under one key."""
    new = {"id": -100500, "type": "supergroup", "title": "Lyon"}
    old = only(RoomMoved, values(message({**GROUP, "id": -5, "type": "group"}, migrate_to_chat_id=-100500)))
    other = only(RoomMoved, values(message(new, migrate_from_chat_id=-5)))
    assert old == other
    assert (old.room, old.new_room) == ("-5", "-100500")


def test_presses_and_votes() -> None:
    """A press names its message (without a room if too old in a forum), a vote only its poll."""
    card = {"message_id": 9, "date": DATE, "chat": GROUP, "from": BOT, "text": "Tea?"}
    query = {"id": "444", "from": ANNA, "chat_instance": "1", "data": "poll:1:0", "message": card}
    press = only(ButtonPressed, values({"callback_query": query}))
    assert (press.button, press.message, press.token, press.room) == ("poll:1:0", "-100200:9", "444", "-100200")
    old = {"message_id": 9, "date": 0, "chat": FORUM}
    assert only(ButtonPressed, values({"callback_query": {**query, "message": old}})).room == ""
    assert values({"callback_query": {"id": "444", "from": ANNA, "chat_instance": "1", "game_short_name": "x"}}) == []
    vote = only(ChoiceMade, values({"poll_answer": {"poll_id": "77", "user": ANNA, "option_ids": [1, 0]}}))
    assert (vote.message, vote.choices, vote.room) == ("poll:77", ("1", "0"), "")
    chat_vote = {"poll_id": "77", "voter_chat": GROUP, "option_ids": []}
    assert only(ChoiceMade, values({"poll_answer": chat_vote})).person.user == "-100200"


def test_reactions_are_what_changed() -> None:
    """Only added and removed reactions give values."""

    def react(old: list[str], new: list[str], chat: Json = GROUP) -> list[Value]:
        signs = {
            "old_reaction": [{"type": "emoji", "emoji": one} for one in old],
            "new_reaction": [{"type": "emoji", "emoji": one} for one in new],
        }
        return values({"message_reaction": {"chat": chat, "message_id": 5, "date": DATE, "user": ANNA, **signs}})

    added = only(ReactionAdded, react(["👍"], ["👍", "❤"]))
    assert (added.emoji, added.message, added.room) == ("❤", "-100200:5", "-100200")
    removed, other = react(["👍"], ["🎉"])
    assert isinstance(removed, ReactionRemoved) and removed.emoji == "👍"
    assert isinstance(other, ReactionAdded) and other.emoji == "🎉"
    assert react([], ["👍"], FORUM)[0].room == ""
    custom = {"old_reaction": [], "new_reaction": [{"type": "custom_emoji", "custom_emoji_id": "55"}, {"type": "paid"}]}
    body = {"chat": GROUP, "message_id": 5, "date": DATE, "actor_chat": GROUP, **custom}
    assert only(ReactionAdded, values({"message_reaction": body})).emoji == "custom:55"


def test_two_edits_within_a_second_are_two() -> None:
    """Two edits within a second have different keys; an edit into a command is ignored."""
    edit = {"edited_message": {**message(text="b")["message"], "edit_date": DATE + 1}}
    first, second = (only(MessageEdited, values(edit, number=number)) for number in (1, 2))
    assert first.key != second.key and first.text == "b"
    assert values({"edited_message": {**message(text="/poll")["message"], "edit_date": DATE + 1}}) == []
    place = message(location={"latitude": 1, "longitude": 2})["message"]
    assert values({"edited_message": {**place, "edit_date": DATE + 1}}) == []


def test_people_are_named_by_link_or_by_a_name_that_was_met() -> None:
    """Mention offsets count UTF-16 units; unknown usernames and the bot itself are left out."""
    door = state()
    door.remember_username(User(8, False, "Ben", username="Ben_Li"))
    door.remember_username(User(ME, True, "glocal", username="glocal_bot"))
    text = "🎉🎉 @ben_li @zoe @glocal_bot Anna"
    places = ((5, 7), (13, 4), (18, 11))
    entities: list[Json] = [{"type": "mention", "offset": at, "length": length} for at, length in places]
    entities.append({"type": "text_mention", "offset": 30, "length": 4, "user": ANNA})
    assert only(MessagePosted, values(message(text=text, entities=entities), door=door)).mentions == ("8", "7")


def test_a_group_with_a_new_title_is_known_by_it() -> None:
    """A new title is reported quietly."""
    named = only(BotJoined, values(message(new_chat_title="Lyon Croix-Rousse")))
    assert (named.name, named.quiet, named.room) == ("Lyon Croix-Rousse", True, "-100200")


def test_a_request_to_join_says_where_to_write() -> None:
    """A join request contains the chat in which the bot may write for five minutes."""
    request = {"chat": GROUP, "from": ANNA, "user_chat_id": 7, "date": DATE}
    asked = only(JoinRequested, values({"chat_join_request": request}))
    assert (asked.room, asked.direct, asked.person.name) == ("-100200", "7", "Anna Li")
