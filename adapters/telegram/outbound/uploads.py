"""Files as Telegram shows them: photo, animation, video, audio, voice; everything else as a document."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from telegram import InputFile, InputMediaAudio, InputMediaDocument, InputMediaPhoto, InputMediaVideo

from bots.core.inbound import Attachment
from bots.ports import Sending

MOST_IN_ALBUM = 10
"""One request uploads the whole album, so the limit for one file applies to their sum.
https://core.telegram.org/bots/api#sending-files"""
LARGEST_UPLOAD, LARGEST_PHOTO = 50_000_000, 10_000_000
"""In bytes."""
Kind = Literal["photo", "animation", "video", "voice", "audio", "document"]
Media = InputMediaAudio | InputMediaDocument | InputMediaPhoto | InputMediaVideo
_ALBUM_MEDIA: dict[Kind, type[Media]] = {"photo": InputMediaPhoto, "video": InputMediaVideo, "audio": InputMediaAudio}
_ALBUM_KINDS: dict[Kind, str] = {"photo": "visual", "video": "visual", "audio": "audio", "document": "document"}
"""The kinds that may share an album have the same value. https://core.telegram.org/bots/api#sendmediagroup"""


@dataclass(frozen=True)
class Upload:
    """One file to send."""

    kind: Kind
    content: bytes
    name: str

    def as_input_file(self, *, attach: bool = False) -> InputFile:
        """Return the file so that it is written in small pieces, each with its own timeout.

        The client library would write bytes in one piece, and give up when the whole file takes 20 seconds.
        """
        return InputFile(io.BytesIO(self.content), filename=self.name, attach=attach, read_file_handle=False)


def prepare_uploads(sending: Sending, attachments: Sequence[Attachment]) -> list[Upload]:
    """Return the files that could be read and are not too large."""
    return [
        Upload(kind_of(attachment, len(content)), content, attachment.name)
        for attachment, content in zip(attachments, sending.files, strict=False)
        if content and len(content) <= LARGEST_UPLOAD
    ]


def unsendable_names(sending: Sending, attachments: Sequence[Attachment]) -> list[str]:
    """Return the names of the files that could not be read or are too large."""
    pairs = zip(attachments, sending.files, strict=False)
    return [attachment.name for attachment, content in pairs if not content or len(content) > LARGEST_UPLOAD]


def kind_of(attachment: Attachment, size: int) -> Kind:
    """Choose how to show a file. A sticker from another platform is a photo here, a covered file a document."""
    if attachment.spoiler:
        return "document"
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


def group_albums(uploads: Sequence[Upload]) -> list[list[Upload]]:
    """Group neighbouring files that may share an album, in their order."""
    found: list[list[Upload]] = []
    for upload in uploads:
        if found and _fits(found[-1], upload):
            found[-1].append(upload)
        else:
            found.append([upload])
    return found


def _fits(album: Sequence[Upload], upload: Upload) -> bool:
    """Return whether the album may take one more file, by kind, number and total size."""
    kind = _ALBUM_KINDS.get(upload.kind)
    if kind is None or kind != _ALBUM_KINDS.get(album[0].kind) or len(album) == MOST_IN_ALBUM:
        return False
    return sum(len(one.content) for one in (*album, upload)) <= LARGEST_UPLOAD


def album_item(upload: Upload, caption: str | None) -> Media:
    """Return a file as a part of an album."""
    medium = _ALBUM_MEDIA.get(upload.kind, InputMediaDocument)
    return medium(upload.as_input_file(attach=True), caption=caption, parse_mode="HTML")
