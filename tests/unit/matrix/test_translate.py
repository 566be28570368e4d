"""Sync responses become inbound values."""

from __future__ import annotations

import pytest

from bots.core.inbound import (
    ChoiceMade,
    CommandInvoked,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    PollEnded,
    ReactionAdded,
    RoomMoved,
    Undecryptable,
)
from tests.unit.matrix.syncs import ANNA, BORIS, ME, ROOM, Account, creation, event, member, only, text


def test_a_text_becomes_a_message_with_its_author_and_time() -> None:
    """A member's text becomes a message with the display name in the room and the homeserver's time."""
    said = text("hello")
    value = only(Account().sync_member_list().sync_room(said))
    assert isinstance(value, MessagePosted)
    assert (value.key, value.text, value.message) == (f"matrix:{said['event_id']}", "hello", said["event_id"])
    assert (value.person.user, value.person.name, value.person.admin) == (ANNA, "Anna", True)
    assert round(value.at.timestamp() * 1000) == said["origin_server_ts"]
    assert value.direct is False


def test_text_after_an_exclamation_mark_is_a_command() -> None:
    """`!` and a letter make a command, whose line follows the mark."""
    value = only(Account().sync_member_list().sync_room(text("!poll Tea? yes no", BORIS)))
    assert isinstance(value, CommandInvoked)
    assert (value.line, value.person.admin) == ("poll Tea? yes no", False)


PICTURE = {"msgtype": "m.image", "filename": "p.jpg", "url": "mxc://hs.test/a"}


def test_a_command_may_be_the_caption_of_a_picture_or_follow_blanks() -> None:
    """A command works as the caption of a picture, also in a reply, and after blanks."""
    relates = {"m.in_reply_to": {"event_id": "$target"}}
    for message in (
        event("m.room.message", BORIS, {**PICTURE, "body": "!highlight now", "m.relates_to": relates}),
        text("  !highlight now", BORIS, **{"m.relates_to": relates}),
    ):
        value = only(Account().sync_member_list().sync_room(message))
        assert isinstance(value, CommandInvoked)
        assert (value.line, value.reply_to, value.person.user) == ("highlight now", "$target", BORIS)
    assert isinstance(
        only(Account().sync_member_list().sync_room(event("m.room.message", BORIS, {**PICTURE, "body": "!"}))),
        MessagePosted,
    )


@pytest.mark.parametrize("content", [{"org.matrix.msc3381.poll.response": {}}, {"m.selections": []}])
def test_a_vote_without_answers_is_withdrawn(content: dict[str, object]) -> None:
    """A response without answers withdraws the vote."""
    relates = {"m.relates_to": {"rel_type": "m.reference", "event_id": "$poll"}}
    response = event("org.matrix.msc3381.poll.response", BORIS, {**relates, **content})
    value = only(Account().sync_member_list().sync_room(response))
    assert isinstance(value, ChoiceMade)
    assert (value.message, value.choices) == ("$poll", ())


@pytest.mark.parametrize("body", ["!", "!!", "! help", "!1", "hello !help", ""])
def test_an_exclamation_is_no_command(body: str) -> None:
    """An exclamation mark without a letter after it is ordinary text."""
    assert isinstance(only(Account().sync_member_list().sync_room(text(body))), MessagePosted)


def test_notices_and_the_bots_own_messages_give_no_value() -> None:
    """Notices of bots and this bot's own events give no value."""
    notice = event("m.room.message", BORIS, {"msgtype": "m.notice", "body": "!help"})
    own = [text("!help", ME), event("m.reaction", ME, _annotates("$e", "✅")), _redacts("$e", ME)]
    assert Account().sync_member_list().sync_room(notice, *own) == []


def test_a_reply_loses_its_quotation_and_names_its_target() -> None:
    """A reply names its target and loses the quotation that older clients put in front of it."""
    relates = {"m.in_reply_to": {"event_id": "$target"}}
    body = "> <@boris:hs.test> one\n> two\n\n!highlight"
    value = only(Account().sync_member_list().sync_room(text(body, **{"m.relates_to": relates})))
    assert isinstance(value, CommandInvoked)
    assert (value.line, value.reply_to) == ("highlight", "$target")


REPLIES = {"m.in_reply_to": {"event_id": "$target"}}
FALLBACKS = [
    "> <@boris:hs.test> I am ill, bring it to 4 Mill Lane\n\n",
    "> * <@boris:hs.test> is ill\n\n",
    "> <@boris:hs.test> one\n> two\n\n",
    "> <@boris:hs.test> > <@carla:hs.test> three\n> four\n\n> <@carla:hs.test> five\n\n",
    "> <Boris> from a bridge\n",
]


@pytest.mark.parametrize("fallback", FALLBACKS)
def test_a_reply_or_its_edit_has_only_its_authors_words(fallback: str) -> None:
    """A reply, its edit and the caption of a reply lose the quoted words of others, also those of an emote."""
    account = Account().sync_member_list()
    posted = only(account.sync_room(text(f"{fallback}ours", **{"m.relates_to": REPLIES})))
    assert isinstance(posted, MessagePosted)
    assert posted.text == "ours"
    edit = only(account.sync_room(_edit("$first", f"{fallback}ours")))
    assert isinstance(edit, MessageEdited)
    assert edit.text == "ours"
    command = only(account.sync_room(_edit("$first", f"{fallback}!poll now")))
    assert isinstance(command, CommandInvoked) and (command.line, command.edited) == ("poll now", True)
    file = {"msgtype": "m.file", "url": "mxc://hs.test/a", "m.relates_to": REPLIES}
    named = only(account.sync_room(event("m.room.message", ANNA, {**file, "body": f"{fallback}a.pdf"})))
    assert isinstance(named, MessagePosted)
    assert (named.text, named.attachments[0].name) == ("", "a.pdf")
    content = {**file, "body": f"{fallback}ours", "filename": "a.pdf"}
    captioned = only(account.sync_room(event("m.room.message", ANNA, content)))
    assert isinstance(captioned, MessagePosted)
    assert captioned.text == "ours"


@pytest.mark.parametrize("body", ["> a proverb\nis wise", "> <3 for all\nof you", "a > <b> c", ">", ""])
def test_an_authors_own_quotation_stays_in_an_edit(body: str) -> None:
    """A quotation that names nobody stays in an edit."""
    value = only(Account().sync_member_list().sync_room(_edit("$first", body)))
    assert isinstance(value, MessageEdited)
    assert value.text == body


def test_a_threads_fallback_is_no_reply() -> None:
    """The fallback reply of clients in a thread, which names the latest message, does not count as a reply."""
    relates = {
        "rel_type": "m.thread", "event_id": "$root", "is_falling_back": True, "m.in_reply_to": {"event_id": "$last"},
    }  # fmt: skip
    value = only(Account().sync_member_list().sync_room(text("in the thread", **{"m.relates_to": relates})))
    assert isinstance(value, MessagePosted)
    assert value.reply_to is None


def test_an_edit_gives_the_new_text_or_a_command() -> None:
    """An edit names its message and has the new text, which may be a command."""
    account = Account().sync_member_list()
    value = only(account.sync_room(_edit("$first", "better")))
    assert isinstance(value, MessageEdited)
    assert (value.message, value.text) == ("$first", "better")
    command = only(account.sync_room(_edit("$first", "!poll now")))
    assert isinstance(command, CommandInvoked)
    assert (command.message, command.line, command.edited) == ("$first", "poll now", True)


def test_reactions_and_their_removal() -> None:
    """A reaction has its own id, and the redaction of that id removes it."""
    reacted, gone = event("m.reaction", BORIS, _annotates("$m", "👍")), _redacts("$r", BORIS)
    added, deleted = Account().sync_member_list().sync_room(reacted, gone)
    assert isinstance(added, ReactionAdded)
    assert (added.message, added.emoji, added.reaction) == ("$m", "👍", reacted["event_id"])
    assert isinstance(deleted, MessageDeleted)
    assert deleted.message == "$r"


def test_a_redaction_may_name_its_target_in_the_content() -> None:
    """A redaction names its target in the event or, since room version 11, in its content."""
    value = only(Account().sync_member_list().sync_room(event("m.room.redaction", ANNA, {"redacts": "$old"})))
    assert isinstance(value, MessageDeleted)
    assert value.message == "$old"


@pytest.mark.parametrize(
    ("kind", "content"),
    [
        ("org.matrix.msc3381.poll.response", {"org.matrix.msc3381.poll.response": {"answers": ["a", "b", "a"]}}),
        ("m.poll.response", {"m.selections": ["a", "b"]}),
    ],
)
def test_votes_in_stable_and_unstable_form(kind: str, content: dict[str, object]) -> None:
    """A vote names the poll and our answer ids without duplicates, in the stable and the unstable form."""
    relates = {"rel_type": "m.reference", "event_id": "$poll"}
    value = only(Account().sync_member_list().sync_room(event(kind, BORIS, {"m.relates_to": relates, **content})))
    assert isinstance(value, ChoiceMade)
    assert (value.message, value.choices) == ("$poll", ("a", "b"))


@pytest.mark.parametrize("kind", ["org.matrix.msc3381.poll.end", "m.poll.end"])
def test_a_poll_end(kind: str) -> None:
    """A poll end gives a value in both forms, except without a poll."""
    relates = {"rel_type": "m.reference", "event_id": "$poll"}
    value = only(Account().sync_member_list().sync_room(event(kind, BORIS, {"m.relates_to": relates})))
    assert isinstance(value, PollEnded)
    assert (value.message, value.person.user) == ("$poll", BORIS)
    assert Account().sync_member_list().sync_room(event(kind, BORIS, {"m.relates_to": 7})) == []


def test_a_tombstone_names_the_replacement() -> None:
    """A tombstone gives the replacement's id."""
    stone = event("m.room.tombstone", ANNA, {"body": "moved", "replacement_room": "!new:hs.test"}, state_key="")
    value = only(Account().sync_member_list().sync_room(stone))
    assert isinstance(value, RoomMoved)
    assert value.new_room == "!new:hs.test"


def test_a_tombstone_cannot_claim_another_room() -> None:
    """A joined room is a replacement only if it names the old room as its predecessor."""
    account = Account().sync_member_list()
    account.sync_room(state=[creation(), member(ME, "join")], room="!victim:hs.test")
    account.sync_room(state=[creation(predecessor={"room_id": ROOM}), member(ME, "join")], room="!heir:hs.test")
    victim = {"body": "", "replacement_room": "!victim:hs.test"}
    assert account.sync_room(event("m.room.tombstone", ANNA, victim, state_key="")) == []
    heir = {"body": "", "replacement_room": "!heir:hs.test"}
    moved = only(account.sync_room(event("m.room.tombstone", ANNA, heir, state_key="")))
    assert isinstance(moved, RoomMoved)
    assert moved.new_room == "!heir:hs.test"


def test_an_undecryptable_message_has_a_key_of_its_own() -> None:
    """An undecryptable message has another key than the same message has once it is decrypted."""
    cipher = {"algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "session_id": "s", "sender_key": "k"}
    whole = event("m.room.encrypted", ANNA, {**cipher, "device_id": "D"})
    bare = event("m.room.encrypted", ANNA, {"algorithm": cipher["algorithm"], "ciphertext": "x", "session_id": "s"})
    for value, raw in zip(Account().sync_member_list().sync_room(whole, bare), (whole, bare), strict=True):
        assert isinstance(value, Undecryptable)
        assert (value.key, value.message) == (f"matrix:{raw['event_id']}:sealed", raw["event_id"])


def test_files_become_attachments_with_their_caption() -> None:
    """An attachment has name, type and size, and the message's text is its caption."""
    content = {
        "msgtype": "m.image", "body": "our garden", "filename": "garden.jpg", "url": "mxc://hs.test/abc",
        "info": {"mimetype": "image/jpeg", "size": 1234},
    }  # fmt: skip
    value = only(Account().sync_member_list().sync_room(event("m.room.message", ANNA, content)))
    assert isinstance(value, MessagePosted)
    (file,) = value.attachments
    assert (value.text, file.name, file.mime, file.size) == ("our garden", "garden.jpg", "image/jpeg", 1234)
    assert "mxc://hs.test/abc" in file.source


@pytest.mark.parametrize(("body", "words"), [("our new garden", "our new garden"), ("garden.jpg", "")])
def test_an_edit_of_a_file_gives_its_new_caption(body: str, words: str) -> None:
    """An edit changes or removes a caption, and a file name alone is not a caption."""
    new = {"msgtype": "m.image", "body": body, "filename": "garden.jpg", "url": "mxc://hs.test/abc"}
    relates = {"rel_type": "m.replace", "event_id": "$first"}
    edit = event("m.room.message", ANNA, {**new, "body": f"* {body}", "m.new_content": new, "m.relates_to": relates})
    value = only(Account().sync_member_list().sync_room(edit))
    assert isinstance(value, MessageEdited)
    assert (value.message, value.text) == ("$first", words)


def test_mentions_come_from_m_mentions() -> None:
    """Mentions come from m.mentions, without invalid entries."""
    value = only(Account().sync_member_list().sync_room(text("hi Boris", **{"m.mentions": {"user_ids": [BORIS, 7]}})))
    assert isinstance(value, MessagePosted)
    assert value.mentions == (BORIS,)


@pytest.mark.parametrize(
    "relates", [[], "x", 7, {"rel_type": 5}, {"m.in_reply_to": []}, {"m.in_reply_to": {"event_id": 3}}]
)
def test_malformed_relations_are_plain_messages(relates: object) -> None:
    """A message with a malformed relation is a plain message."""
    value = only(
        Account().sync_member_list().sync_room(text("hello", **{"m.relates_to": relates, "m.mentions": relates}))
    )
    assert isinstance(value, MessagePosted)
    assert (value.text, value.reply_to, value.mentions) == ("hello", None, ())


@pytest.mark.parametrize(("stated", "year"), [(2**53, 9999), (10**30, 9999), (-(10**17), 1), (-(10**30), 1)])
def test_an_impossible_time_is_limited(stated: int, year: int) -> None:
    """An invitation with an impossible time gets a possible one."""
    asked = {**member(ME, "invite", sender=BORIS), "origin_server_ts": stated}
    value = only(Account().sync_member_list().sync({"invite": {"!far:hs.test": {"invite_state": {"events": [asked]}}}}))
    assert value.at.year == year


def test_an_overlong_id_is_ignored() -> None:
    """An event or room with an overlong id is ignored, because the bot could not request it."""
    endless = "$" + "x" * 20_000
    account, successor = Account().sync_member_list(), {"body": "", "replacement_room": endless}
    assert account.sync_room(event("m.reaction", ANNA, _annotates(endless, "👍"))) == []
    assert account.sync_room(_edit(endless, "new")) == []
    assert account.sync_room(_redacts(endless, ANNA)) == []
    assert account.sync_room(event("m.room.tombstone", ANNA, successor, state_key="")) == []
    value = only(account.sync_room(text("!highlight", **{"m.relates_to": {"m.in_reply_to": {"event_id": endless}}})))
    assert isinstance(value, CommandInvoked)
    assert value.reply_to is None


def test_a_person_without_a_name_is_shown_by_their_local_part() -> None:
    """A person without a display name, or who left, is shown by the local part of their id."""
    value = only(Account().sync_member_list().sync_room(text("hello", "@zoe:other.test")))
    assert isinstance(value, MessagePosted)
    assert value.person.name == "zoe"


def _annotates(target: str, emoji: str) -> dict[str, object]:
    return {"m.relates_to": {"rel_type": "m.annotation", "event_id": target, "key": emoji}}


def _redacts(target: str, sender: str) -> dict[str, object]:
    return event("m.room.redaction", sender, {"redacts": target}, redacts=target)


def _edit(target: str, body: str) -> dict[str, object]:
    relates = {"rel_type": "m.replace", "event_id": target}
    return text(f"* {body}", **{"m.new_content": {"msgtype": "m.text", "body": body}, "m.relates_to": relates})
