"""A message whose reply was lost is found by its number."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bots.core.outbound import Button, Content, Post
from bots.core.richtext import Text
from bots.ports import Sending, Sent, Unknown
from tests.contract.rig import insist, key, words
from tests.contract.telegram_rig import TelegramRig, running
from tests.integration.telegram_posts import post, send_post, shown
from tests.standins.telegram.faults import Fails, LostReply
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram
ERROR = Fails(500, "Internal Server Error")


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    """Yield an adapter in a supergroup."""
    with opened() as telegram:
        async with running(telegram) as made:
            yield made


def said(rig: TelegramRig, text: str, *buttons: Button) -> Post:
    """Return a post in the group."""
    return Post(room=rig.room, content=Content((Text(text),), buttons=buttons), card="a:1")


@pytest.mark.parametrize("buttons", [(), (Button("a:1", "Yes", "✅"),)], ids=["plain", "buttons"])
async def test_lost_message_is_found_between_others(rig: TelegramRig, buttons: tuple[Button, ...]) -> None:
    """The message is found among those of people and of the bot, and none of them changes."""
    await send_post(rig, said(rig, "before"))
    rig.guest.person.say(rig.chat, "hello")
    rig.telegram.fault("sendMessage", LostReply())
    receipt = await send_post(rig, said(rig, "lost", *buttons))
    assert [one.text for one in shown(rig)] == ["before", "lost"]
    assert receipt.messages == (f"{rig.chat}:{shown(rig)[-1].id}",)
    assert all(one.edits == 0 for one in rig.telegram.shown(rig.chat))


async def test_lost_picture_is_found(rig: TelegramRig) -> None:
    """A picture with a caption is found too."""
    rig.telegram.fault("sendPhoto", LostReply())
    receipt = await send_post(rig, post(rig, "A tree", "image/png"), b"tree")
    assert receipt.messages == (f"{rig.chat}:{shown(rig)[0].id}",)


async def test_later_try_finds_the_message_of_the_first(rig: TelegramRig) -> None:
    """A repeated send finds what the first one showed, and shows nothing again."""
    sending = Sending(key=key(), call=said(rig, "lost"))
    rig.telegram.fault("sendMessage", LostReply())
    rig.telegram.fault("editMessageReplyMarkup", ERROR)
    assert isinstance(await insist(rig.adapter, sending), Unknown)
    rig.guest.person.say(rig.chat, "hello")
    receipt = await insist(rig.adapter, sending)
    assert isinstance(receipt, Sent) and receipt.messages == (f"{rig.chat}:{shown(rig)[0].id}",)
    assert [one.text for one in shown(rig)] == ["lost"]


async def test_lost_messages_are_not_mixed_up(rig: TelegramRig) -> None:
    """A message that may be after another lost one is not looked for."""
    for text in ("first", "second"):
        rig.telegram.fault("sendMessage", LostReply())
        rig.telegram.fault("editMessageReplyMarkup", ERROR, times=int(text == "first"))
        assert isinstance(await insist(rig.adapter, Sending(key=key(), call=said(rig, text))), Unknown)


async def test_message_that_never_arrived_is_not_found(rig: TelegramRig) -> None:
    """Without a lost message the outcome stays unknown."""
    await send_post(rig, said(rig, "before"))
    rig.telegram.fault("sendMessage", ERROR)
    sending = Sending(key=key(), call=Post(room=rig.room, content=words("never")))
    assert isinstance(await insist(rig.adapter, sending), Unknown)
    assert [one.text for one in shown(rig)] == ["before"]
