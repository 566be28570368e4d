"""The bot deletes posts on Telegram that are too old to delete."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bots.core.outbound import Delete
from bots.ports import Later, Receipt, Refused, Sending, Sent
from tests.contract.rig import key, send
from tests.contract.telegram_rig import TelegramRig, running
from tests.integration.telegram_posts import post, send_post, shown, shown_parts
from tests.standins.telegram.faults import BadGateway, Fails, Fault
from tests.standins.telegram.platform import opened

pytestmark = pytest.mark.telegram
TOO_OLD = Fails(400, "Bad Request: message can't be deleted for everyone")


@pytest.fixture
async def rig() -> AsyncIterator[TelegramRig]:
    """Yield an adapter in a supergroup."""
    with opened() as telegram:
        async with running(telegram) as made:
            yield made


async def delete_old(rig: TelegramRig, receipt: Sent, fault: Fault = TOO_OLD) -> Receipt:
    """Delete a post that is too old, and return the receipt."""
    rig.telegram.fault("deleteMessage", fault, times=200)
    delete = Delete(room=rig.room, card="a:1")
    return await send(rig, key(), delete, receipt.messages[0], also=receipt.messages[1:])


@pytest.mark.parametrize(
    "mimes",
    [("image/png",), ("video/mp4",), ("text/plain",), ("image/png", "video/mp4"), ("text/plain", "text/plain")],
    ids=" ".join,
)
async def test_undeletable_file_is_replaced(rig: TelegramRig, mimes: tuple[str, ...]) -> None:
    """A file that is too old to delete is replaced, and its caption becomes a dash."""
    receipt = await send_post(rig, post(rig, "secret", *mimes), *[b"a face"] * len(mimes))
    assert await delete_old(rig, receipt) == Sent()
    assert [one.text for one in shown(rig)] == ["—"] * len(mimes)
    assert b"a face" not in {file for one in shown(rig) for file in one.files}


async def test_undeletable_voice_message_is_reported(rig: TelegramRig) -> None:
    """A voice message that is too old to delete loses its caption, and the receipt names the missing right."""
    receipt = await send_post(rig, post(rig, "secret", "audio/ogg"), b"a voice")
    ended = await delete_old(rig, receipt)
    assert isinstance(ended, Refused)
    assert (ended.reason, ended.right) == ("forbidden", "delete messages")
    assert shown_parts(rig) == [("—", ("voice",))]


async def test_delayed_deletion_is_retried(rig: TelegramRig) -> None:
    """If one message of a post can be deleted later, the whole deletion is retried."""
    receipt = await send_post(rig, post(rig, "x" * 2000, "audio/ogg"), b"a voice")
    rig.telegram.fault("deleteMessage", BadGateway())
    rig.telegram.fault("deleteMessage", Fails(400, "Bad Request: not enough rights"))
    target, *also = receipt.messages
    delete = Delete(room=rig.room, card="a:1")
    ended = await rig.adapter.send(Sending(key=key(), call=delete, target=target, extra_messages=tuple(also)))
    assert isinstance(ended, Later)
