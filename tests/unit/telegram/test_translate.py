"""Each update of Telegram becomes the values that the core knows, each with a key that is the same the next time."""

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
    """The door in a chat that these users manage."""
    return AdapterState("telegram", ME, "glocal_bot", NAMES, admins={-100200: frozenset(managers)})


def values(body: Json, *, number: int = 1, door: AdapterState | None = None) -> list[Value]:
    """What an update says."""
    update = decode.decode_update(json.dumps({"update_id": number, **body}).encode())
    assert isinstance(update, Update), update
    return translate(door or state(), update, NOW)


def only(kind: type[_Kind], found: list[Value]) -> _Kind:
    """The only value, of this kind."""
    assert len(found) == 1, found
    assert isinstance(found[0], kind)
    return found[0]


def message(chat: Json = GROUP, **more: Any) -> Json:
    """A message of Anna's."""
    return {"message": {"message_id": 5, "date": DATE, "chat": chat, "from": ANNA, **more}}


def test_words_in_a_group() -> None:
    """Who said what, where, when; the address of the message; whether they manage the group."""
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
    """Addressed or not, joined by an underline; nearly right ones are asked about."""
    room, command = values(message(text=text))
    assert isinstance(room, BotJoined) and room.quiet and room.room == "-100200"
    assert isinstance(command, CommandInvoked)
    assert (command.line, command.message) == (line, "-100200:5")


@pytest.mark.parametrize("text", ["/poll@other_bot", "/weather", "/weather tomorrow"])
def test_commands_of_others(text: str) -> None:
    """Another bot is meant."""
    assert values(message(text=text)) == []


@pytest.mark.parametrize("text", ["/", "/5", "/ poll", "a /poll", "//poll", "/poll/x", "/etc/passwd"])
def test_what_only_looks_like_a_command(text: str) -> None:
    """Is talk."""
    assert only(MessagePosted, values(message(text=text))).text == text


def test_any_command_is_taken_in_private() -> None:
    """There is nobody else there: what it means is asked. The talk is a room from then on."""
    room, command = values(message(PRIVATE, text="/start j17"))
    assert isinstance(room, BotJoined) and (room.room, room.direct) == ("7", True)
    assert isinstance(command, CommandInvoked) and (command.line, command.direct) == ("start j17", True)
    _, said = values(message(PRIVATE, text="yes"))
    assert isinstance(said, MessagePosted) and said.direct


def test_a_command_brings_what_it_replies_to() -> None:
    """Telegram can't be asked for it later."""
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
    """A topic's first message is no reply; a thread in another group is no topic."""
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
    """Never by an address; a sticker with its sign; an animation once, though it comes as a document too."""
    file = {"file_id": "f1", "file_size": 3}
    voice = only(MessagePosted, values(message(voice=file, caption="listen"))).attachments[0]
    assert (voice.mime, voice.name, voice.size, voice.account) == ("audio/ogg", "voice.ogg", 3, "telegram")
    sticker = only(MessagePosted, values(message(sticker={**file, "emoji": "🎉", "is_animated": True}))).attachments[0]
    assert (sticker.mime, sticker.alt) == ("application/x-tgsticker", "🎉")
    animation = only(MessagePosted, values(message(animation=file, document={**file, "file_name": "a.gif"})))
    assert [one.mime for one in animation.attachments] == ["video/mp4"]
    assert only(MessagePosted, values(message(location={"latitude": 1, "longitude": 2}))).text == ""


def test_nobody_said_it() -> None:
    """Other bots, the linked channel's forwards, channels, pins and the like say nothing."""
    assert values(message(text="beep", **{"from": {**ANNA, "is_bot": True}})) == []
    channel = {"id": -100900, "type": "channel", "title": "News"}
    assert values(message(text="news", sender_chat=channel, is_automatic_forward=True)) == []
    assert values(message(channel, text="news")) == []
    assert values(message(pinned_message={"message_id": 1})) == []
    assert values({"message_reaction_count": {}}) == []


def test_who_speaks_as_a_chat() -> None:
    """An anonymous administrator is the group itself, and manages it; somebody's channel does not."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    said = only(MessagePosted, values(message(text="hello", sender_chat=GROUP, **{"from": anonymous})))
    assert (said.person.user, said.person.name, said.person.admin, said.person.bot) == ("-100200", "Lyon", True, False)
    channel = {"id": -100900, "type": "channel", "title": "Anna's"}
    mine = only(MessagePosted, values(message(text="hello", sender_chat=channel, **{"from": anonymous})))
    assert (mine.person.user, mine.person.admin) == ("-100900", False)


def test_a_join_told_twice_has_one_key() -> None:
    """By a service message and by chat_member."""
    told = only(MemberJoined, values(message(new_chat_members=[ANNA])))
    change = {"chat": GROUP, "date": DATE, "from": ANNA, "old_chat_member": {"user": ANNA, "status": "left"}}
    other = only(
        MemberJoined, values({"chat_member": {**change, "new_chat_member": {"user": ANNA, "status": "member"}}})
    )
    assert told == other
    left = only(MemberLeft, values(message(left_chat_member=ANNA)))
    assert left.person.user == "7" and left.key != told.key


def test_a_change_of_rights_is_no_coming() -> None:
    """Who is promoted, restricted or already gone neither comes nor goes; a restricted member may be in or out."""

    def between(old: Json, new: Json) -> list[Value]:
        standing = {"old_chat_member": {"user": ANNA, **old}, "new_chat_member": {"user": ANNA, **new}}
        return values({"chat_member": {"chat": GROUP, "date": DATE, "from": ANNA, **standing}})

    assert between({"status": "member"}, {"status": "administrator", "can_change_info": True}) == []
    assert between({"status": "member"}, {"status": "restricted", "is_member": True}) == []
    assert between({"status": "left"}, {"status": "kicked"}) == []
    only(MemberLeft, between({"status": "member"}, {"status": "restricted", "is_member": False}))
    only(MemberLeft, between({"status": "administrator"}, {"status": "kicked"}))


def standing(old: Json, new: Json, chat: Json = GROUP) -> Json:
    """The bot's own standing changes."""
    change = {"old_chat_member": {"user": BOT, **old}, "new_chat_member": {"user": BOT, **new}}
    return {"my_chat_member": {"chat": chat, "date": DATE, "from": ANNA, **change}}


def test_the_bot_comes_goes_and_changes_its_rights() -> None:
    """Being added is an invitation and its acceptance; being demoted is told with what does not work any more."""
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
    """Both chats tell it, under one key."""
    new = {"id": -100500, "type": "supergroup", "title": "Lyon"}
    old = only(RoomMoved, values(message({**GROUP, "id": -5, "type": "group"}, migrate_to_chat_id=-100500)))
    other = only(RoomMoved, values(message(new, migrate_from_chat_id=-5)))
    assert old == other
    assert (old.room, old.new_room) == ("-5", "-100500")


def test_presses_and_votes() -> None:
    """A press names its message; of one too old to be seen in a forum, only the message is known. A vote names its
    poll."""
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
    """Those that were there before and are still are no news."""

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
    """They bear the same date; a command that an edit makes is not obeyed."""
    edit = {"edited_message": {**message(text="b")["message"], "edit_date": DATE + 1}}
    first, second = (only(MessageEdited, values(edit, number=number)) for number in (1, 2))
    assert first.key != second.key and first.text == "b"
    assert values({"edited_message": {**message(text="/poll")["message"], "edit_date": DATE + 1}}) == []
    place = message(location={"latitude": 1, "longitude": 2})["message"]
    assert values({"edited_message": {**place, "edit_date": DATE + 1}}) == []


def test_people_are_named_by_link_or_by_a_name_that_was_met() -> None:
    """A name stands behind signs of two units each; who was never met is nobody; the bot is not meant."""
    door = state()
    door.remember_username(User(8, False, "Ben", username="Ben_Li"))
    door.remember_username(User(ME, True, "glocal", username="glocal_bot"))
    text = "🎉🎉 @ben_li @zoe @glocal_bot Anna"
    places = ((5, 7), (13, 4), (18, 11))
    entities: list[Json] = [{"type": "mention", "offset": at, "length": length} for at, length in places]
    entities.append({"type": "text_mention", "offset": 30, "length": 4, "user": ANNA})
    assert only(MessagePosted, values(message(text=text, entities=entities), door=door)).mentions == ("8", "7")


def test_a_group_with_a_new_title_is_known_by_it() -> None:
    """The core hears it; nobody in the room does."""
    named = only(BotJoined, values(message(new_chat_title="Lyon Croix-Rousse")))
    assert (named.name, named.quiet, named.room) == ("Lyon Croix-Rousse", True, "-100200")


def test_a_request_to_join_says_where_to_write() -> None:
    """For five minutes."""
    request = {"chat": GROUP, "from": ANNA, "user_chat_id": 7, "date": DATE}
    asked = only(JoinRequested, values({"chat_join_request": request}))
    assert (asked.room, asked.direct, asked.person.name) == ("-100200", "7", "Anna Li")
