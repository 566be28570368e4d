"""The files of messages. `Attachment.source` is JSON with a file id, which only the bot that received it can use.

It never holds an address, because Telegram's file addresses contain the bot's token.
https://core.telegram.org/bots/api#getfile
"""

from __future__ import annotations

import msgspec
from telegram import Bot
from telegram.error import BadRequest

from adapters.telegram.api.messages import File, Message
from bots.core.inbound import Attachment

LARGEST_DOWNLOAD = 20_000_000
"""Bytes that a bot can download: 20 MB."""
_MIME = {
    "photo": "image/jpeg", "sticker": "image/webp", "animation": "video/mp4", "video": "video/mp4",
    "video_note": "video/mp4", "voice": "audio/ogg",
}  # fmt: skip
"""The MIME types that Telegram omits because a kind has only one."""
_EXTENSIONS = {
    "image/jpeg": ".jpg", "video/mp4": ".mp4", "image/webp": ".webp", "audio/ogg": ".ogg", "audio/mpeg": ".mp3",
    "video/webm": ".webm", "application/x-tgsticker": ".tgs",
}  # fmt: skip


class Source(msgspec.Struct, frozen=True):
    """The content of `Attachment.source`. `file`: the file id."""

    file: str


def message_attachments(message: Message, account: str) -> tuple[Attachment, ...]:
    """Return the file of a message, a photo in its largest size.

    Telegram sends an animation also as a document; return it once.
    """
    if message.photo:
        return (_attachment("photo", message.photo[-1], message, account),)
    for kind in ("animation", "document", "sticker", "voice", "audio", "video", "video_note"):
        file: File | None = getattr(message, kind)
        if file is not None:
            return (_attachment(kind, file, message, account),)
    return ()


def _attachment(kind: str, file: File, message: Message, account: str) -> Attachment:
    mime = file.mime_type or _animated_sticker_mime(file) or _MIME.get(kind, "application/octet-stream")
    return Attachment(
        name=file.file_name or f"{kind}{_EXTENSIONS.get(mime, '')}", mime=mime, size=file.file_size,
        source=msgspec.json.encode(Source(file.file_id)).decode(), account=account, alt=file.emoji or "",
        spoiler=message.has_media_spoiler,
    )  # fmt: skip


def _animated_sticker_mime(file: File) -> str:
    return "video/webm" if file.is_video else "application/x-tgsticker" if file.is_animated else ""


async def download(bot: Bot, attachment: Attachment) -> bytes | None:
    """Download a file; None when it is too large or gone. Raises TelegramError when Telegram can't be reached."""
    if attachment.size > LARGEST_DOWNLOAD:
        return None
    try:
        file = await bot.get_file(msgspec.json.decode(attachment.source, type=Source).file)
        return bytes(await file.download_as_bytearray())
    except (msgspec.DecodeError, BadRequest):
        return None
