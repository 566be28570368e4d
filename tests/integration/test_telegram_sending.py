"""The bot posts on Telegram although a part of the post fails."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from adapters.telegram.outbound.requests import PACED
from bots.core.inbound import MessagePosted
from bots.core.outbound import Answer, Button, Content, Edit
from bots.core.richtext import Text
from bots.ports import Later, Sending, Sent, Unknown
from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.contract.rig import key, posted, send, words
from tests.contract.telegram_rig import TelegramRig, running
from tests.integration.telegram_posts import post, send_post, shown, shown_parts
from tests.standins.telegram.faults import BadGateway, Cut, Fails, Fault, Flood, Garbage, LostReply
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram
UNSHOWABLE = Fails(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
TOO_LARGE = Fails(413, "Request Entity Too Large")
BIG = 27 * 1024 * 1024


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    """Yield an adapter in a supergroup."""
    with opened() as telegram:
        async with running(telegram) as made:
            yield made


@pytest.fixture
async def limited_rig() -> AsyncIterator[TelegramRig]:
    """Yield an adapter under Telegram's rate limits."""
    with opened(limits=Limits()) as telegram:
        async with running(telegram) as made:
            yield made
            assert telegram.flooded == 0


@pytest.fixture
async def community_bot(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Yield a bot with the whole core."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


def status_codes(rig: TelegramRig, method: str) -> list[int]:
    """Return the status codes of the bot's requests of this kind."""
    return [one.code for one in rig.telegram.requests(method)]


async def test_413_is_not_retried(community_bot: BotOnTelegram) -> None:
    """The bot does not retry a post that Telegram refuses with 413."""
    carla, room = await community_bot.community()
    await community_bot.idle()
    community_bot.telegram.fault("sendMessage", TOO_LARGE, chat=room)
    carla.say(room, "/poll_list")
    await community_bot.telegram.taken(community_bot.bot)
    await community_bot.idle()
    await community_bot.forward(minutes=1)
    await community_bot.idle()
    assert [
        one.code for one in community_bot.telegram.requests("sendMessage") if "No poll is open" in str(one.params)
    ] == [413]


async def test_large_files_are_uploaded_one_by_one(rig: TelegramRig) -> None:
    """Files that exceed the size of a request together are uploaded one by one."""
    receipt = await send_post(rig, post(rig, "two films", "text/plain", "text/plain"), b"a" * BIG, b"b" * BIG)
    assert len(receipt.messages) == 2
    assert [len(one.files[0]) for one in shown(rig)] == [BIG, BIG]
    assert status_codes(rig, "sendDocument") == [200, 200]


@pytest.mark.parametrize("fault", [Flood(1), BadGateway(), Cut()], ids=lambda fault: type(fault).__name__)
async def test_download_is_retried(rig: TelegramRig, fault: Fault) -> None:
    """The adapter retries a download after a flood, a gateway error and a cut connection."""
    rig.guest.person.photo(rig.chat, b"a tree")
    message = await rig.inbox.gets(MessagePosted, lambda value: bool(value.attachments))
    rig.telegram.fault("getFile", fault)
    assert await rig.adapter.read(message.attachments[0]) == b"a tree"


async def test_refused_download_is_not_retried(rig: TelegramRig) -> None:
    """The adapter does not retry a refused download."""
    rig.guest.person.photo(rig.chat, b"a tree")
    message = await rig.inbox.gets(MessagePosted, lambda value: bool(value.attachments))
    rig.telegram.fault("getFile", Fails(400, "Bad Request: wrong file_id or the file is temporarily unavailable"))
    assert await rig.adapter.read(message.attachments[0]) is None
    assert status_codes(rig, "getFile") == [400]


async def test_unreadable_file_is_named(rig: TelegramRig) -> None:
    """A note below the text names the file that the bot could not read."""
    await send_post(rig, post(rig, "The feast", "image/png", "image/png"), None, b"a")
    assert shown_parts(rig) == [("The feast\n⚠️ 📎 file 0", ("photo",))]


@pytest.mark.parametrize("why", ["PHOTO_INVALID_DIMENSIONS", "IMAGE_PROCESS_FAILED", "PHOTO_SAVE_FILE_INVALID"])
async def test_refused_photo_is_sent_as_a_document(rig: TelegramRig, why: str) -> None:
    """A photo that Telegram cannot show is sent as a document with its caption."""
    rig.telegram.fault("sendPhoto", Fails(400, f"Bad Request: {why}"))
    receipt = await send_post(rig, post(rig, "words that matter", "image/png"), b"long")
    assert shown_parts(rig) == [("words that matter", ("document",))]
    assert receipt.messages == (f"{rig.chat}:{shown(rig)[0].id}",)


async def test_refused_album_is_sent_as_documents(rig: TelegramRig) -> None:
    """An album that Telegram cannot show is sent as documents."""
    rig.telegram.fault("sendMediaGroup", UNSHOWABLE)
    await send_post(rig, post(rig, "Look", "image/png", "image/png"), b"a", b"b")
    assert shown_parts(rig) == [("Look", ("document",)), ("", ("document",))]


async def test_delayed_document_replaces_the_refused_photo(rig: TelegramRig) -> None:
    """After a flood the adapter sends the document and does not repeat the refused photo."""
    rig.telegram.fault("sendPhoto", UNSHOWABLE)
    rig.telegram.fault("sendDocument", Flood(1))
    await send_post(rig, post(rig, "words that matter", "image/png"), b"long")
    assert shown_parts(rig) == [("words that matter", ("document",))]
    assert status_codes(rig, "sendPhoto") == [400]


@pytest.mark.parametrize(
    ("fault", "comes"),
    [
        (Fails(400, "Bad Request: wrong type of file"), ()),
        (Fails(500, "Internal Server Error"), ()),
        (LostReply(), ("document",)),
    ],
    ids=["refused", "failed", "lost"],
)
async def test_failed_part_is_named(rig: TelegramRig, fault: Fault, comes: Sequence[str]) -> None:
    """A note names the file that may be missing, and the receipt names the parts that were sent."""
    rig.telegram.fault("sendDocument", fault)
    receipt = await send_post(rig, post(rig, "x" * 2000, "text/plain", "audio/ogg"), b"c", b"d")
    kinds = [one.media for one in shown(rig)]
    assert kinds == [(), comes, ("voice",), ()] if comes else kinds == [(), ("voice",), ()]
    assert shown(rig)[-1].text == "⚠️ 📎 file 0"
    state = [f"{rig.chat}:{one.id}" for one in shown(rig) if one.media != ("document",)]
    assert list(receipt.messages) == state


async def test_album_counts_as_its_pictures(limited_rig: TelegramRig) -> None:
    """An album of ten counts as ten messages of the chat's limits."""
    await send_post(limited_rig, post(limited_rig, "Look", *["image/png"] * 10), *[b"a"] * 10)
    waits = await limited_rig.adapter.send(Sending(key=key(), call=post(limited_rig, "more")))
    assert isinstance(waits, Later)
    assert waits.self_imposed and waits.detail == PACED and waits.seconds > 5


async def test_caption_is_edited_within_the_limits(limited_rig: TelegramRig) -> None:
    """An edit of a caption keeps the rate limits."""
    receipt = await send_post(limited_rig, post(limited_rig, "A tree", "image/png"), b"tree")
    edit = Edit(room=limited_rig.room, card="a:1", content=words("Two trees"))
    assert await send(limited_rig, key(), edit, receipt.messages[0]) == Sent()
    assert shown(limited_rig)[0].text == "Two trees"


@pytest.mark.parametrize("fault", [Garbage(), LostReply()], ids=lambda fault: type(fault).__name__)
async def test_answer_with_unknown_outcome_is_not_repeated(community_bot: BotOnTelegram, fault: Fault) -> None:
    """The bot does not repeat an answer with an unknown outcome."""
    carla, room = await community_bot.community()
    await community_bot.idle()
    community_bot.telegram.fault("sendMessage", fault, chat=room)
    carla.say(room, "/poll_list")
    await community_bot.sees(room, "No poll is open")
    await community_bot.idle()
    await community_bot.forward(minutes=1)
    assert await community_bot.count(room, "No poll is open") == 1


async def test_receipts_of_server_errors(rig: TelegramRig) -> None:
    """A 500 or 504 gives Unknown, and a 503 gives Later."""
    for fault, kind in (
        (Fails(500, "Internal Server Error"), Unknown),
        (Fails(504, "Gateway Timeout"), Unknown),
        (Fails(503, "Service Unavailable"), Later),
    ):
        rig.telegram.fault("sendMessage", fault)
        assert isinstance(await rig.once(post(rig, "hello")), kind)


async def test_answer_to_a_press_is_repeated(rig: TelegramRig) -> None:
    """The adapter repeats the answer to a press with an unknown outcome, because a second answer shows nothing."""
    card = await posted(rig, Content((Text("Coming?"),), buttons=(Button("rsvp:1:yes", "Yes", "✅"),)), card="rsvp:1")
    query = rig.guest.person.press(rig.chat, int(card.split(":")[1]), "Yes")
    rig.telegram.fault("answerCallbackQuery", Fails(500, "Internal Server Error"))
    answer = Answer(room=rig.room, user=rig.guest.user, content=words("Noted"), token=query)
    assert await send(rig, key(), answer) == Sent()
    toast = rig.telegram.toast(query)
    assert toast is not None and toast.text == "Noted"
