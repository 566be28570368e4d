"""Files that the tests send."""

import io

from PIL import Image

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c4890000000d49444154789c636060606000000005"
    "0001a5f645400000000049454e44ae426082"
)
"""A PNG of one transparent pixel."""


def picture(colour: str) -> bytes:
    """Return a PNG of one pixel of this colour, such as "red". The bot reads pictures, so any bytes won't do."""
    file = io.BytesIO()
    Image.new("RGB", (1, 1), colour).save(file, "PNG")
    return file.getvalue()
