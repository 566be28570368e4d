"""Pictures without what cameras write into them: the place, the time, the device and its owner.

Only pictures that hold such data are written again, in the quality that they had. Drawings (SVG), and videos that say
where they were made, stay behind: nothing cleans them surely.
"""

from __future__ import annotations

import asyncio
import io
from typing import Any

import structlog
from PIL import Image, UnidentifiedImageError

from bots.core.inbound import Attachment
from schedules.delivery.videos import tells_place

log = structlog.get_logger()
_FORMATS = ("JPEG", "PNG", "WEBP", "AVIF", "TIFF", "GIF")
"""The formats that carry such data. The MPO of a phone, a kind of JPEG, becomes a JPEG with its first picture."""
_AS_THEY_ARE = ("image/bmp", "image/x-ms-bmp")
"""They carry no such data. The sender's word counts only for other formats than those above."""
_HEIC_BRANDS = (b"heic", b"heix", b"hevc", b"hevx", b"heim", b"heis", b"mif1", b"msf1")
_ORIENTATION = 0x0112
_METADATA = ("exif", "xmp", "XML:com.adobe.xmp", "photoshop", "comment", "mp", "Raw profile type exif")
_QUALITY = 92
_GIF_XMP, _GIF_HEAD, _SVG_HEAD = b"XMP DataXMP", 10_000_000, 4096


async def without_metadata(content: bytes, attachment: Attachment) -> bytes | None:
    """Return a picture without metadata, any other file as it is. None for a picture that cannot be cleaned.

    An open picture takes four bytes for each of its points: clean one at a time.
    """
    try:
        return await asyncio.to_thread(clean, content)
    except UnidentifiedImageError:
        why = "it may say where it was made" if tells_place(content) else "not a known format"
        if not tells_place(content) and not _is_photo(content) and _may_pass(attachment.mime) and not _is_svg(content):
            return content
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


def _is_svg(content: bytes) -> bool:
    """Return whether this is a drawing of text, which may hold its author, photos and programs."""
    head = content[:_SVG_HEAD].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    return head.startswith((b"<?xml", b"<!doctype svg", b"<svg", b"<!--")) and b"<svg" in head


def clean(content: bytes) -> bytes:
    """Return a picture without metadata. Raises PIL.UnidentifiedImageError if it is not a picture, and OSError."""
    with Image.open(io.BytesIO(content), formats=_FORMATS) as picture:
        picture.load()
        if not _has_metadata(picture) and _GIF_XMP not in content[:_GIF_HEAD]:
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
    if picture.format == "GIF":
        return {"format": "GIF", "save_all": True, "comment": b""}
    return options | {"save_all": getattr(picture, "is_animated", False)}
