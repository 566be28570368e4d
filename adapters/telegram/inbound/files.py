"""Files that messages carry. `Attachment.source` is this door's own JSON: a file id, which means something only to the
bot that got it, and never an address, since Telegram's hold the bot's token.

https://core.telegram.org/bots/api#getfile
"""

from __future__ import annotations

import msgspec
from telegram import Bot
from telegram.error import BadRequest

from adapters.telegram.api.types import File, Message
from bots.core.inbound import Attachment

LARGEST_DOWNLOAD = 20_000_000
"""A bot can fetch files of up to 20 MB."""
LARGEST_UPLOAD = 50_000_000
_MIME = {
    "photo": "image/jpeg", "sticker": "image/webp", "animation": "video/mp4", "video": "video/mp4",
    "video_note": "video/mp4", "voice": "audio/ogg",
}  # fmt: skip
"""What Telegram does not state because it is always the same."""
_ENDINGS = {
    "image/jpeg": ".jpg", "video/mp4": ".mp4", "image/webp": ".webp", "audio/ogg": ".ogg", "audio/mpeg": ".mp3",
    "video/webm": ".webm", "application/x-tgsticker": ".tgs",
}  # fmt: skip


class Source(msgspec.Struct, frozen=True):
    """Where a file is."""

    file: str


def carried(message: Message, account: str) -> tuple[Attachment, ...]:
    """The file of a message; a photo in its largest size. An animation comes as a document too: once is enough."""
    if message.photo:
        return (_attachment("photo", message.photo[-1], account),)
    for kind in ("animation", "document", "sticker", "voice", "audio", "video", "video_note"):
        file: File | None = getattr(message, kind)
        if file is not None:
            return (_attachment(kind, file, account),)
    return ()


def _attachment(kind: str, file: File, account: str) -> Attachment:
    mime = file.mime_type or _sticker(file) or _MIME.get(kind, "application/octet-stream")
    return Attachment(
        name=file.file_name or f"{kind}{_ENDINGS.get(mime, '')}", mime=mime, size=file.file_size,
        source=msgspec.json.encode(Source(file.file_id)).decode(), account=account, alt=file.emoji or "",
    )  # fmt: skip


def _sticker(file: File) -> str:
    """The type of a sticker that moves."""
    return "video/webm" if file.is_video else "application/x-tgsticker" if file.is_animated else ""


async def read(bot: Bot, attachment: Attachment) -> bytes | None:
    """The content; None when it is too large or gone. Raises TelegramError when Telegram can't be reached."""
    try:
        source = msgspec.json.decode(attachment.source, type=Source)
    except msgspec.DecodeError:
        return None
    if attachment.size > LARGEST_DOWNLOAD:
        return None
    try:
        file = await bot.get_file(source.file)
        return bytes(await file.download_as_bytearray())
    except BadRequest:
        return None
