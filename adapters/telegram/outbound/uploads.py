"""Files as Telegram shows them: photos, moving pictures, music, voice, and everything else as a document."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from telegram import InputFile, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo

from adapters.telegram.inbound.files import LARGEST_UPLOAD
from bots.core.inbound import Attachment
from bots.ports import Sending

MOST_IN_ALBUM = 10
"""Their files go up in one request, so that the limit for one file holds for all of them together.
https://core.telegram.org/bots/api#sending-files"""
LARGEST_PHOTO = 10_000_000
Kind = Literal["photo", "animation", "video", "voice", "audio", "document"]
Media = InputMediaAudio | InputMediaDocument | InputMediaPhoto | InputMediaVideo
_GROUPS: dict[Kind, str] = {"photo": "seen", "video": "seen", "audio": "heard", "document": "document"}
"""What may stand in one album together. https://core.telegram.org/bots/api#sendmediagroup"""


@dataclass(frozen=True)
class Upload:
    """One file to send."""

    kind: Kind
    content: bytes
    name: str
    alt: str = ""

    @property
    def file(self) -> InputFile:
        """The form in which it is uploaded."""
        return InputFile(self.content, filename=self.name)


def of(sending: Sending, attachments: Sequence[Attachment]) -> list[Upload]:
    """The files that could be read and are not too large."""
    return [
        Upload(kind_of(attachment, len(content)), content, attachment.name, attachment.alt)
        for attachment, content in zip(attachments, sending.files, strict=False)
        if content and len(content) <= LARGEST_UPLOAD
    ]


def left_out(sending: Sending, attachments: Sequence[Attachment]) -> list[str]:
    """The names of the others."""
    pairs = zip(attachments, sending.files, strict=False)
    return [attachment.name for attachment, content in pairs if not content or len(content) > LARGEST_UPLOAD]


def kind_of(attachment: Attachment, size: int) -> Kind:
    """How it is best shown. A sticker of another platform is a picture here."""
    mime = attachment.mime.partition(";")[0].strip().lower()
    if mime in ("image/jpeg", "image/png", "image/webp") and size <= LARGEST_PHOTO:
        return "photo"
    if mime == "image/gif":
        return "animation"
    if mime == "video/mp4":
        return "video"
    if mime in ("audio/ogg", "audio/opus"):
        return "voice"
    return "audio" if mime in ("audio/mpeg", "audio/mp4", "audio/x-m4a") else "document"


def albums(uploads: Sequence[Upload]) -> list[list[Upload]]:
    """The files in their order, those side by side that may share an album together."""
    found: list[list[Upload]] = []
    for upload in uploads:
        if found and _fits(found[-1], upload):
            found[-1].append(upload)
        else:
            found.append([upload])
    return found


def _fits(album: Sequence[Upload], upload: Upload) -> bool:
    """Whether one more may stand in the album, by its kind, their number and what they weigh together."""
    group = _GROUPS.get(upload.kind)
    if group is None or group != _GROUPS.get(album[0].kind) or len(album) == MOST_IN_ALBUM:
        return False
    return sum(len(one.content) for one in (*album, upload)) <= LARGEST_UPLOAD


def media(upload: Upload, caption: str | None) -> Media:
    """A file as a part of an album."""
    match upload.kind:
        case "photo":
            return InputMediaPhoto(upload.content, caption=caption, parse_mode="HTML", filename=upload.name)
        case "video":
            return InputMediaVideo(upload.content, caption=caption, parse_mode="HTML", filename=upload.name)
        case "audio":
            return InputMediaAudio(upload.content, caption=caption, parse_mode="HTML", filename=upload.name)
    return InputMediaDocument(upload.content, caption=caption, parse_mode="HTML", filename=upload.name)
