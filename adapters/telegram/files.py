"""Files that messages carry. `Attachment.source` is this door's own JSON: a file id, which means something only to the
bot that got it, and never an address, since Telegram's hold the bot's token.

https://core.telegram.org/bots/api#getfile
"""

from __future__ import annotations

import msgspec
from telegram import Animation, Audio, Bot, Document, Message, PhotoSize, Sticker, Video, VideoNote, Voice
from telegram.error import BadRequest

from adapters.telegram.people import sound
from bots.core.inbound import Attachment

LARGEST_DOWNLOAD = 20_000_000
"""A bot can fetch files of up to 20 MB."""
LARGEST_UPLOAD = 50_000_000
_File = Animation | Audio | Document | PhotoSize | Sticker | Video | VideoNote | Voice


class Source(msgspec.Struct, frozen=True):
    """Where a file is."""

    file: str


def carried(message: Message, account: str) -> tuple[Attachment, ...]:
    """The file of a message; a photo in its largest size. An animation comes as a document too: once is enough."""
    if message.effective_attachment is None:
        return ()
    file = (
        (message.photo[-1] if message.photo else None) or message.animation or message.document or message.sticker
        or message.voice or message.audio or message.video or message.video_note
    )  # fmt: skip
    return (_attachment(file, account),) if file is not None else ()


def _attachment(file: _File, account: str) -> Attachment:
    mime = getattr(file, "mime_type", None) or _mime(file)
    return Attachment(
        name=sound(getattr(file, "file_name", None) or f"{_KINDS[type(file)]}{_ENDINGS.get(mime, '')}"), mime=mime,
        size=file.file_size or 0, source=msgspec.json.encode(Source(file.file_id)).decode(), account=account,
        alt=(file.emoji or "") if isinstance(file, Sticker) else "",
    )  # fmt: skip


_KINDS: dict[type[_File], str] = {
    PhotoSize: "photo", Animation: "animation", Document: "document", Sticker: "sticker", Voice: "voice",
    Audio: "audio", Video: "video", VideoNote: "video",
}  # fmt: skip
_ENDINGS = {
    "image/jpeg": ".jpg", "video/mp4": ".mp4", "image/webp": ".webp", "audio/ogg": ".ogg", "audio/mpeg": ".mp3",
    "video/webm": ".webm", "application/x-tgsticker": ".tgs",
}  # fmt: skip


def _mime(file: _File) -> str:
    """What Telegram does not state because it is always the same."""
    match file:
        case PhotoSize():
            return "image/jpeg"
        case Sticker():
            return "video/webm" if file.is_video else "application/x-tgsticker" if file.is_animated else "image/webp"
        case Animation() | Video() | VideoNote():
            return "video/mp4"
        case Voice():
            return "audio/ogg"
    return "application/octet-stream"


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
