"""Tests for threads, forum posts, several servers and shards, missed changes and files (simcord)."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from simcord.backend.models import Channel

from bots.core.inbound import (
    Attachment,
    BotJoined,
    ButtonPressed,
    CommandInvoked,
    MemberJoined,
    MessageEdited,
    MessagePosted,
    ReactionsSnapshot,
    RoomLost,
)
from bots.core.outbound import Answer, Button, CheckRights, Content, NativePoll, PollOption, Post, PublishScheduledEvent
from bots.core.richtext import Text
from bots.ports import Refused, Sent
from tests.contract.discord_rig import DiscordRig, opened
from tests.contract.rig import key, posted, send, words

pytestmark = pytest.mark.discord


@pytest.fixture
async def rig(tmp_path: Path) -> AsyncIterator[DiscordRig]:
    """Run a bot with two people in a channel."""
    async with opened(tmp_path) as rig:
        yield rig


def create_thread(rig: DiscordRig, parent: str) -> Channel:
    """Create a public thread in a channel, or a post in a forum."""
    return rig.env.backend.create_thread(int(parent), "Sunday", int(rig.host.user), type=11)


@pytest.mark.parametrize("forum", [False, True], ids=["thread", "forum post"])
async def test_thread_is_a_room(rig: DiscordRig, forum: bool) -> None:
    """A thread in which somebody calls the bot is a room, which closes when it is locked and reopens when unlocked."""
    parent = str(rig.guild.create_forum_channel("ideas").id) if forum else rig.room
    made = create_thread(rig, parent)
    room = str(made.id)
    await rig.host.say(room, "/help")
    joined = await rig.inbox.gets(BotJoined, lambda value: value.room == room)
    assert "Sunday" in joined.name
    receipt = await send(rig, key(), Post(room=room, content=words("hello")))
    assert isinstance(receipt, Sent)
    rig.env.backend.edit_channel(made.id, {}, thread_metadata={"locked": True, "archived": True})
    lost = await rig.inbox.gets(RoomLost, lambda value: value.room == room)
    assert lost.reason == "closed"
    rig.env.backend.edit_channel(made.id, {}, thread_metadata={"locked": False, "archived": False})
    await rig.inbox.gets(BotJoined, lambda value: value.room == room and value.key != joined.key)


async def test_messages_in_other_channels_are_ignored(rig: DiscordRig) -> None:
    """A channel in which nobody called the bot yields no inbound values."""
    other = str(rig.guild.create_text_channel("off-topic").id)
    ignored = [await rig.guest.say(other, text) for text in ("hello", "/rank me", "what about @you?")]
    await rig.guest.react(other, ignored[0], "👍")
    last = await rig.guest.say(rig.room, "done")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == last)
    assert [value for value in rig.inbox.values if value.room == other] == []


async def test_missed_reactions_and_edits_are_fetched(rig: DiscordRig) -> None:
    """After a restart the bot fetches the reactions and edits that it missed."""
    liked = await rig.host.say(rig.room, "worth telling")
    edited_message = await rig.host.say(rig.room, "frist")
    await rig.inbox.gets(MessagePosted, lambda value: value.message == edited_message)
    await rig.stop()
    await rig.guest.react(rig.room, liked, "❤️")
    await rig.host.edit(rig.room, edited_message, "first")
    await rig.restart()
    snapshot = await rig.inbox.gets(ReactionsSnapshot, lambda value: value.message == liked)
    assert [(one.person.user, one.person.name, one.emoji) for one in snapshot.reactions] == [
        (rig.guest.user, "Gus", "❤️")
    ]
    edited = await rig.inbox.gets(MessageEdited, lambda value: value.message == edited_message)
    assert edited.text == "first"


async def test_missed_join_is_reported_once(rig: DiscordRig) -> None:
    """The bot reports a join during its downtime once, and repeats no earlier one."""
    await rig.env.advance_time(1)
    anna = rig.person("anna")
    first = await rig.inbox.gets(MemberJoined, lambda value: value.person.user == anna.user)
    await rig.stop()
    await rig.env.advance_time(1)
    zoe = rig.person("zoe")
    await rig.restart()
    await rig.inbox.gets(MemberJoined, lambda value: value.person.user == zoe.user)
    joins = [value for value in rig.inbox.values if isinstance(value, MemberJoined)]
    assert [value.person.user for value in joins].count(anna.user) == 1
    assert first.room == rig.room


async def test_channel_deleted_during_downtime_is_lost(rig: DiscordRig) -> None:
    """The bot reports a channel that was deleted during its downtime."""
    other = str(rig.guild.create_text_channel("soon gone").id)
    await rig.host.say(other, "/help")
    await rig.inbox.gets(BotJoined, lambda value: value.room == other)
    await rig.stop()
    rig.env.backend.delete_channel(int(other))
    await rig.restart()
    lost = await rig.inbox.gets(RoomLost, lambda value: value.room == other)
    assert lost.reason == "deleted"


async def test_removal_from_server_loses_all_its_rooms(rig: DiscordRig) -> None:
    """A bot that is removed from a server loses each of its rooms there."""
    other = str(rig.guild.create_text_channel("second").id)
    await rig.host.say(other, "/help")
    await rig.inbox.gets(BotJoined, lambda value: value.room == other)
    rig.env.backend.remove_guild(rig.guild.id)
    for room in (rig.room, other):
        lost = await rig.inbox.gets(RoomLost, lambda value, room=room: value.room == room)  # type: ignore[misc]
        assert lost.reason == "removed"


async def test_file_is_uploaded_with_alt_text(rig: DiscordRig) -> None:
    """The bot reads a file through its message and uploads it again with its alt text."""
    sent = await rig.guest.member.send(rig.guest.channel(rig.room), "look", attachments=[("tree.png", b"png!")])
    value = await rig.inbox.gets(MessagePosted, lambda value: value.message == str(sent.id))
    (held,) = value.attachments
    assert "http" not in held.source
    assert (held.name, held.account) == ("tree.png", "discord")
    assert await rig.adapter.read(held) == b"png!"
    described = Attachment(name="tree.png", mime="image/png", size=4, alt="A tree")
    content = Content((Text("a copy"),), attachments=(described,))
    receipt = await send(rig, key(), Post(room=rig.room, content=content), files=(b"png!",))
    assert isinstance(receipt, Sent)
    (file,) = rig.env.backend.get_message(int(rig.room), int(receipt.messages[0])).attachments
    assert (file["filename"], file["description"]) == ("tree.png", "A tree")
    gone = Attachment(name="x", mime="x/y", size=1, source=f"{rig.room}/1/2", account="discord")
    assert await rig.adapter.read(gone) is None


async def test_many_buttons_become_a_select(rig: DiscordRig) -> None:
    """More than 25 buttons become a select menu, and a choice arrives as a press."""
    many = tuple(Button(f"rsvp:1:{n}", f"Option {n}", "✅") for n in range(30))
    shown = await posted(rig, Content((Text("Which?"),), buttons=many), card="rsvp:1")
    await rig.guest.member.select(rig.guest.message(rig.room, shown), ["rsvp:1:29"], custom_id="pick:1")
    pressed = await rig.inbox.gets(ButtonPressed, lambda value: value.message == shown)
    assert pressed.button == "rsvp:1:29"
    await send(rig, key(), Answer(room=rig.room, user=rig.guest.user, content=words("ok"), token=pressed.token))


async def test_slash_command_in_private_channel(rig: DiscordRig) -> None:
    """A command in a private channel is marked as private and carries the person's language."""
    private = str(rig.env.backend.get_dm_channel(int(rig.guest.user)).id)
    await rig.guest.command(private, "me show")
    value = await rig.inbox.gets(CommandInvoked, lambda value: value.room == private)
    assert (value.line, value.direct, value.person.admin) == ("me", True, False)
    assert value.person.locale == "en"


async def test_impossible_requests_are_refused(rig: DiscordRig) -> None:
    """The door refuses a poll with too many answers and requests for a missing room."""
    poll = NativePoll("Q", tuple(PollOption(str(n), f"A{n}") for n in range(11)))
    receipt = await send(rig, key(), Post(room=rig.room, content=Content((), poll=poll)))
    assert isinstance(receipt, Refused) and receipt.reason == "invalid"
    now = rig.env.now()
    for call in (
        CheckRights(room="1", subject="s"),
        PublishScheduledEvent(room="1", card="c", title="T", start=now, end=now),
    ):
        refused = await send(rig, key(), call)
        assert isinstance(refused, Refused) and refused.reason == "gone"


async def test_two_shards_both_deliver(tmp_path: Path) -> None:
    """Servers on two shards both deliver, and a shard that reconnects delivers a missed message once."""
    rig = DiscordRig(tmp_path, shards=2)
    await rig.open()
    try:
        other = rig.env.create_guild("Paris", shard_id=(rig.guild.id >> 22) % 2 ^ 1)
        dora = rig.person("dora", guild=other)
        room = str(other.create_text_channel("paris").id)
        await dora.say(room, "/help")
        await rig.inbox.gets(BotJoined, lambda value: value.room == room)
        messages = [await rig.guest.say(rig.room, "here"), await dora.say(room, "there")]
        await rig.inbox.gets(MessagePosted, lambda value: value.message == messages[0])
        await rig.inbox.gets(MessagePosted, lambda value: value.message == messages[1])
        assert rig.client.shards.keys() == {0, 1}
        lost = rig.client.get_shard((other.id >> 22) % 2)
        assert lost is not None
        await lost.disconnect()
        missed = await dora.say(room, "in the gap")
        await lost.reconnect()
        await rig.inbox.gets(MessagePosted, lambda value: value.message == missed)
        after = await dora.say(room, "after the gap")
        await rig.inbox.gets(MessagePosted, lambda value: value.message == after)
        assert sum(isinstance(v, MessagePosted) and v.message == missed for v in rig.inbox.values) == 1
    finally:
        await rig.stop()
        await rig.sim.close()
