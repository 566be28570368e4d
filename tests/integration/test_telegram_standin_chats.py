"""The Telegram stand-in imitates recipients of updates, rights, topics, migrations and channels."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta
from itertools import pairwise

import pytest
from telegram import Bot, ChatMember
from telegram.error import BadRequest, Forbidden

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from tests.integration.telegram_chats import StandinSetup, member_change, opened_setup
from tests.standins.telegram.refusal import Impossible

pytestmark = pytest.mark.telegram


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield a bot without rooms and two people."""
    async with opened_setup() as made:
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
    assert member_change(change.chat_member) == ("Anna", "left", "member")
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
