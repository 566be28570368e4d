"""Files in messages. Attachment.source is JSON that only this adapter reads."""

from __future__ import annotations

from collections.abc import Mapping
from html import escape

import msgspec

from adapters.matrix.api.content import own_words
from bots.core.inbound import Attachment

KINDS = frozenset({"m.image", "m.file", "m.audio", "m.video"})
_SPOILER = "page.codeberg.everypizza.msc4193.spoiler"
"""A covered file. https://github.com/matrix-org/matrix-spec-proposals/pull/4193 (not part of the specification yet)"""
LARGEST_UPLOAD = 20_000_000
"""Bytes of a relayed file. Homeservers accept 50 MB or more by default."""
LARGEST_DOWNLOAD = 50_000_000
"""Bytes that we receive of a file, whatever size its message declares: no platform takes a larger one."""


def kind_of(mime: str) -> str:
    """Return the msgtype for a MIME type."""
    kind = f"m.{mime.partition('/')[0]}"
    return kind if kind in KINDS else "m.file"


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """Either the `url` of a plain file, or an encrypted `file` with its key (EncryptedFile in the specification)."""

    msgtype: str
    url: str | None = None
    file: dict[str, object] | None = None


def attachment_of(content: Mapping[str, object], account: str) -> Attachment | None:
    """Return the attachment of a message content, or None."""
    url, file, info = content.get("url"), content.get("file"), content.get("info")
    msgtype = content.get("msgtype")
    if not isinstance(msgtype, str) or not (isinstance(url, str) or isinstance(file, dict)):
        return None
    details: Mapping[str, object] = info if isinstance(info, dict) else {}
    mime, size = details.get("mimetype"), details.get("size")
    source = Source(msgtype, url=url if isinstance(url, str) else None, file=file if isinstance(file, dict) else None)
    body = content.get("body")
    names = (content.get("filename"), own_words(body, content, edited=True) if isinstance(body, str) else None)
    return Attachment(
        name=next((name for name in names if isinstance(name, str) and name), "file"),
        mime=mime if isinstance(mime, str) else "application/octet-stream",
        size=size if isinstance(size, int) else 0,
        source=msgspec.json.encode(source).decode(),
        account=account,
        spoiler=content.get(_SPOILER) is True,
    )


def caption(content: Mapping[str, object], *, edited: bool = False) -> str:
    """Return the caption of a file: the body, if the content has a different file name.

    `edited`: the content is the new one of an edit.
    https://spec.matrix.org/v1.11/client-server-api/#media-captions
    """
    body, filename = content.get("body"), content.get("filename")
    has_caption = isinstance(body, str) and isinstance(filename, str) and body != filename
    return own_words(str(body), content, edited=edited) if has_caption else ""


def edited_text(content: Mapping[str, object]) -> str | None:
    """Return the text or the caption in the new content of an edit, or None if it has neither."""
    body = content.get("body")
    if not isinstance(body, str):
        return None
    if attachment_of(content, "") is None:
        return own_words(body, content, edited=True)
    return caption(content, edited=True)


def content_of(attachment: Attachment) -> dict[str, object]:
    """Build the message content for one of this account's attachments. Raises msgspec.DecodeError."""
    source = msgspec.json.decode(attachment.source, type=Source)
    content: dict[str, object] = {
        "msgtype": source.msgtype if source.msgtype in KINDS else "m.file",
        "body": attachment.name,
        "filename": attachment.name,
        "info": {"mimetype": attachment.mime, "size": attachment.size},
        "m.mentions": {},
    }
    if attachment.spoiler:
        content[_SPOILER] = True
    if attachment.alt:
        content.update(_caption(attachment.alt))
    content.update({"file": source.file} if source.file is not None else {"url": source.url})
    return content


def _caption(alt: str) -> dict[str, str]:
    """Return the description as a quotation: clients show it as a text of the bot's below the picture."""
    quoted = f"<blockquote>{escape(alt)}</blockquote>"
    return {"body": f"> {alt}", "format": "org.matrix.custom.html", "formatted_body": quoted}
