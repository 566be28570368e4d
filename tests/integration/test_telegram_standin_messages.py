"""The Telegram stand-in through python-telegram-bot and aiogram: what a bot can send and change."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

import aiogram
import pytest
from aiogram.client.session.aiohttp import AiohttpSession
from aiogram.client.telegram import TelegramAPIServer
from aiogram.exceptions import TelegramBadRequest, TelegramForbiddenError
from aiogram.types import BufferedInputFile
from telegram import (
    Bot,
    BotCommand,
    BotCommandScopeAllGroupChats,
    BotCommandScopeChatAdministrators,
    ForceReply,
    InlineKeyboardButton,
    InlineKeyboardMarkup,
    InputMediaPhoto,
    InputMediaVideo,
)
from telegram.error import BadRequest, Forbidden

import adapters.telegram  # noqa: F401 - says how python-telegram-bot tells durations, before it is imported
from bots.clock import MovableClock
from tests.standins.telegram.people import Person
from tests.standins.telegram.platform import Telegram, opened
from tests.standins.telegram.refusal import Impossible
from tests.standins.telegram.users import BotAccount

pytestmark = pytest.mark.telegram
Make = Callable[["Scene"], Awaitable[object]]


@dataclass
class Scene:
    """A supergroup with the bot, and the bot's clients."""

    tg: Telegram
    clock: MovableClock
    account: BotAccount
    bot: Bot
    other: aiogram.Bot
    carla: Person
    anna: Person
    room: int


@pytest.fixture
def tg() -> Iterator[Telegram]:
    """Open a stand-in with a fixed clock."""
    with opened(MovableClock(datetime(2026, 11, 25, 9, 0, tzinfo=UTC))) as telegram:
        yield telegram


@pytest.fixture
async def scene(tg: Telegram) -> AsyncIterator[Scene]:
    """Build both clients of a bot that is no admin."""
    account = tg.bot()
    carla, anna = tg.person("Carla"), tg.person("Anna", username="anna")
    room = tg.supergroup("Lyon", carla, anna, account)
    server = TelegramAPIServer.from_base(tg.url)
    other = aiogram.Bot(account.token, session=AiohttpSession(api=server))
    clock = tg.store.clock
    assert isinstance(clock, MovableClock)
    async with Bot(account.token, base_url=f"{tg.url}/bot", base_file_url=f"{tg.url}/file/bot") as bot:
        yield Scene(tg, clock, account, bot, other, carla, anna, room)
    await other.session.close()


def keyboard(*buttons: tuple[str, str]) -> InlineKeyboardMarkup:
    """Build a keyboard with one row."""
    return InlineKeyboardMarkup([[InlineKeyboardButton(label, callback_data=data) for label, data in buttons]])


async def test_html_becomes_words_and_entities(scene: Scene) -> None:
    """HTML becomes entities with UTF-16 offsets; a link to a person notifies them."""
    scene.anna.say(scene.room, "/hello")
    html = (
        f'👋 <b>Tea <i>or</i></b> &lt;cake&gt; <a href="https://example.org/a?b=1&amp;c=2">here</a>'
        f' <a href="tg://user?id={scene.anna.user}">Anna</a><blockquote expandable>long</blockquote>'
        f' <pre><code class="language-py">x</code></pre> @anna'
    )
    sent = await scene.bot.send_message(scene.room, html, parse_mode="HTML")
    assert sent.text == "👋 Tea or <cake> here Annalong x @anna"
    found = scene.tg.message(scene.room, sent.message_id)
    assert found.entities == (
        ("bold", "Tea or"), ("italic", "or"), ("text_link", "here"), ("text_mention", "Anna"),
        ("expandable_blockquote", "long"), ("pre", "x"), ("mention", "@anna"),
    )  # fmt: skip
    assert found.links == (("here", "https://example.org/a?b=1&c=2"),)
    assert found.pings == (scene.anna.user, scene.anna.user)


async def test_a_link_to_somebody_unknown_is_plain(scene: Scene) -> None:
    """A link to a person whom the bot has not seen is plain text."""
    sent = await scene.bot.send_message(scene.room, '<a href="tg://user?id=99">X</a>', parse_mode="HTML")
    assert scene.tg.message(scene.room, sent.message_id).entities == ()


@pytest.mark.parametrize(
    ("html", "why"),
    [
        ("<b>open", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b></i>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("é <script>", 'Unsupported start tag "script" at byte offset 3'),
        ("a </b>", "Unexpected end tag at byte offset 2"),
        ("1 < 2", "Unsupported start tag"),
        ('<span class="x">x</span>', 'Tag "span" must have class "tg-spoiler"'),
    ],
)
async def test_html_that_telegram_does_not_take(scene: Scene, html: str, why: str) -> None:
    """Invalid HTML gives a 400 with the position."""
    with pytest.raises(BadRequest, match=r"(?i)" + re.escape(f"can't parse entities: {why}")):
        await scene.bot.send_message(scene.room, html, parse_mode="HTML")


_REFUSED: list[tuple[Make, str]] = [
    (lambda s: s.bot.send_message(s.room, "x" * 4097), "message is too long"),
    (lambda s: s.bot.send_message(s.room, " \n "), "message text is empty"),
    (lambda s: s.bot.send_photo(s.room, b"x", caption="x" * 1025), "caption is too long"),
    (lambda s: s.bot.send_message(s.room, "x", reply_markup=keyboard(("A", "x" * 65))), "BUTTON_DATA_INVALID"),
    (lambda s: s.bot.send_message(s.room, "x", reply_to_message_id=999), "message to be replied not found"),
    (lambda s: s.bot.send_message(-1001, "x"), "chat not found"),
    (lambda s: s.bot.send_message(12345, "x"), "chat not found"),
    (lambda s: s.bot.edit_message_text("x", s.room, 999), "message to edit not found"),
    (lambda s: s.bot.delete_message(s.room, 999), "message to delete not found"),
    (lambda s: s.bot.send_poll(s.room, "?", ["one"]), "at least 2"),
    (lambda s: s.bot.send_poll(s.room, "?", ["x" * 101, "b"]), "must not exceed 100"),
    (lambda s: s.bot.send_media_group(s.room, [InputMediaPhoto(b"x")]), "wrong number of media"),
    (lambda s: s.bot.send_photo(s.room, "no-such-file"), "wrong file identifier"),
    (lambda s: s.bot.answer_callback_query("1"), "query is too old"),
    (lambda s: s.bot.get_file("nothing"), "wrong file_id"),
    (lambda s: s.bot.set_my_commands([BotCommand("Tea-Time", "x")]), "BOT_COMMAND_INVALID"),
    (lambda s: s.bot.approve_chat_join_request(s.room, s.anna.user), "not enough rights"),
]


@pytest.mark.parametrize(("make", "why"), _REFUSED, ids=[why for _, why in _REFUSED])
async def test_what_is_refused(scene: Scene, make: Make, why: str) -> None:
    """Texts beyond the limits give a 400 with Telegram's description."""
    with pytest.raises(BadRequest, match=f"(?i){re.escape(why)}"):
        await make(scene)


async def test_4096_characters_count_after_the_tags(scene: Scene) -> None:
    """Tags and references do not count towards the length."""
    sent = await scene.bot.send_message(scene.room, f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")
    assert sent.text is not None and len(sent.text) == 4096


async def test_a_message_is_edited_only_when_it_changes(scene: Scene) -> None:
    """An edit without changes is refused; an edit without a keyboard removes it."""
    sent = await scene.bot.send_message(scene.room, "Tea?", reply_markup=keyboard(("Yes", "v:1")))
    with pytest.raises(BadRequest, match="is not modified"):
        await scene.bot.edit_message_text("Tea?", scene.room, sent.message_id, reply_markup=keyboard(("Yes", "v:1")))
    await scene.bot.edit_message_text("<b>Tea?</b>", scene.room, sent.message_id, parse_mode="HTML")
    found = scene.tg.message(scene.room, sent.message_id)
    assert (found.entities, found.keyboard, found.edits) == ((("bold", "Tea?"),), (), 1)
    await scene.bot.edit_message_reply_markup(scene.room, sent.message_id, reply_markup=keyboard(("No", "v:2")))
    assert scene.tg.message(scene.room, sent.message_id).labels == ["No"]


async def test_only_own_and_young_messages_are_deleted(scene: Scene) -> None:
    """Other people's messages, and own ones after two days, need a right to be deleted."""
    theirs = scene.anna.say(scene.room, "/hello")
    with pytest.raises(BadRequest, match="can't be deleted"):
        await scene.bot.delete_message(scene.room, theirs)
    with pytest.raises(BadRequest, match="can't be edited"):
        await scene.bot.edit_message_text("x", scene.room, theirs)
    mine = await scene.bot.send_message(scene.room, "Tea?")
    scene.clock.advance(timedelta(hours=49))
    with pytest.raises(BadRequest, match="can't be deleted for everyone"):
        await mine.delete()
    scene.carla.promote(scene.room, scene.account)
    await scene.bot.delete_messages(scene.room, [theirs, mine.message_id, 999])
    assert scene.tg.shown(scene.room) == []


async def test_a_press_is_answered_once_and_in_time(scene: Scene) -> None:
    """A person sees the first answer to a press; after a quarter of an hour it is too old."""
    sent = await scene.other.send_message(
        scene.room, "Tea?", reply_markup=aiogram.types.InlineKeyboardMarkup(
            inline_keyboard=[[
                aiogram.types.InlineKeyboardButton(text="✅ Yes", callback_data="v:1"),
                aiogram.types.InlineKeyboardButton(text="Site", url="https://example.org"),
            ]]
        ),
    )  # fmt: skip
    query = scene.anna.press(scene.room, sent.message_id, "Yes")
    assert scene.tg.toast(query) is None
    assert scene.anna.press(scene.room, sent.message_id, "Site") == ""
    with pytest.raises(Impossible, match="no button"):
        scene.anna.press(scene.room, sent.message_id, "No")
    update = (await scene.other.get_updates())[-1]
    assert update.callback_query is not None
    assert (update.callback_query.data, update.callback_query.from_user.id) == ("v:1", scene.anna.user)
    await scene.other.answer_callback_query(query, text="Noted", show_alert=True)
    await scene.other.answer_callback_query(query, text="Again")
    toast = await scene.tg.answered(query)
    assert (toast.text, toast.alert) == ("Noted", True)
    scene.clock.advance(timedelta(minutes=16))
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await scene.other.answer_callback_query(query)


async def test_native_polls_tell_who_voted_only_when_not_anonymous(scene: Scene) -> None:
    """Polls are anonymous by default and give counts instead of answers."""
    hidden = await scene.bot.send_poll(scene.room, "Tea?", ["Yes", "No"])
    named = await scene.bot.send_poll(scene.room, "Cake?", ["Yes", "No"], is_anonymous=False, reply_markup=ForceReply())
    scene.anna.vote(scene.room, hidden.message_id, "Yes")
    scene.anna.vote(scene.room, named.message_id, "No")
    scene.anna.vote(scene.room, named.message_id)
    stopped = await scene.bot.stop_poll(scene.room, named.message_id)
    updates = await scene.bot.get_updates()
    answers = [update.poll_answer for update in updates if update.poll_answer]
    assert [(one.user and one.user.id, one.option_ids) for one in answers] == [
        (scene.anna.user, (1,)),
        (scene.anna.user, ()),
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
        await scene.bot.stop_poll(scene.room, named.message_id)
    shown = scene.tg.message(scene.room, hidden.message_id).poll
    assert shown is not None and (shown.options, shown.open, shown.anonymous) == ({"Yes": 1, "No": 0}, True, True)


async def test_files_go_up_and_come_down(scene: Scene) -> None:
    """Albums, photos, documents, voice and stickers work with aiogram and with python-telegram-bot."""
    album = await scene.bot.send_media_group(
        scene.room, [InputMediaPhoto(b"one", caption="<b>Both</b>", parse_mode="HTML"), InputMediaVideo(b"two")]
    )
    found = [scene.tg.message(scene.room, one.message_id) for one in album]
    assert [(one.media, one.files, one.text) for one in found] == [
        (("photo",), (b"one",), "Both"),
        (("video",), (b"two",), ""),
    ]
    assert found[0].album and found[0].album == found[1].album
    sent = await scene.other.send_document(scene.room, BufferedInputFile(b"BEGIN:VCALENDAR", "tea.ics"))
    assert sent.document is not None and sent.document.file_name == "tea.ics"
    scene.carla.voice(scene.room, b"listen", reply_to=sent.message_id)
    scene.carla.sticker(scene.room, b"wave", reply_to=sent.message_id)
    voice, sticker = [update.message for update in await scene.bot.get_updates() if update.message][-2:]
    assert voice is not None and voice.voice is not None and sticker is not None and sticker.sticker is not None
    assert bytes(await (await voice.voice.get_file()).download_as_bytearray()) == b"listen"
    again = await scene.bot.send_sticker(scene.room, sticker.sticker.file_id)
    assert scene.tg.message(scene.room, again.message_id).files == (b"wave",)
    with pytest.raises(BadRequest, match="too big for a photo"):
        await scene.bot.send_photo(scene.room, b"x" * (10 * 1024 * 1024 + 1))


async def test_commands_are_shown_by_scope_and_language(scene: Scene) -> None:
    """A person sees the commands of the narrowest scope, in their language or without one."""
    bot, tg = scene.bot, scene.tg
    await bot.set_my_commands([BotCommand("help", "Help")])
    await bot.set_my_commands([BotCommand("poll", "Poll")], scope=BotCommandScopeAllGroupChats())
    await bot.set_my_commands([BotCommand("poll", "Sondage")], BotCommandScopeAllGroupChats(), language_code="fr")
    await bot.set_my_commands([BotCommand("setup", "Begin")], scope=BotCommandScopeChatAdministrators(scene.room))
    french = tg.person("Fanny", language="fr")
    assert tg.menu(french, scene.room, scene.account) == {"poll": "Sondage"}
    assert tg.menu(scene.anna, scene.room, scene.account) == {"poll": "Poll"}
    assert tg.menu(scene.carla, scene.room, scene.account) == {"setup": "Begin"}
    assert tg.menu(scene.carla, tg.private(scene.carla, scene.account), scene.account) == {"help": "Help"}
    await bot.delete_my_commands(scope=BotCommandScopeAllGroupChats())
    assert tg.menu(scene.anna, scene.room, scene.account) == {"help": "Help"}
    assert [one.command for one in await bot.get_my_commands()] == ["help"]
    await bot.set_my_name("Bavard", language_code="fr")
    assert ((await bot.get_my_name()).name, (await bot.get_my_name("fr")).name) == ("glocal", "Bavard")


async def test_a_bot_reacts_with_what_telegram_has(scene: Scene) -> None:
    """A bot can set one reaction, which gives no update."""
    said = scene.anna.say(scene.room, "/hello")
    await scene.bot.set_message_reaction(scene.room, said, "👍")
    assert scene.tg.message(scene.room, said).reactions == {"👍": 1}
    with pytest.raises(BadRequest, match=r"(?i)REACTION_INVALID"):
        await scene.bot.set_message_reaction(scene.room, said, "✅")
    with pytest.raises(Impossible, match="no reaction"):
        scene.anna.react(scene.room, said, "✅")


async def test_a_private_talk_is_begun_by_the_person(scene: Scene) -> None:
    """A private message gives a 403 before Start and after a block; a deep link carries its payload."""
    scene.anna.say(scene.room, "/hello")
    with pytest.raises(Forbidden, match="can't initiate conversation"):
        await scene.bot.send_message(scene.anna.user, "Psst")
    scene.anna.follow("https://t.me/glocal_bot?start=welcome-1")
    await scene.bot.send_message(scene.anna.user, "Welcome")
    assert await scene.tg.sees(scene.tg.private(scene.anna, scene.account), "Welcome")
    scene.anna.block(scene.account)
    with pytest.raises(TelegramForbiddenError, match="blocked by the user"):
        await scene.other.send_message(scene.anna.user, "Psst")
    updates = await scene.bot.get_updates()
    assert [update.message.text for update in updates if update.message][-1] == "/start welcome-1"
    blocked = updates[-1].my_chat_member
    assert blocked is not None and blocked.new_chat_member.status == "kicked"
