"""The Telegram stand-in parses HTML and refuses invalid requests."""

from __future__ import annotations

import re
from collections.abc import AsyncIterator, Awaitable, Callable

import pytest
from telegram import BotCommand, InputMediaPhoto
from telegram.error import BadRequest

import adapters.telegram  # noqa: F401 - sets how python-telegram-bot represents durations, before its import
from tests.integration.telegram_clients import StandinSetup, keyboard, opened_setup

pytestmark = pytest.mark.telegram
Request = Callable[["StandinSetup"], Awaitable[object]]


@pytest.fixture
async def setup() -> AsyncIterator[StandinSetup]:
    """Yield both clients of a bot that is not an admin."""
    async with opened_setup() as made:
        yield made


async def test_html_becomes_entities(setup: StandinSetup) -> None:
    """HTML becomes entities with UTF-16 offsets, and a link to a person notifies them."""
    setup.anna.say(setup.room, "/hello")
    html = (
        f'👋 <b>Tea <i>or</i></b> &lt;cake&gt; <a href="https://example.org/a?b=1&amp;c=2">here</a>'
        f' <a href="tg://user?id={setup.anna.user}">Anna</a><blockquote expandable>long</blockquote>'
        f' <pre><code class="language-py">x</code></pre> @anna'
    )
    sent = await setup.bot.send_message(setup.room, html, parse_mode="HTML")
    assert sent.text == "👋 Tea or <cake> here Annalong x @anna"
    found = setup.standin.message(setup.room, sent.message_id)
    assert found.entities == (
        ("bold", "Tea or"), ("italic", "or"), ("text_link", "here"), ("text_mention", "Anna"),
        ("expandable_blockquote", "long"), ("pre", "x"), ("mention", "@anna"),
    )  # fmt: skip
    assert found.links == (("here", "https://example.org/a?b=1&c=2"),)
    assert found.pings == (setup.anna.user, setup.anna.user)


async def test_link_to_an_unknown_person_is_plain_text(setup: StandinSetup) -> None:
    """A link to a person whom the bot has not seen becomes plain text."""
    sent = await setup.bot.send_message(setup.room, '<a href="tg://user?id=99">X</a>', parse_mode="HTML")
    assert setup.standin.message(setup.room, sent.message_id).entities == ()


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
async def test_invalid_html_is_refused(setup: StandinSetup, html: str, why: str) -> None:
    """The stand-in refuses invalid HTML with the position of the error."""
    with pytest.raises(BadRequest, match=r"(?i)" + re.escape(f"can't parse entities: {why}")):
        await setup.bot.send_message(setup.room, html, parse_mode="HTML")


_REFUSED_REQUESTS: list[tuple[Request, str]] = [
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


@pytest.mark.parametrize(("send_request", "why"), _REFUSED_REQUESTS, ids=[why for _, why in _REFUSED_REQUESTS])
async def test_invalid_requests_are_refused(setup: StandinSetup, send_request: Request, why: str) -> None:
    """The stand-in refuses an invalid request with Telegram's description."""
    with pytest.raises(BadRequest, match=f"(?i){re.escape(why)}"):
        await send_request(setup)


async def test_tags_do_not_count_towards_the_length(setup: StandinSetup) -> None:
    """Tags and references do not count towards the length of a message."""
    sent = await setup.bot.send_message(setup.room, f"<b>{'&amp;' * 4096}</b>", parse_mode="HTML")
    assert sent.text is not None and len(sent.text) == 4096
