"""Placeholders for files and texts of messages that can't be deleted."""

from __future__ import annotations

import struct
import zlib

from telegram import InputMediaDocument, InputMediaPhoto

TEXT = "—"
_SIDE = 100


def photo() -> InputMediaPhoto:
    """Return a blank photo, for an album of photos and videos or alone.

    https://core.telegram.org/bots/api#editmessagemedia
    """
    return InputMediaPhoto(_png(), caption=TEXT, filename="blank.png")


def document() -> InputMediaDocument:
    """Return a blank document, for an album of documents."""
    return InputMediaDocument(TEXT.encode(), caption=TEXT, filename="blank.txt")


def _png() -> bytes:
    """Encode a white square. https://www.w3.org/TR/png-3/#5DataRep"""
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\xff" * _SIDE) * _SIDE
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
