"""Files that messages carry: Attachment.source is this door's own JSON, readable by it alone."""

from __future__ import annotations

from collections.abc import Mapping

import msgspec

from bots.core.inbound import Attachment

KINDS = frozenset({"m.image", "m.file", "m.audio", "m.video"})
LARGEST = 20_000_000
"""Bytes of a file that is relayed; homeservers take 50 MB or more unless told otherwise."""


def kind_of(mime: str) -> str:
    """The msgtype for a file of this type."""
    kind = f"m.{mime.partition('/')[0]}"
    return kind if kind in KINDS else "m.file"


class Source(msgspec.Struct, frozen=True, omit_defaults=True):
    """`url` of a file in the open, or `file` with its decryption key (EncryptedFile of the specification)."""

    msgtype: str
    url: str | None = None
    file: dict[str, object] | None = None


def read(content: Mapping[str, object], account: str) -> Attachment | None:
    """The attachment of a message content; None when it names no file."""
    url, file, info = content.get("url"), content.get("file"), content.get("info")
    msgtype = content.get("msgtype")
    if not isinstance(msgtype, str) or not (isinstance(url, str) or isinstance(file, dict)):
        return None
    details: Mapping[str, object] = info if isinstance(info, dict) else {}
    mime, size = details.get("mimetype"), details.get("size")
    source = Source(msgtype, url=url if isinstance(url, str) else None, file=file if isinstance(file, dict) else None)
    return Attachment(
        name=_name(content),
        mime=mime if isinstance(mime, str) else "application/octet-stream",
        size=size if isinstance(size, int) else 0,
        source=msgspec.json.encode(source).decode(),
        account=account,
    )


def caption(content: Mapping[str, object]) -> str:
    """What was written with the file: the body, where a file name stands beside it.

    https://spec.matrix.org/v1.11/client-server-api/#media-captions
    """
    body, filename = content.get("body"), content.get("filename")
    told = isinstance(body, str) and isinstance(filename, str) and body != filename
    return str(body) if told else ""


def content_of(attachment: Attachment) -> dict[str, object]:
    """The message content that shows one of this account's attachments again. Raises msgspec.DecodeError."""
    source = msgspec.json.decode(attachment.source, type=Source)
    content: dict[str, object] = {
        "msgtype": source.msgtype if source.msgtype in KINDS else "m.file",
        "body": attachment.alt or attachment.name,
        "filename": attachment.name,
        "info": {"mimetype": attachment.mime, "size": attachment.size},
        "m.mentions": {},
    }
    content.update({"file": source.file} if source.file is not None else {"url": source.url})
    return content


def _name(content: Mapping[str, object]) -> str:
    for key in ("filename", "body"):
        value = content.get(key)
        if isinstance(value, str) and value:
            return value
    return "file"
