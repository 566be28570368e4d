"""A picture of nothing, and a document of nothing: what stands where a file has to go and its message can't."""

from __future__ import annotations

import struct
import zlib

from telegram import InputMediaDocument, InputMediaPhoto

WORDS = "—"
_SIDE = 100


def photo() -> InputMediaPhoto:
    """In an album of pictures and films, or alone. https://core.telegram.org/bots/api#editmessagemedia"""
    return InputMediaPhoto(_png(), caption=WORDS, filename="blank.png")


def document() -> InputMediaDocument:
    """In an album of documents."""
    return InputMediaDocument(WORDS.encode(), caption=WORDS, filename="blank.txt")


def _png() -> bytes:
    """A white square. https://www.w3.org/TR/png-3/#5DataRep"""
    header = struct.pack(">IIBBBBB", _SIDE, _SIDE, 8, 0, 0, 0, 0)
    rows = (b"\x00" + b"\xff" * _SIDE) * _SIDE
    chunks = (b"IHDR", header), (b"IDAT", zlib.compress(rows)), (b"IEND", b"")
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(name, data) for name, data in chunks)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
