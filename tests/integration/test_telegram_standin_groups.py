"""The Telegram stand-in imitates topics, migrations, channels and anonymous admins."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest
from telegram import MessageOriginChannel
from telegram.error import BadRequest, ChatMigrated

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from tests.integration.telegram_chats import StandinSetup, opened_setup

pytestmark = pytest.mark.telegram


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield a bot without rooms and two people."""
    async with opened_setup() as made:
        yield made


async def test_topics_have_thread_ids(setup: StandinSetup) -> None:
    """A topic has a thread id and accepts only admins while closed, and General has no thread id."""
    room = setup.standin.forum("Lyon", setup.carla, setup.account, admins=(setup.account,))
    topic = setup.carla.open_topic(room, "Garden")
    await setup.fetch_updates()
    setup.carla.say(room, "In General")
    setup.carla.say(room, "In the garden", thread=topic)
    general, garden = [update.message for update in await setup.fetch_updates()]
    assert general is not None and garden is not None and garden.reply_to_message is not None
    assert (general.message_thread_id, general.is_topic_message) == (None, None)
    assert (garden.message_thread_id, garden.is_topic_message) == (topic, True)
    assert garden.reply_to_message.forum_topic_created is not None
    with pytest.raises(BadRequest, match="thread not found"):
        await setup.bot.send_message(room, "x", message_thread_id=1)
    setup.carla.close_topic(room, topic)
    await setup.bot.send_message(room, "An admin", message_thread_id=topic)
    setup.carla.promote(room, setup.account, can_manage_topics=False)
    with pytest.raises(BadRequest, match=r"(?i)TOPIC_CLOSED"):
        await setup.bot.send_message(room, "x", message_thread_id=topic)
    setup.carla.reopen_topic(room, topic)
    assert (await setup.bot.send_message(room, "Open", message_thread_id=topic)).message_thread_id == topic
    assert [one.text for one in setup.standin.shown(room, thread=topic)] == ["In the garden", "An admin", "Open"]
    told = [update.message for update in await setup.fetch_updates() if update.message]
    assert told[0].forum_topic_closed is not None and told[1].forum_topic_reopened is not None


async def test_reply_in_a_plain_group_has_a_thread_id(setup: StandinSetup) -> None:
    """A reply in a plain group has its root's thread id and is not a topic message."""
    room = setup.standin.supergroup("Lyon", setup.carla, setup.account, admins=(setup.account,))
    root = setup.carla.say(room, "Tea?")
    second = setup.carla.say(room, "Yes", reply_to=root)
    setup.carla.say(room, "Really", reply_to=second)
    replies = [update.message for update in await setup.fetch_updates() if update.message][-2:]
    assert [(one.message_thread_id, one.is_topic_message) for one in replies] == [(root, None), (root, None)]
    nested = replies[1].reply_to_message
    assert nested is not None and (nested.text, nested.reply_to_message) == ("Yes", None)


async def test_a_group_becomes_a_supergroup(setup: StandinSetup) -> None:
    """Both chats report a migration, and a request to the old id names the new one."""
    old = setup.standin.group("Lyon", setup.carla, setup.account)
    await setup.fetch_updates()
    new = setup.carla.migrate(old)
    there, here = [update.message for update in await setup.fetch_updates()]
    assert there is not None and here is not None
    assert (there.chat.id, there.migrate_to_chat_id) == (old, new)
    assert (here.chat.id, here.chat.type, here.migrate_from_chat_id) == (new, "supergroup", old)
    with pytest.raises(ChatMigrated) as moved:
        await setup.bot.send_message(old, "Hello")
    assert moved.value.new_chat_id == new
    await setup.bot.send_message(new, "Hello")
    silent = setup.standin.group("Nice", setup.carla, setup.account)
    await setup.fetch_updates()
    assert setup.standin.move(silent, told=False) and await setup.fetch_updates() == []


async def test_anonymous_senders_have_placeholder_users(setup: StandinSetup) -> None:
    """An anonymous admin appears as GroupAnonymousBot for the group, and a channel as itself."""
    room = setup.standin.supergroup("Lyon", setup.carla, setup.account, admins=(setup.account,))
    channel = setup.standin.channel("News", setup.carla)
    await setup.fetch_updates()
    said = setup.carla.say(room, "We have decided", anonymous=True)
    setup.carla.say(room, "Here is the news", as_channel=channel)
    setup.carla.react(room, said, "👍", anonymous=True)
    group, news, reaction = await setup.fetch_updates()
    assert group.message is not None and group.message.from_user is not None and group.message.sender_chat is not None
    assert (group.message.from_user.username, group.message.sender_chat.id) == ("GroupAnonymousBot", room)
    assert news.message is not None and news.message.sender_chat is not None
    assert news.message.sender_chat.id == channel
    changed = reaction.message_reaction
    assert changed is not None and changed.actor_chat is not None
    assert (changed.actor_chat.id, changed.user) == (room, None)


async def test_channel_posts_are_forwarded_to_the_discussion_group(setup: StandinSetup) -> None:
    """The stand-in forwards channel posts to the discussion group, and a bot in the channel gets them."""
    room = setup.standin.supergroup("Talk", setup.carla, setup.account, admins=(setup.account,))
    channel = setup.standin.channel("News", setup.carla, setup.account, discussion=room)
    await setup.fetch_updates()
    number = setup.carla.publish(channel, "Spring is here")
    post, forwarded = await setup.fetch_updates()
    assert post.channel_post is not None and post.channel_post.text == "Spring is here"
    message = forwarded.message
    assert message is not None and message.is_automatic_forward and message.from_user is not None
    assert isinstance(message.forward_origin, MessageOriginChannel)
    assert (message.from_user.id, message.forward_origin.message_id) == (777000, number)
    assert (await setup.bot.get_chat(room)).linked_chat_id == channel
