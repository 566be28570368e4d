"""The Telegram stand-in through python-telegram-bot: recipients of updates, rights, topics, migrations and channels."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from telegram import Bot, ChatMember, ChatMemberUpdated, MessageOriginChannel, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden

import adapters.telegram  # noqa: F401 - says how python-telegram-bot tells durations, before it is imported
from bots.clock import MovableClock
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.users import BotAccount

pytestmark = pytest.mark.telegram


@dataclass
class Scene:
    """Build a bot that gets all kinds of updates, and people."""

    tg: Telegram
    clock: MovableClock
    account: BotAccount
    bot: Bot
    carla: Person
    anna: Person
    offset: int = 0

    async def hears(self) -> list[Update]:
        """Fetch and confirm all waiting updates."""
        found: list[Update] = []
        while self.tg.pending(self.account):
            found += await self.bot.get_updates(offset=self.offset, allowed_updates=Update.ALL_TYPES)
            self.offset = found[-1].update_id + 1
            self.tg.store.bots[self.account.token].queue.take(self.offset, 1, self.tg.store.now())
        return found

    async def texts(self) -> list[str | None]:
        """Return the texts of the waiting messages."""
        return [update.message.text for update in await self.hears() if update.message]

    async def standings(self) -> list[tuple[str, str, str]]:
        """Return the waiting member changes as (user, old, new)."""
        found = await self.hears()
        changes = [update.my_chat_member or update.chat_member for update in found]
        return [_standing(change) for change in changes if change is not None]


def _standing(change: ChatMemberUpdated) -> tuple[str, str, str]:
    new = change.new_chat_member
    return new.user.first_name, change.old_chat_member.status, new.status


@pytest.fixture
def tg() -> Iterator[Telegram]:
    """Open a stand-in with a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as telegram:
        yield telegram


@pytest.fixture
async def scene(tg: Telegram) -> AsyncIterator[Scene]:
    """A new platform has no members."""
    account = tg.bot()
    clock = tg.store.clock
    assert isinstance(clock, MovableClock)
    async with Bot(account.token, base_url=f"{tg.url}/bot") as bot:
        made = Scene(tg, clock, account, bot, tg.person("Carla"), tg.person("Anna"))
        await bot.get_updates(allowed_updates=Update.ALL_TYPES)
        yield made


async def test_privacy_hides_what_is_not_meant_for_the_bot(scene: Scene) -> None:
    """A bot in privacy mode gets commands, mentions, replies and service messages; an admin gets everything."""
    room = scene.tg.supergroup("Lyon", scene.carla, scene.anna, scene.account)
    mine = await scene.bot.send_message(room, "I am here")
    await scene.hears()
    heard = [
        scene.anna.say(room, "/tea"), scene.anna.say(room, "/tea@glocal_bot now"),
        scene.anna.say(room, "Hi @glocal_bot"), scene.anna.say(room, "Indeed", reply_to=mine.message_id),
    ]  # fmt: skip
    scene.anna.say(room, "Plain words, then /tea")
    scene.anna.say(room, "/tea@another_bot")
    scene.anna.photo(room, caption="A garden")
    assert [update.message and update.message.message_id for update in await scene.hears()] == heard
    scene.carla.promote(room, scene.account)
    await scene.hears()
    scene.anna.say(room, "Plain words")
    assert await scene.texts() == ["Plain words"]


async def test_a_command_for_nobody_in_particular_goes_to_who_spoke_last(scene: Scene) -> None:
    """Several bots get the same updates; no bot gets another's messages."""
    second = scene.tg.bot("other_bot", "Other")
    room = scene.tg.supergroup("Lyon", scene.carla, scene.account, second)
    async with Bot(second.token, base_url=f"{scene.tg.url}/bot") as other:
        await other.send_message(room, "Me")
    await scene.hears()
    scene.carla.say(room, "/tea")
    assert await scene.texts() == []
    await scene.bot.send_message(room, "And me")
    scene.carla.say(room, "/tea")
    assert await scene.texts() == ["/tea"]


async def test_the_bot_comes_is_promoted_and_goes(scene: Scene) -> None:
    """The bot gets every change of its own membership, and can't write after its removal."""
    room = scene.tg.supergroup("Lyon", scene.carla)
    scene.carla.add_bot(room, scene.account)
    first, second = await scene.hears()
    assert first.my_chat_member is not None and first.my_chat_member.from_user.first_name == "Carla"
    assert second.message is not None and [one.username for one in second.message.new_chat_members] == ["glocal_bot"]
    scene.carla.promote(room, scene.account, can_invite_users=False)
    scene.carla.demote_bot(room, scene.account)
    scene.carla.restrict_bot(room, scene.account, can_send_polls=False)
    with pytest.raises(BadRequest, match="Not enough rights to send polls"):
        await scene.bot.send_poll(room, "Tea?", ["Yes", "No"])
    scene.carla.remove_bot(room, scene.account)
    steps = ["left", "member", "administrator", "member", "restricted", "kicked"]
    assert await scene.standings() == [("glocal", old, new) for old, new in pairwise(steps[1:])]
    with pytest.raises(Forbidden, match="kicked from the supergroup"):
        await scene.bot.send_message(room, "Hello?")


async def test_joins_are_told_by_a_message_and_to_admins_by_a_change(scene: Scene) -> None:
    """A large group reports members only by chat_member."""
    small = scene.tg.supergroup("Lyon", scene.carla, scene.account, admins=(scene.account,))
    big = scene.tg.supergroup("Paris", scene.carla, scene.account, admins=(scene.account,), big=True)
    await scene.hears()
    scene.anna.join(small)
    change, service = await scene.hears()
    assert change.chat_member is not None and service.message is not None
    assert _standing(change.chat_member) == ("Anna", "left", "member")
    assert [one.first_name for one in service.message.new_chat_members] == ["Anna"]
    assert change.chat_member.date == service.message.date
    scene.anna.join(big)
    scene.anna.leave(big)
    assert [bool(update.chat_member) for update in await scene.hears()] == [True, True]
    admins = await scene.bot.get_chat_administrators(small)
    assert [one.status for one in admins] == ["creator", "administrator"]
    assert (await scene.bot.get_chat_member(small, scene.anna.user)).status == ChatMember.MEMBER
    assert (await scene.bot.get_chat_member(big, scene.anna.user)).status == ChatMember.LEFT


async def test_who_asks_to_join_may_be_written_to_for_five_minutes(scene: Scene) -> None:
    """The bot may write to a requester until they are admitted or five minutes are over."""
    room = scene.tg.supergroup("Lyon", scene.carla, scene.account, admins=(scene.account,))
    await scene.hears()
    scene.anna.ask_to_join(room, "I like tea")
    [update] = await scene.hears()
    asked = update.chat_join_request
    assert asked is not None and (asked.bio, asked.user_chat_id) == ("I like tea", scene.anna.user)
    await scene.bot.send_message(asked.user_chat_id, "Welcome")
    scene.clock.advance(timedelta(minutes=5))
    with pytest.raises((BadRequest, Forbidden)):
        await scene.bot.send_message(asked.user_chat_id, "Still there?")
    await scene.bot.approve_chat_join_request(room, scene.anna.user)
    assert await scene.standings() == [("Anna", "left", "member")]
    with pytest.raises(BadRequest, match=r"(?i)USER_ALREADY_PARTICIPANT"):
        await scene.bot.approve_chat_join_request(room, scene.anna.user)
    ben = scene.tg.person("Ben")
    ben.ask_to_join(room)
    await scene.bot.decline_chat_join_request(room, ben.user)
    with pytest.raises(BadRequest, match=r"(?i)HIDE_REQUESTER_MISSING"):
        await scene.bot.approve_chat_join_request(room, ben.user)


async def test_topics_have_a_thread_and_a_beginning(scene: Scene) -> None:
    """The General topic has no thread id; a closed topic accepts only admins who manage topics."""
    room = scene.tg.forum("Lyon", scene.carla, scene.account, admins=(scene.account,))
    topic = scene.carla.open_topic(room, "Garden")
    await scene.hears()
    scene.carla.say(room, "In General")
    scene.carla.say(room, "In the garden", thread=topic)
    general, garden = [update.message for update in await scene.hears()]
    assert general is not None and garden is not None and garden.reply_to_message is not None
    assert (general.message_thread_id, general.is_topic_message) == (None, None)
    assert (garden.message_thread_id, garden.is_topic_message) == (topic, True)
    assert garden.reply_to_message.forum_topic_created is not None
    with pytest.raises(BadRequest, match="thread not found"):
        await scene.bot.send_message(room, "x", message_thread_id=1)
    scene.carla.close_topic(room, topic)
    await scene.bot.send_message(room, "An admin", message_thread_id=topic)
    scene.carla.promote(room, scene.account, can_manage_topics=False)
    with pytest.raises(BadRequest, match=r"(?i)TOPIC_CLOSED"):
        await scene.bot.send_message(room, "x", message_thread_id=topic)
    scene.carla.reopen_topic(room, topic)
    assert (await scene.bot.send_message(room, "Open", message_thread_id=topic)).message_thread_id == topic
    assert [one.text for one in scene.tg.shown(room, thread=topic)] == ["In the garden", "An admin", "Open"]
    told = [update.message for update in await scene.hears() if update.message]
    assert told[0].forum_topic_closed is not None and told[1].forum_topic_reopened is not None


async def test_a_reply_in_a_group_without_topics_has_a_thread_too(scene: Scene) -> None:
    """A reply in a plain group has its root's thread id and is no topic message."""
    room = scene.tg.supergroup("Lyon", scene.carla, scene.account, admins=(scene.account,))
    root = scene.carla.say(room, "Tea?")
    second = scene.carla.say(room, "Yes", reply_to=root)
    scene.carla.say(room, "Really", reply_to=second)
    replies = [update.message for update in await scene.hears() if update.message][-2:]
    assert [(one.message_thread_id, one.is_topic_message) for one in replies] == [(root, None), (root, None)]
    nested = replies[1].reply_to_message
    assert nested is not None and (nested.text, nested.reply_to_message) == ("Yes", None)


async def test_a_group_becomes_a_supergroup(scene: Scene) -> None:
    """A migration is reported in both chats; requests to the old id get the new one."""
    old = scene.tg.group("Lyon", scene.carla, scene.account)
    await scene.hears()
    new = scene.carla.migrate(old)
    there, here = [update.message for update in await scene.hears()]
    assert there is not None and here is not None
    assert (there.chat.id, there.migrate_to_chat_id) == (old, new)
    assert (here.chat.id, here.chat.type, here.migrate_from_chat_id) == (new, "supergroup", old)
    with pytest.raises(ChatMigrated) as moved:
        await scene.bot.send_message(old, "Hello")
    assert moved.value.new_chat_id == new
    await scene.bot.send_message(new, "Hello")
    silent = scene.tg.group("Nice", scene.carla, scene.account)
    await scene.hears()
    assert scene.tg.move(silent, told=False) and await scene.hears() == []


async def test_anonymous_admins_and_channels_speak_as_others(scene: Scene) -> None:
    """Anonymous senders are GroupAnonymousBot for the group and Channel_Bot for a channel."""
    room = scene.tg.supergroup("Lyon", scene.carla, scene.account, admins=(scene.account,))
    channel = scene.tg.channel("News", scene.carla)
    await scene.hears()
    said = scene.carla.say(room, "We have decided", anonymous=True)
    scene.carla.say(room, "Here is the news", as_channel=channel)
    scene.carla.react(room, said, "👍", anonymous=True)
    group, news, reaction = await scene.hears()
    assert group.message is not None and group.message.from_user is not None and group.message.sender_chat is not None
    assert (group.message.from_user.username, group.message.sender_chat.id) == ("GroupAnonymousBot", room)
    assert news.message is not None and news.message.sender_chat is not None
    assert news.message.sender_chat.id == channel
    changed = reaction.message_reaction
    assert changed is not None and changed.actor_chat is not None
    assert (changed.actor_chat.id, changed.user) == (room, None)


async def test_a_channels_posts_come_into_its_discussion_group(scene: Scene) -> None:
    """Channel posts are forwarded automatically; a bot in the channel gets the post."""
    room = scene.tg.supergroup("Talk", scene.carla, scene.account, admins=(scene.account,))
    channel = scene.tg.channel("News", scene.carla, scene.account, discussion=room)
    await scene.hears()
    number = scene.carla.publish(channel, "Spring is here")
    post, forwarded = await scene.hears()
    assert post.channel_post is not None and post.channel_post.text == "Spring is here"
    message = forwarded.message
    assert message is not None and message.is_automatic_forward and message.from_user is not None
    assert isinstance(message.forward_origin, MessageOriginChannel)
    assert (message.from_user.id, message.forward_origin.message_id) == (777000, number)
    assert (await scene.bot.get_chat(room)).linked_chat_id == channel


async def test_reactions_are_told_to_admins(scene: Scene) -> None:
    """A reaction update has the reactions before and after."""
    room = scene.tg.supergroup("Lyon", scene.carla, scene.anna, scene.account)
    said = scene.carla.say(room, "/tea")
    await scene.hears()
    scene.anna.react(room, said, "👍")
    assert await scene.hears() == []
    scene.carla.promote(room, scene.account)
    await scene.hears()
    scene.anna.react(room, said, "❤")
    [update] = await scene.hears()
    changed = update.message_reaction
    assert changed is not None
    assert [one.to_dict()["emoji"] for one in (*changed.old_reaction, *changed.new_reaction)] == ["👍", "❤"]
    with pytest.raises(Impossible):
        scene.tg.person("Zoe").react(room, said, "👍")


async def test_edits_albums_and_forwards_are_told(scene: Scene) -> None:
    """Edits have a date, albums several messages, forwards an origin; deletions give no update."""
    room = scene.tg.supergroup("Lyon", scene.carla, scene.account, admins=(scene.account,))
    await scene.hears()
    said = scene.carla.say(room, "Tea")
    scene.carla.edit(room, said, "Cake")
    scene.carla.album(room, [("photo", b"1"), ("video", b"2")], caption="Two")
    scene.carla.forward(room, said, room)
    scene.carla.delete(room, said)
    _, edit, one, two, forward = await scene.hears()
    assert edit.edited_message is not None and edit.edited_message.text == "Cake" and edit.edited_message.edit_date
    assert one.message is not None and two.message is not None and one.message.caption == "Two"
    assert one.message.media_group_id and one.message.media_group_id == two.message.media_group_id
    assert forward.message is not None and forward.message.forward_origin is not None
    assert [shown.text for shown in scene.tg.shown(room)] == ["Two", "", "Cake"]
