"""Posts of the Telegram adapter on the stand-in."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.inbound import Attachment
from bots.core.outbound import Button, Content, Post
from bots.core.richtext import Text
from bots.ports import Sent
from tests.contract.rig import key, send
from tests.contract.telegram_rig import TelegramRig
from tests.standins.telegram.shown import Shown


def post(rig: TelegramRig, text: str, *mimes: str, buttons: tuple[Button, ...] = ()) -> Post:
    """Build a post with files of these types."""
    attachments = tuple(Attachment(name=f"file {number}", mime=mime, size=1) for number, mime in enumerate(mimes))
    content = Content((Text(text),), attachments=attachments, buttons=buttons)
    return Post(room=rig.room, content=content, card="a:1")


async def send_post(rig: TelegramRig, call: Post, *contents: bytes | None) -> Sent:
    """Send a post until Telegram accepts it, and return the receipt."""
    receipt = await send(rig, key(), call, files=contents)
    assert isinstance(receipt, Sent), receipt
    return receipt


def shown(rig: TelegramRig) -> list[Shown]:
    """Return the bot's messages."""
    return rig.telegram.shown(rig.chat, by=rig.bot)


def shown_parts(rig: TelegramRig) -> list[tuple[str, Sequence[str]]]:
    """Return the text and kinds of files of the bot's messages."""
    return [(one.text, one.media) for one in shown(rig)]
