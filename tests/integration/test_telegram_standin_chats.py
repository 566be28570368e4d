"""The Telegram stand-in imitates recipients of updates, rights, topics, migrations and channels."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from itertools import pairwise

import pytest
from telegram import Bot, ChatMember, ChatMemberUpdated, MessageOriginChannel, Update
from telegram.error import BadRequest, ChatMigrated, Forbidden

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from bots.clock import MovableClock
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.users import BotAccount

pytestmark = pytest.mark.telegram


@dataclass
class StandinSetup:
    """Build a bot that gets all kinds of updates, and people."""

    standin: Telegram
    clock: MovableClock
    account: BotAccount
    bot: Bot
    carla: Person
    anna: Person
    offset: int = 0

    async def fetch_updates(self) -> list[Update]:
        """Fetch and confirm all waiting updates."""
        found: list[Update] = []
        while self.standin.pending(self.account):
            found += await self.bot.get_updates(offset=self.offset, allowed_updates=Update.ALL_TYPES)
            self.offset = found[-1].update_id + 1
            self.standin.store.bots[self.account.token].queue.take(self.offset, 1, self.standin.store.now())
        return found

    async def texts(self) -> list[str | None]:
        """Return the texts of the waiting messages."""
        return [update.message.text for update in await self.fetch_updates() if update.message]

    async def member_changes(self) -> list[tuple[str, str, str]]:
        """Return the waiting member changes as (user, old, new)."""
        found = await self.fetch_updates()
        changes = [update.my_chat_member or update.chat_member for update in found]
        return [_member_change(change) for change in changes if change is not None]


def _member_change(change: ChatMemberUpdated) -> tuple[str, str, str]:
    new = change.new_chat_member
    return new.user.first_name, change.old_chat_member.status, new.status


@pytest.fixture
def standin() -> Iterator[Telegram]:
    """Open a stand-in with a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as telegram:
        yield telegram


@pytest.fixture
async def setup(standin: Telegram) -> AsyncIterator[StandinSetup]:
    """Yield a bot without rooms, and two people."""
    account = standin.bot()
    clock = standin.store.clock
    assert isinstance(clock, MovableClock)
    async with Bot(account.token, base_url=f"{standin.url}/bot") as bot:
        made = StandinSetup(standin, clock, account, bot, standin.person("Carla"), standin.person("Anna"))
        await bot.get_updates(allowed_updates=Update.ALL_TYPES)
        yield made


async def test_privacy_mode_hides_messages(setup: StandinSetup) -> None:
    """A bot in privacy mode gets commands, mentions, replies and service messages, and an admin gets everything."""
    room = setup.standin.supergroup("Lyon", setup.carla, setup.anna, setup.account)
    mine = await setup.bot.send_message(room, "I am here")
    await setup.fetch_updates()
    heard = [
        setup.anna.say(room, "/tea"), setup.anna.say(room, "/tea@glocal_bot now"),
        setup.anna.say(room, "Hi @glocal_bot"), setup.anna.say(room, "Indeed", reply_to=mine.message_id),
    ]  # fmt: skip
    setup.anna.say(room, "Plain words, then /tea")
    setup.anna.say(room, "/tea@another_bot")
    setup.anna.photo(room, caption="A garden")
    assert [update.message and update.message.message_id for update in await setup.fetch_updates()] == heard
    setup.carla.promote(room, setup.account)
    await setup.fetch_updates()
    setup.anna.say(room, "Plain words")
    assert await setup.texts() == ["Plain words"]


async def test_unaddressed_command_goes_to_the_last_bot(setup: StandinSetup) -> None:
    """A command without a bot's name goes to the bot that wrote last."""
    second = setup.standin.bot("other_bot", "Other")
    room = setup.standin.supergroup("Lyon", setup.carla, setup.account, second)
    async with Bot(second.token, base_url=f"{setup.standin.url}/bot") as other:
        await other.send_message(room, "Me")
    await setup.fetch_updates()
    setup.carla.say(room, "/tea")
    assert await setup.texts() == []
    await setup.bot.send_message(room, "And me")
    setup.carla.say(room, "/tea")
    assert await setup.texts() == ["/tea"]


async def test_bot_gets_its_membership_changes(setup: StandinSetup) -> None:
    """The bot gets every change of its own membership, and can't write after its removal."""
    room = setup.standin.supergroup("Lyon", setup.carla)
    setup.carla.add_bot(room, setup.account)
    first, second = await setup.fetch_updates()
    assert first.my_chat_member is not None and first.my_chat_member.from_user.first_name == "Carla"
    assert second.message is not None and [one.username for one in second.message.new_chat_members] == ["glocal_bot"]
    setup.carla.promote(room, setup.account, can_invite_users=False)
    setup.carla.demote_bot(room, setup.account)
    setup.carla.restrict_bot(room, setup.account, can_send_polls=False)
    with pytest.raises(BadRequest, match="Not enough rights to send polls"):
        await setup.bot.send_poll(room, "Tea?", ["Yes", "No"])
    setup.carla.remove_bot(room, setup.account)
    steps = ["left", "member", "administrator", "member", "restricted", "kicked"]
    assert await setup.member_changes() == [("glocal", old, new) for old, new in pairwise(steps[1:])]
    with pytest.raises(Forbidden, match="kicked from the supergroup"):
        await setup.bot.send_message(room, "Hello?")


async def test_joins_give_messages_and_member_updates(setup: StandinSetup) -> None:
    """Admins get chat_member updates of joins, and only a small group has a service message too."""
    small = setup.standin.supergroup("Lyon", setup.carla, setup.account, admins=(setup.account,))
    big = setup.standin.supergroup("Paris", setup.carla, setup.account, admins=(setup.account,), big=True)
    await setup.fetch_updates()
    setup.anna.join(small)
    change, service = await setup.fetch_updates()
    assert change.chat_member is not None and service.message is not None
    assert _member_change(change.chat_member) == ("Anna", "left", "member")
    assert [one.first_name for one in service.message.new_chat_members] == ["Anna"]
    assert change.chat_member.date == service.message.date
    setup.anna.join(big)
    setup.anna.leave(big)
    assert [bool(update.chat_member) for update in await setup.fetch_updates()] == [True, True]
    admins = await setup.bot.get_chat_administrators(small)
    assert [one.status for one in admins] == ["creator", "administrator"]
    assert (await setup.bot.get_chat_member(small, setup.anna.user)).status == ChatMember.MEMBER
    assert (await setup.bot.get_chat_member(big, setup.anna.user)).status == ChatMember.LEFT


async def test_bot_may_write_to_a_requester_for_five_minutes(setup: StandinSetup) -> None:
    """The bot may write to a requester for five minutes."""
    room = setup.standin.supergroup("Lyon", setup.carla, setup.account, admins=(setup.account,))
    await setup.fetch_updates()
    setup.anna.ask_to_join(room, "I like tea")
    [update] = await setup.fetch_updates()
    asked = update.chat_join_request
    assert asked is not None and (asked.bio, asked.user_chat_id) == ("I like tea", setup.anna.user)
    await setup.bot.send_message(asked.user_chat_id, "Welcome")
    setup.clock.advance(timedelta(minutes=5))
    with pytest.raises((BadRequest, Forbidden)):
        await setup.bot.send_message(asked.user_chat_id, "Still there?")
    await setup.bot.approve_chat_join_request(room, setup.anna.user)
    assert await setup.member_changes() == [("Anna", "left", "member")]
    with pytest.raises(BadRequest, match=r"(?i)USER_ALREADY_PARTICIPANT"):
        await setup.bot.approve_chat_join_request(room, setup.anna.user)
    ben = setup.standin.person("Ben")
    ben.ask_to_join(room)
    await setup.bot.decline_chat_join_request(room, ben.user)
    with pytest.raises(BadRequest, match=r"(?i)HIDE_REQUESTER_MISSING"):
        await setup.bot.approve_chat_join_request(room, ben.user)


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
    """A reply in a plain group has its root's thread id and is no topic message."""
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


async def test_admins_get_reactions(setup: StandinSetup) -> None:
    """Only an admin gets reaction updates, with the reactions before and after."""
    room = setup.standin.supergroup("Lyon", setup.carla, setup.anna, setup.account)
    said = setup.carla.say(room, "/tea")
    await setup.fetch_updates()
    setup.anna.react(room, said, "👍")
    assert await setup.fetch_updates() == []
    setup.carla.promote(room, setup.account)
    await setup.fetch_updates()
    setup.anna.react(room, said, "❤")
    [update] = await setup.fetch_updates()
    changed = update.message_reaction
    assert changed is not None
    assert [one.to_dict()["emoji"] for one in (*changed.old_reaction, *changed.new_reaction)] == ["👍", "❤"]
    with pytest.raises(Impossible):
        setup.standin.person("Zoe").react(room, said, "👍")


async def test_edits_albums_and_forwards_give_updates(setup: StandinSetup) -> None:
    """Edits, albums and forwards give updates, and deletions give none."""
    room = setup.standin.supergroup("Lyon", setup.carla, setup.account, admins=(setup.account,))
    await setup.fetch_updates()
    said = setup.carla.say(room, "Tea")
    setup.carla.edit(room, said, "Cake")
    setup.carla.album(room, [("photo", b"1"), ("video", b"2")], caption="Two")
    setup.carla.forward(room, said, room)
    setup.carla.delete(room, said)
    _, edit, one, two, forward = await setup.fetch_updates()
    assert edit.edited_message is not None and edit.edited_message.text == "Cake" and edit.edited_message.edit_date
    assert one.message is not None and two.message is not None and one.message.caption == "Two"
    assert one.message.media_group_id and one.message.media_group_id == two.message.media_group_id
    assert forward.message is not None and forward.message.forward_origin is not None
    assert [shown.text for shown in setup.standin.shown(room)] == ["Two", "", "Cake"]
