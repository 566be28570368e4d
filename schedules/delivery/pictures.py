"""Pictures without what cameras write into them: the place, the time, the device and its owner.

Only pictures that hold such data are written again, in the quality that they had.
"""

from __future__ import annotations

import asyncio
import io
from typing import Any

import structlog
from PIL import Image, UnidentifiedImageError

from bots.core.inbound import Attachment

log = structlog.get_logger()
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF")
"""The formats that carry such data. The MPO of a phone, a kind of JPEG, becomes a JPEG with its first picture."""
_AS_THEY_ARE = ("image/gif", "image/svg+xml", "image/bmp")
"""What the sender says counts only for what is none of the formats above: a photo may pass itself off as a GIF."""
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_ORIENTATION = 0x0112
_METADATA = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "mp", "Raw profile type exif")
_QUALITY = 92


async def without_metadata(content: bytes, attachment: Attachment) -> bytes | None:
    """Return a picture without metadata, any other file as it is. None for a picture that cannot be cleaned.

    An open picture takes four bytes for each of its points: clean one at a time.
    """
    try:
        return await asyncio.to_thread(clean, content)
    except UnidentifiedImageError:
        if not _is_photo(content) and _may_pass(attachment.mime):
            return content
        why = "not a known format"
    except (OSError, SyntaxError, ValueError, EOFError, MemoryError, Image.DecompressionBombError) as error:
        why = str(error) or type(error).__name__
    log.warning("picture-left-out", name=attachment.name, mime=attachment.mime, why=why)
    return None


def _may_pass(mime: str) -> bool:
    """Return whether a file of this type, as its sender says, may pass if nobody can clean it."""
    return mime in _AS_THEY_ARE or not mime.startswith("image/")


def _is_photo(content: bytes) -> bool:
    """Return whether this is a photo of a phone (HEIC), which holds its place and which we cannot clean."""
    return content[4:8] == b"ftyp" and content[8:12] in _HEIC_BRANDS


def clean(content: bytes) -> bytes:
    """Return a picture without metadata. Raises PIL.UnidentifiedImageError for what is no picture, and OSError."""
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        picture.load()
        if not _has_metadata(picture):
            return content
        cleaned = io.BytesIO()
        _bare(picture).save(cleaned, **_options(picture))
        return cleaned.getvalue()


def _has_metadata(picture: Image.Image) -> bool:
    texts = getattr(picture, "text", {})
    return bool(texts or picture.getexif() or any(picture.info.get(name) for name in _METADATA))


def _bare(picture: Image.Image) -> Image.Image:
    """Return the points of a TIFF, whose tags Pillow would write again; other pictures as they are."""
    if picture.format != "TIFF":
        return picture
    bare = Image.new(picture.mode, picture.size)
    bare.paste(picture)
    return bare


def _options(picture: Image.Image) -> dict[str, Any]:
    """Return how to save a picture: as before, upright, and with its colours."""
    exif = Image.Exif()
    if orientation := picture.getexif().get(_ORIENTATION):
        exif[_ORIENTATION] = orientation
    options: dict[str, Any] = {
        "format": "JPEG" if picture.format == "MPO" else picture.format,
        "exif": exif.tobytes(), "icc_profile": picture.info.get("icc_profile"),
    }  # fmt: skip
    if picture.format == "JPEG":
        return {**options, "quality": "keep", "comment": b""}
    if picture.format == "MPO":
        return {**options, "quality": _QUALITY, "comment": b""}
    if picture.format == "TIFF":
        return {"format": "TIFF", "compression": "tiff_deflate"}  # Pillow has turned it upright
    if picture.format in ("WEBP", "AVIF"):
        options |= {"quality": _QUALITY, "xmp": b""}
    return options | {"save_all": getattr(picture, "is_animated", False)}
