"""Find videos that say where they were made: phones write the place into MP4 and QuickTime files.

https://developer.apple.com/documentation/quicktime-file-format/user_data_atoms
"""

from __future__ import annotations

from collections.abc import Iterator

_PLACE_MARKS = (b"\xa9xyz", b"loci", b"com.apple.quicktime.location")
"""The marks of a place in QuickTime files, in 3GPP files (TS 26.244), and in those of iPhones."""
_MOST_BOXES = 10_000


def tells_place(content: bytes) -> bool:
    """Return whether the header of a video holds a place. The film itself, which may have any bytes, does not count."""
    if content[4:8] not in {b"ftyp", b"moov", b"wide", b"mdat", b"free", b"skip"}:
        return False
    headers = (
        content[start:end] for kind, start, end in _boxes(content) if kind in {b"moov", b"udta", b"meta", b"uuid"}
    )
    return any(mark in header for header in headers for mark in _PLACE_MARKS)


def _boxes(content: bytes) -> Iterator[tuple[bytes, int, int]]:
    """Yield (kind, start, end) of the boxes that a file consists of."""
    at = 0
    for _ in range(_MOST_BOXES):
        size, kind = int.from_bytes(content[at : at + 4], "big"), content[at + 4 : at + 8]
        if size == 1:
            size = int.from_bytes(content[at + 8 : at + 16], "big")
        end = len(content) if size == 0 else at + size
        if len(kind) < 4 or end <= at + 7:
            return
        yield kind, at, min(end, len(content))
        at = end
