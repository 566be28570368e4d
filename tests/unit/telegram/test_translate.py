"""Messages in updates become posts, commands and edits."""

from __future__ import annotations

import pytest

from adapters.telegram.api.chats import Membership, User
from bots.core.inbound import BotJoined, CommandInvoked, MessageEdited, MessagePosted, RoomLost
from tests.unit.telegram.updates import (
    ANNA,
    BOT,
    DATE,
    FORUM,
    GROUP,
    ME,
    PRIVATE,
    Json,
    message,
    only,
    state,
    state_with,
    translate_update,
)


def test_post_in_a_group() -> None:
    """A post has author, text, room, link and the author's admin flag."""
    said = only(MessagePosted, translate_update(message(text="hello"), adapter_state=state(7)))
    assert (said.room, said.message, said.text) == ("-100200", "-100200:5", "hello")
    assert (said.person.user, said.person.name, said.person.locale) == ("7", "Anna Li", "fr")
    assert said.person.admin and not said.direct
    assert said.link == "https://t.me/c/200/5"
    public = only(MessagePosted, translate_update(message({**GROUP, "username": "lyon"}, text="hello")))
    assert public.link == "https://t.me/lyon/5"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("/poll_close 3", "poll close 3"), ("/poll@glocal_bot", "poll"), ("/poll@Glocal_Bot a_b", "poll a_b"),
        ("/POLL x", "POLL x"), ("/pol", "pol"), ("/weather@glocal_bot", "weather"), ("/poll\nTea?", "poll\nTea?"),
        ("/e\u0301ve\u0301nement@glocal_bot x", "événement x"),
    ],
)  # fmt: skip
def test_commands_for_this_bot(text: str, line: str) -> None:
    """Commands work with and without the bot's name, with underscores, and with small typos."""
    room, command = translate_update(message(text=text))
    assert isinstance(room, BotJoined) and room.quiet and room.room == "-100200"
    assert isinstance(command, CommandInvoked)
    assert (command.line, command.message) == (line, "-100200:5")


@pytest.mark.parametrize("text", ["/poll@other_bot", "/weather", "/weather tomorrow"])
def test_commands_for_other_bots(text: str) -> None:
    """A command for another bot gives no value."""
    assert translate_update(message(text=text)) == []


@pytest.mark.parametrize("text", ["/", "/5", "/ poll", "a /poll", "//poll", "/poll/x", "/etc/passwd"])
def test_slash_without_a_command_is_a_post(text: str) -> None:
    """Text with a slash that is not a command is a post."""
    assert only(MessagePosted, translate_update(message(text=text))).text == text


def test_every_private_command_is_for_the_bot() -> None:
    """In a private chat every command is for the bot, and the first value reports the chat as a room."""
    room, command = translate_update(message(PRIVATE, text="/start j17"))
    assert isinstance(room, BotJoined) and (room.room, room.direct) == ("7", True)
    assert isinstance(command, CommandInvoked) and (command.line, command.direct) == ("start j17", True)
    _, said = translate_update(message(PRIVATE, text="yes"))
    assert isinstance(said, MessagePosted) and said.direct


def test_command_contains_the_replied_message() -> None:
    """A command contains the whole message it replies to, because the bot can't fetch it later."""
    source = {
        "message_id": 4, "date": DATE - 60, "chat": GROUP, "from": {**ANNA, "id": 8, "first_name": "Ben"},
        "caption": "The feast", "photo": [{"file_id": "small"}, {"file_id": "large", "file_size": 9}],
    }  # fmt: skip
    _, command = translate_update(message(text="/poll", reply_to_message=source))
    assert isinstance(command, CommandInvoked) and command.quoted is not None
    assert (command.reply_to, command.quoted.text, command.quoted.person.user) == ("-100200:4", "The feast", "8")
    assert [file.mime for file in command.quoted.attachments] == ["image/jpeg"]
    assert "large" in command.quoted.attachments[0].source


def test_topics_are_rooms() -> None:
    """A topic is a room of its own, and a thread in a plain group is not."""
    root = {"message_id": 3, "date": DATE, "chat": FORUM, "from": ANNA, "forum_topic_created": {"name": "Events"}}
    topic = {"message_thread_id": 3, "is_topic_message": True, "reply_to_message": root}
    said = only(MessagePosted, translate_update(message(FORUM, text="hello", **topic)))
    assert (said.room, said.reply_to, said.link) == ("-100300/3", None, "https://t.me/c/300/3/5")
    room, _ = translate_update(message(FORUM, text="/poll", **topic))
    assert isinstance(room, BotJoined)
    assert (room.name, room.parent) == ("Forum / Events", "-100300")
    assert only(MessagePosted, translate_update(message(text="re", message_thread_id=3))).room == "-100200"
    closed = only(
        RoomLost, translate_update(message(FORUM, forum_topic_closed={}, message_thread_id=3, is_topic_message=True))
    )
    assert (closed.room, closed.reason) == ("-100300/3", "closed")
    again = only(
        BotJoined, translate_update(message(FORUM, forum_topic_reopened={}, message_thread_id=3, is_topic_message=True))
    )
    assert (again.room, again.quiet) == ("-100300/3", True)


def test_attachments_have_file_ids() -> None:
    """An attachment has a file id, a sticker has its emoji, and an animation appears once."""
    file = {"file_id": "f1", "file_size": 3}
    voice = only(MessagePosted, translate_update(message(voice=file, caption="listen"))).attachments[0]
    assert (voice.mime, voice.name, voice.size, voice.account) == ("audio/ogg", "voice.ogg", 3, "telegram")
    sticker = only(
        MessagePosted, translate_update(message(sticker={**file, "emoji": "🎉", "is_animated": True}))
    ).attachments[0]
    assert (sticker.mime, sticker.alt) == ("application/x-tgsticker", "🎉")
    animation = only(MessagePosted, translate_update(message(animation=file, document={**file, "file_name": "a.gif"})))
    assert [one.mime for one in animation.attachments] == ["video/mp4"]
    assert only(MessagePosted, translate_update(message(location={"latitude": 1, "longitude": 2}))).text == ""


def test_ignored_messages() -> None:
    """Messages of other bots, channels and automatic forwards, and other service messages, give no value."""
    assert translate_update(message(text="beep", **{"from": {**ANNA, "is_bot": True}})) == []
    channel = {"id": -100900, "type": "channel", "title": "News"}
    assert translate_update(message(text="news", sender_chat=channel, is_automatic_forward=True)) == []
    assert translate_update(message(channel, text="news")) == []
    assert translate_update(message(pinned_message={"message_id": 1})) == []
    assert translate_update({"message_reaction_count": {}}) == []


def test_anonymous_admin_and_channel_as_sender() -> None:
    """An anonymous admin has the group's id and is an admin; a channel that posts is not."""
    anonymous = {"id": 1087968824, "is_bot": True, "first_name": "Group"}
    hidden = state_with(Membership(User(7, False, "Anna"), "creator", is_anonymous=True))
    post = message(text="hello", sender_chat=GROUP, **{"from": anonymous})
    said = only(MessagePosted, translate_update(post, adapter_state=hidden))
    assert (said.person.user, said.person.name, said.person.admin, said.person.bot) == ("-100200", "Lyon", True, False)
    channel = {"id": -100900, "type": "channel", "title": "Anna's"}
    mine = only(MessagePosted, translate_update(message(text="hello", sender_chat=channel, **{"from": anonymous})))
    assert (mine.person.user, mine.person.admin) == ("-100900", False)


@pytest.mark.parametrize(
    ("signature", "user", "admin"),
    [("Host", "-100200", True), ("Mod", "-100200~", False), ("Team", "-100200~", False), (None, "-100200~", False)],
)
def test_anonymous_admin_has_the_rights_of_the_custom_title(signature: str | None, user: str, *, admin: bool) -> None:
    """An anonymous admin manages the chat only when every anonymous admin with the same title does."""
    anna, ben, cleo, dan, owner = (User(number, False, "Somebody") for number in (7, 8, 10, 11, 9))
    hidden = state_with(
        Membership(anna, "administrator", is_anonymous=True, custom_title="Host", can_change_info=True),
        Membership(ben, "administrator", is_anonymous=True, custom_title="Mod"),
        Membership(cleo, "administrator", is_anonymous=True, custom_title="Team", can_change_info=True),
        Membership(dan, "administrator", is_anonymous=True, custom_title="Team"),
        Membership(owner, "creator"),
    )
    signed: Json = {"author_signature": signature} if signature else {}
    said = message(text="/poll", sender_chat=GROUP, **signed)
    _, command = translate_update(said, adapter_state=hidden)
    assert isinstance(command, CommandInvoked)
    assert (command.person.user, command.person.admin) == (user, admin)


@pytest.mark.parametrize("more", [{"forward_origin": {"type": "user"}}, {"via_bot": BOT}], ids=["forward", "inline"])
def test_words_of_somebody_else_are_no_command(more: Json) -> None:
    """A forwarded command and one that an inline bot made are posts, without words that could answer anything."""
    for text in ("/poll", "yes", "I’m coming!"):
        post = only(MessagePosted, translate_update(message(text=text, **more)))
        assert (post.text, post.foreign) == ("", True)
    named: Json = {"text": "@glocal_bot hello", "entities": [{"type": "mention", "offset": 0, "length": 11}]}
    assert only(MessagePosted, translate_update(message(**named))).addressed
    assert not only(MessagePosted, translate_update(message(**named, **more))).addressed


@pytest.mark.parametrize("more", [{"forward_origin": {"type": "user"}}, {"via_bot": BOT}], ids=["forward", "inline"])
def test_a_reply_to_words_of_somebody_else_says_so(more: Json) -> None:
    """A command in reply to a forwarded message quotes it as somebody else's."""
    hello = message(text="hello", **more)["message"]
    _, command = translate_update(message(text="/highlight@glocal_bot", reply_to_message=hello))
    assert isinstance(command, CommandInvoked) and command.quoted is not None
    assert command.quoted.foreign


def test_an_edit_of_words_of_somebody_else_is_none() -> None:
    """An inline bot that changes its message to a command, or to other words, changes nothing."""
    for text in ("/poll", "hello"):
        changed = {**message(text=text, via_bot=BOT)["message"], "edit_date": DATE + 1}
        assert translate_update({"edited_message": changed}) == []


@pytest.mark.parametrize(
    ("text", "places", "shown"),
    [
        ("The end: he did it!", [(9, 9)], "The end: ||he did it||!"),
        ("🎉 b c", [(3, 1), (5, 1)], "🎉 ||b|| ||c||"),
        ("a|b || c", [(0, 8)], "||a¦b ¦¦ c||"),
        ("abc", [(0, 2), (1, 9)], "||ab||||c||"),
        ("abc", [], "abc"),
    ],
)
def test_covered_words_have_bars(text: str, places: list[tuple[int, int]], shown: str) -> None:
    """Words that people uncover themselves come with the bars by which all platforms cover them; edits, too."""
    entities = [{"type": "spoiler", "offset": at, "length": length} for at, length in places]
    said = message(text=text, entities=entities)["message"]
    assert only(MessagePosted, translate_update({"message": said})).text == shown
    assert only(MessageEdited, translate_update({"edited_message": {**said, "edit_date": DATE + 1}})).text == shown
    captioned: Json = {"caption": text, "caption_entities": entities, "photo": [{"file_id": "p"}]}
    post = only(MessagePosted, translate_update(message(**captioned, has_media_spoiler=True)))
    assert (post.text, [file.spoiler for file in post.attachments]) == (shown, [True])


def test_edits_within_a_second_have_different_keys() -> None:
    """Two edits within a second have different keys, and an edit may make a message a command."""
    edit = {"edited_message": {**message(text="b")["message"], "edit_date": DATE + 1}}
    first, second = (only(MessageEdited, translate_update(edit, number=number)) for number in (1, 2))
    assert first.key != second.key and first.text == "b"
    command = {"edited_message": {**message(text="/poll")["message"], "edit_date": DATE + 1}}
    made = only(CommandInvoked, translate_update(command, number=3))
    assert (made.edited, made.line, made.message) == (True, "poll", first.message) and made.key not in first.key
    other = {"edited_message": {**message(text="/poll@another_bot")["message"], "edit_date": DATE + 1}}
    assert translate_update(other) == []
    place = message(location={"latitude": 1, "longitude": 2})["message"]
    assert translate_update({"edited_message": {**place, "edit_date": DATE + 1}}) == []


def test_mentions_of_links_and_known_usernames() -> None:
    """Mentions come from links and known usernames, without unknown ones and the bot itself."""
    adapter_state = state()
    adapter_state.remember_username(User(8, False, "Ben", username="Ben_Li"))
    adapter_state.remember_username(User(ME, True, "glocal", username="glocal_bot"))
    text = "🎉🎉 @ben_li @zoe @glocal_bot Anna"
    places = ((5, 7), (13, 4), (18, 11))
    entities: list[Json] = [{"type": "mention", "offset": at, "length": length} for at, length in places]
    entities.append({"type": "text_mention", "offset": 30, "length": 4, "user": ANNA})
    assert only(
        MessagePosted, translate_update(message(text=text, entities=entities), adapter_state=adapter_state)
    ).mentions == ("8", "7")
