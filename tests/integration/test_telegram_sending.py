"""Posts on Telegram of which a part fails."""

from __future__ import annotations

from collections.abc import AsyncIterator, Sequence
from pathlib import Path

import pytest

from adapters.telegram.outbound.requests import PACED
from bots.core.inbound import Attachment, MessagePosted
from bots.core.outbound import Answer, Button, Content, Delete, Edit, Post
from bots.core.richtext import Text
from bots.ports import Later, Receipt, Refused, Sending, Sent, Unknown
from tests.acceptance.bot_on_telegram import BotOnTelegram, bot_on_telegram
from tests.contract.rig import key, posted, send, words
from tests.contract.telegram_rig import TelegramRig, running
from tests.standins.telegram.faults import BadGateway, Cut, Fails, Fault, Flood, Garbage, LostReply
from tests.standins.telegram.limits import Limits
from tests.standins.telegram.platform import opened
from tests.standins.telegram.shown import Shown

pytestmark = pytest.mark.telegram
TOO_OLD = Fails(400, "Bad Request: message can't be deleted for everyone")
UNSHOWABLE = Fails(400, "Bad Request: PHOTO_INVALID_DIMENSIONS")
TOO_LARGE = Fails(413, "Request Entity Too Large")
BIG = 27 * 1024 * 1024


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    """Run the adapter in a supergroup."""
    with opened() as telegram:
        async with running(telegram) as made:
            yield made


@pytest.fixture
async def strict() -> AsyncIterator[TelegramRig]:
    """Run the adapter under Telegram's rate limits."""
    with opened(limits=Limits()) as telegram:
        async with running(telegram) as made:
            yield made
            assert telegram.flooded == 0


@pytest.fixture
async def here(tmp_path: Path) -> AsyncIterator[BotOnTelegram]:
    """Run the adapter."""
    async with bot_on_telegram(tmp_path) as made:
        yield made


def post(rig: TelegramRig, text: str, *mimes: str, buttons: tuple[Button, ...] = ()) -> Post:
    """Build a post with files of these types."""
    attachments = tuple(Attachment(name=f"file {number}", mime=mime, size=1) for number, mime in enumerate(mimes))
    content = Content((Text(text),), attachments=attachments, buttons=buttons)
    return Post(room=rig.room, content=content, card="a:1")


async def sent(rig: TelegramRig, call: Post, *contents: bytes | None) -> Sent:
    """Send a post until it is sent, and return the receipt."""
    receipt = await send(rig, key(), call, files=contents)
    assert isinstance(receipt, Sent), receipt
    return receipt


def shown(rig: TelegramRig) -> list[Shown]:
    """Return the bot's messages."""
    return rig.telegram.shown(rig.chat, by=rig.bot)


def told(rig: TelegramRig) -> list[tuple[str, Sequence[str]]]:
    """Return the bot's messages as text and kinds of files."""
    return [(one.text, one.media) for one in shown(rig)]


def codes(rig: TelegramRig, method: str) -> list[int]:
    """Return the answers to the bot's requests of this kind."""
    return [one.code for one in rig.telegram.requests(method)]


# What is too large


async def test_what_is_too_large_is_not_tried_again(here: BotOnTelegram) -> None:
    """A 413 is final."""
    carla, room = await here.community()
    await here.idle()
    here.telegram.fault("sendMessage", TOO_LARGE, chat=room)
    carla.say(room, "/poll_list")
    await here.telegram.taken(here.bot)
    await here.idle()
    await here.forward(minutes=1)
    await here.idle()
    assert [one.code for one in here.telegram.requests("sendMessage") if "No poll is open" in str(one.params)] == [413]


async def test_files_that_are_too_large_together_go_up_one_by_one(rig: TelegramRig) -> None:
    """An album's total size must fit into one request."""
    receipt = await sent(rig, post(rig, "two films", "text/plain", "text/plain"), b"a" * BIG, b"b" * BIG)
    assert len(receipt.messages) == 2
    assert [len(one.files[0]) for one in shown(rig)] == [BIG, BIG]
    assert codes(rig, "sendDocument") == [200, 200]


# Files that are held up, or can't be shown


@pytest.mark.parametrize("fault", [Flood(1), BadGateway(), Cut()], ids=lambda fault: type(fault).__name__)
async def test_a_file_is_read_in_spite_of_what_passes(rig: TelegramRig, fault: Fault) -> None:
    """A download is retried after a flood, a gateway error and a cut connection."""
    rig.guest.person.photo(rig.chat, b"a tree")
    heard = await rig.inbox.gets(MessagePosted, lambda value: bool(value.attachments))
    rig.telegram.fault("getFile", fault)
    assert await rig.adapter.read(heard.attachments[0]) == b"a tree"


async def test_a_file_that_is_gone_is_not_asked_for_again(rig: TelegramRig) -> None:
    """A refused download is not retried."""
    rig.guest.person.photo(rig.chat, b"a tree")
    heard = await rig.inbox.gets(MessagePosted, lambda value: bool(value.attachments))
    rig.telegram.fault("getFile", Fails(400, "Bad Request: wrong file_id or the file is temporarily unavailable"))
    assert await rig.adapter.read(heard.attachments[0]) is None
    assert codes(rig, "getFile") == [400]


async def test_a_file_that_could_not_be_read_is_named(rig: TelegramRig) -> None:
    """A note below the text names the missing file."""
    await sent(rig, post(rig, "The feast", "image/png", "image/png"), None, b"a")
    assert told(rig) == [("The feast\n⚠️ 📎 file 0", ("photo",))]


@pytest.mark.parametrize("why", ["PHOTO_INVALID_DIMENSIONS", "IMAGE_PROCESS_FAILED", "PHOTO_SAVE_FILE_INVALID"])
async def test_a_picture_that_telegram_cannot_show_goes_as_a_document(rig: TelegramRig, why: str) -> None:
    """A photo sent as a document keeps its caption."""
    rig.telegram.fault("sendPhoto", Fails(400, f"Bad Request: {why}"))
    receipt = await sent(rig, post(rig, "words that matter", "image/png"), b"long")
    assert told(rig) == [("words that matter", ("document",))]
    assert receipt.messages == (f"{rig.chat}:{shown(rig)[0].id}",)


async def test_an_album_that_telegram_cannot_show_goes_as_documents(rig: TelegramRig) -> None:
    """One bad photo in an album turns the album's photos into documents."""
    rig.telegram.fault("sendMediaGroup", UNSHOWABLE)
    await sent(rig, post(rig, "Look", "image/png", "image/png"), b"a", b"b")
    assert told(rig) == [("Look", ("document",)), ("", ("document",))]


async def test_a_held_up_document_still_follows_the_refused_picture(rig: TelegramRig) -> None:
    """After a refusal and a flood, the refused form is not sent again."""
    rig.telegram.fault("sendPhoto", UNSHOWABLE)
    rig.telegram.fault("sendDocument", Flood(1))
    await sent(rig, post(rig, "words that matter", "image/png"), b"long")
    assert told(rig) == [("words that matter", ("document",))]
    assert codes(rig, "sendPhoto") == [400]


@pytest.mark.parametrize(
    ("fault", "comes"),
    [
        (Fails(400, "Bad Request: wrong type of file"), ()),
        (Fails(500, "Internal Server Error"), ()),
        (LostReply(), ("document",)),
    ],
    ids=["refused", "failed", "lost"],
)
async def test_a_later_part_that_does_not_come_is_named(rig: TelegramRig, fault: Fault, comes: Sequence[str]) -> None:
    """A note names the files that may be missing, and a deletion removes the parts that were sent."""
    rig.telegram.fault("sendDocument", fault)
    receipt = await sent(rig, post(rig, "x" * 2000, "text/plain", "audio/ogg"), b"c", b"d")
    kinds = [one.media for one in shown(rig)]
    assert kinds == [(), comes, ("voice",), ()] if comes else kinds == [(), ("voice",), ()]
    assert shown(rig)[-1].text == "⚠️ 📎 file 0"
    state = [f"{rig.chat}:{one.id}" for one in shown(rig) if one.media != ("document",)]
    assert list(receipt.messages) == state


# Limits


async def test_an_album_counts_as_its_pictures(strict: TelegramRig) -> None:
    """An album of ten counts as ten messages for the chat's limits."""
    await sent(strict, post(strict, "Look", *["image/png"] * 10), *[b"a"] * 10)
    waits = await strict.adapter.send(Sending(key=key(), call=post(strict, "more")))
    assert isinstance(waits, Later)
    assert waits.self_imposed and waits.detail == PACED and waits.seconds > 5


async def test_words_below_a_file_are_changed_within_the_limits(strict: TelegramRig) -> None:
    """An edit tries the text first and then the caption."""
    receipt = await sent(strict, post(strict, "A tree", "image/png"), b"tree")
    edit = Edit(room=strict.room, card="a:1", content=words("Two trees"))
    assert await send(strict, key(), edit, receipt.messages[0]) == Sent()
    assert shown(strict)[0].text == "Two trees"


# Withdrawals after 48 hours


async def withdrawn(rig: TelegramRig, receipt: Sent, fault: Fault = TOO_OLD) -> Receipt:
    """Delete a post that is too old, and return the receipt."""
    rig.telegram.fault("deleteMessage", fault, times=200)
    delete = Delete(room=rig.room, card="a:1")
    return await send(rig, key(), delete, receipt.messages[0], also=receipt.messages[1:])


@pytest.mark.parametrize(
    "mimes",
    [("image/png",), ("video/mp4",), ("text/plain",), ("image/png", "video/mp4"), ("text/plain", "text/plain")],
    ids=" ".join,
)
async def test_a_file_too_old_to_be_deleted_goes(rig: TelegramRig, mimes: tuple[str, ...]) -> None:
    """An old photo becomes blank, and its caption a dash."""
    receipt = await sent(rig, post(rig, "secret", *mimes), *[b"a face"] * len(mimes))
    assert await withdrawn(rig, receipt) == Sent()
    assert [one.text for one in shown(rig)] == ["—"] * len(mimes)
    assert b"a face" not in {file for one in shown(rig) for file in one.files}


async def test_a_voice_too_old_to_be_deleted_is_owned_up_to(rig: TelegramRig) -> None:
    """An old voice message loses its caption, and the missing right is reported."""
    receipt = await sent(rig, post(rig, "secret", "audio/ogg"), b"a voice")
    ended = await withdrawn(rig, receipt)
    assert isinstance(ended, Refused)
    assert (ended.reason, ended.right) == ("forbidden", "delete messages")
    assert told(rig) == [("—", ("voice",))]


async def test_a_withdrawal_that_is_held_up_is_made_later(rig: TelegramRig) -> None:
    """If one message can be deleted later, the whole deletion is retried."""
    receipt = await sent(rig, post(rig, "x" * 2000, "audio/ogg"), b"a voice")
    rig.telegram.fault("deleteMessage", BadGateway())
    rig.telegram.fault("deleteMessage", Fails(400, "Bad Request: not enough rights"))
    target, *also = receipt.messages
    delete = Delete(room=rig.room, card="a:1")
    ended = await rig.adapter.send(Sending(key=key(), call=delete, target=target, extra_messages=tuple(also)))
    assert isinstance(ended, Later)


# Fates that nobody knows


@pytest.mark.parametrize("fault", [Garbage(), LostReply()], ids=lambda fault: type(fault).__name__)
async def test_an_answer_without_a_readable_reply_is_said_once(here: BotOnTelegram, fault: Fault) -> None:
    """An answer with an unknown outcome is not repeated."""
    carla, room = await here.community()
    await here.idle()
    here.telegram.fault("sendMessage", fault, chat=room)
    carla.say(room, "/poll_list")
    await here.sees(room, "No poll is open")
    await here.idle()
    await here.forward(minutes=1)
    assert await here.count(room, "No poll is open") == 1


async def test_a_failing_worker_leaves_the_fate_of_a_post_open(rig: TelegramRig) -> None:
    """The outcome of a 500 or 504 is Unknown; after a 503 the post is sent later."""
    for fault, kind in (
        (Fails(500, "Internal Server Error"), Unknown),
        (Fails(504, "Gateway Timeout"), Unknown),
        (Fails(503, "Service Unavailable"), Later),
    ):
        rig.telegram.fault("sendMessage", fault)
        assert isinstance(await rig.once(post(rig, "hello")), kind)


async def test_a_press_is_answered_again_when_nobody_knows(rig: TelegramRig) -> None:
    """An answer to a press with an unknown outcome is repeated, because a second answer shows nothing."""
    card = await posted(rig, Content((Text("Coming?"),), buttons=(Button("rsvp:1:yes", "Yes", "✅"),)), card="rsvp:1")
    query = rig.guest.person.press(rig.chat, int(card.split(":")[1]), "Yes")
    rig.telegram.fault("answerCallbackQuery", Fails(500, "Internal Server Error"))
    answer = Answer(room=rig.room, user=rig.guest.user, content=words("Noted"), token=query)
    assert await send(rig, key(), answer) == Sent()
    toast = rig.telegram.toast(query)
    assert toast is not None and toast.text == "Noted"
