"""A bot sends and changes messages on the Telegram stand-in, with python-telegram-bot and aiogram."""

from __future__ import annotations

from collections.abc import AsyncIterator
from datetime import timedelta

import pytest
from telegram import (
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChatAdministrators,
    ForceReply,
    InputMediaPhoto,
    InputMediaVideo,
)
from telegram.error import BadRequest, Forbidden

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from tests.integration.telegram_clients import StandinSetup, keyboard, opened_setup
from tests.standins.telegram.reference_models import aiogram
from tests.standins.telegram.refusal import Impossible

pytestmark = pytest.mark.telegram


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield both clients of a bot that is not an admin."""
    async with opened_setup() as made:
        yield made


async def test_edit_without_changes_is_refused(setup: StandinSetup) -> None:
    """The stand-in refuses an edit without changes, and an edit without a keyboard removes the keyboard."""
    sent = await setup.bot.send_message(setup.room, "Tea?", reply_markup=keyboard(("Yes", "v:1")))
    with pytest.raises(BadRequest, match="is not modified"):
        await setup.bot.edit_message_text("Tea?", setup.room, sent.message_id, reply_markup=keyboard(("Yes", "v:1")))
    await setup.bot.edit_message_text("<b>Tea?</b>", setup.room, sent.message_id, parse_mode="HTML")
    found = setup.standin.message(setup.room, sent.message_id)
    assert (found.entities, found.keyboard, found.edits) == ((("bold", "Tea?"),), (), 1)
    await setup.bot.edit_message_reply_markup(setup.room, sent.message_id, reply_markup=keyboard(("No", "v:2")))
    assert setup.standin.message(setup.room, sent.message_id).labels == ["No"]


async def test_deletion_of_old_and_other_messages_needs_a_right(setup: StandinSetup) -> None:
    """A bot needs a right to delete other people's messages, and its own after two days."""
    theirs = setup.anna.say(setup.room, "/hello")
    with pytest.raises(BadRequest, match="can't be deleted"):
        await setup.bot.delete_message(setup.room, theirs)
    with pytest.raises(BadRequest, match="can't be edited"):
        await setup.bot.edit_message_text("x", setup.room, theirs)
    mine = await setup.bot.send_message(setup.room, "Tea?")
    setup.clock.advance(timedelta(hours=49))
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await mine.delete()
    setup.carla.promote(setup.room, setup.account)
    await setup.bot.delete_messages(setup.room, [theirs, mine.message_id, 999])
    assert setup.standin.shown(setup.room) == []


async def test_a_press_is_answered_once_and_in_time(setup: StandinSetup) -> None:
    """A person sees the first answer to a press, and after a quarter of an hour the bot can't answer it."""
    sent = await setup.other.send_message(
        setup.room, "Tea?", reply_markup=aiogram.types.InlineKeyboardMarkup(
            inline_keyboard=[[
                aiogram.types.InlineKeyboardButton(text="✅ Yes", callback_data="v:1"),
                aiogram.types.InlineKeyboardButton(text="Site", url="https://example.org"),
            ]]
        ),
    )  # fmt: skip
    query = setup.anna.press(setup.room, sent.message_id, "Yes")
    assert setup.standin.toast(query) is None
    assert setup.anna.press(setup.room, sent.message_id, "Site") == ""
    with pytest.raises(Impossible, match="no button"):
        setup.anna.press(setup.room, sent.message_id, "No")
    update = (await setup.other.get_updates())[-1]
    assert update.callback_query is not None
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("v:1", setup.anna.user)
    await setup.other.answer_callback_query(query, text="Noted", show_alert=True)
    await setup.other.answer_callback_query(query, text="Again")
    toast = await setup.standin.answered(query)
    assert (toast.text, toast.alert) == ("Noted", True)
    setup.clock.advance(timedelta(minutes=16))
    with pytest.raises(aiogram.exceptions.TelegramBadRequest, match="query is too old"):
        await setup.other.answer_callback_query(query)


async def test_only_open_polls_name_voters(setup: StandinSetup) -> None:
    """An anonymous poll gives counts, and only another one names its voters."""
    hidden = await setup.bot.send_poll(setup.room, "Tea?", ["Yes", "No"])
    named = await setup.bot.send_poll(setup.room, "Cake?", ["Yes", "No"], is_anonymous=False, reply_markup=ForceReply())
    setup.anna.vote(setup.room, hidden.message_id, "Yes")
    setup.anna.vote(setup.room, named.message_id, "No")
    setup.anna.vote(setup.room, named.message_id)
    stopped = await setup.bot.stop_poll(setup.room, named.message_id)
    updates = await setup.bot.get_updates()
    answers = [update.poll_answer for update in updates if update.poll_answer]
    assert [(one.user and one.user.id, one.option_ids) for one in answers] == [
        (setup.anna.user, (1,)),
        (setup.anna.user, ()),
    ]
    polls = [update.poll for update in updates if update.poll]
    assert [(one.question, one.total_voter_count, one.is_closed) for one in polls] == [
        ("Tea?", 1, False),
        ("Cake?", 1, False),
        ("Cake?", 0, False),
        ("Cake?", 0, True),
    ]
    assert stopped.is_closed
    with pytest.raises(BadRequest, match="already been closed"):
        await setup.bot.stop_poll(setup.room, named.message_id)
    shown = setup.standin.message(setup.room, hidden.message_id).poll
    assert shown is not None and (shown.options, shown.open, shown.anonymous) == ({"Yes": 1, "No": 0}, True, True)


async def test_files_are_uploaded_and_downloaded(setup: StandinSetup) -> None:
    """Albums, photos, documents, voice and stickers work with both clients."""
    album = await setup.bot.send_media_group(
        setup.room, [InputMediaPhoto(b"one", caption="<b>Both</b>", parse_mode="HTML"), InputMediaVideo(b"two")]
    )
    found = [setup.standin.message(setup.room, one.message_id) for one in album]
    assert [(one.media, one.files, one.text) for one in found] == [
        (("photo",), (b"one",), "Both"),
        (("video",), (b"two",), ""),
    ]
    assert found[0].album and found[0].album == found[1].album
    sent = await setup.other.send_document(setup.room, aiogram.types.BufferedInputFile(b"BEGIN:VCALENDAR", "tea.ics"))
    assert sent.document is not None and sent.document.file_name == "tea.ics"
    setup.carla.voice(setup.room, b"listen", reply_to=sent.message_id)
    setup.carla.sticker(setup.room, b"wave", reply_to=sent.message_id)
    voice, sticker = [update.message for update in await setup.bot.get_updates() if update.message][-2:]
    assert voice is not None and voice.voice is not None and sticker is not None and sticker.sticker is not None
    assert bytes(await (await voice.voice.get_file()).download_as_bytearray()) == b"listen"
    again = await setup.bot.send_sticker(setup.room, sticker.sticker.file_id)
    assert setup.standin.message(setup.room, again.message_id).files == (b"wave",)
    with pytest.raises(BadRequest, match="too big for a photo"):
        await setup.bot.send_photo(setup.room, b"x" * (10 * 1024 * 1024 + 1))


async def test_commands_are_shown_by_scope_and_language(setup: StandinSetup) -> None:
    """A person sees the commands of the narrowest scope, in their language or without one."""
    bot, standin = setup.bot, setup.standin
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("poll", "Poll")], scope=BotCommandScopeAllGroupChats())
    await bot.set_my_commands([BotCommand("poll", "Sondage")], BotCommandScopeAllGroupChats(), language_code="fr")
    await bot.set_my_commands([BotCommand("setup", "Begin")], scope=BotCommandScopeChatAdministrators(setup.room))
    french = standin.person("Fanny", language="fr")
    assert standin.menu(french, setup.room, setup.account) == {"poll": "Sondage"}
    assert standin.menu(setup.anna, setup.room, setup.account) == {"poll": "Poll"}
    assert standin.menu(setup.carla, setup.room, setup.account) == {"setup": "Begin"}
    assert standin.menu(setup.carla, standin.private(setup.carla, setup.account), setup.account) == {"help": "Help"}
    await bot.delete_my_commands(scope=BotCommandScopeAllGroupChats())
    assert standin.menu(setup.anna, setup.room, setup.account) == {"help": "Help"}
    assert [one.command for one in await bot.get_my_commands()] == ["help"]
    await bot.set_my_name("Bavard", language_code="fr")
    assert ((await bot.get_my_name()).name, (await bot.get_my_name("fr")).name) == ("glocal", "Bavard")


async def test_bot_reacts_with_available_emoji(setup: StandinSetup) -> None:
    """A bot can set one reaction, and only with an emoji that Telegram has."""
    said = setup.anna.say(setup.room, "/hello")
    await setup.bot.set_message_reaction(setup.room, said, "👍")
    assert setup.standin.message(setup.room, said).reactions == {"👍": 1}
    with pytest.raises(BadRequest, match=r"(?i)REACTION_INVALID"):
        await setup.bot.set_message_reaction(setup.room, said, "✅")
    with pytest.raises(Impossible, match="no reaction"):
        setup.anna.react(setup.room, said, "✅")


async def test_private_chat_needs_start(setup: StandinSetup) -> None:
    """A private message gives a 403 before Start and after a block, and a deep link carries its payload."""
    setup.anna.say(setup.room, "/hello")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await setup.bot.send_message(setup.anna.user, "Psst")
    setup.anna.follow("https://t.me/glocal_bot?start=welcome-1")
    await setup.bot.send_message(setup.anna.user, "Welcome")
    assert await setup.standin.sees(setup.standin.private(setup.anna, setup.account), "Welcome")
    setup.anna.block(setup.account)
    with pytest.raises(aiogram.exceptions.TelegramForbiddenError, match="blocked by the user"):
        await setup.other.send_message(setup.anna.user, "Psst")
    updates = await setup.bot.get_updates()
    assert [update.message.text for update in updates if update.message][-1] == "/start welcome-1"
    blocked = updates[-1].my_chat_member
    assert blocked is not None and blocked.new_chat_member.status == "kicked"
