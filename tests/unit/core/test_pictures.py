"""Pictures lose the data of cameras on their way, and nothing else."""

from __future__ import annotations

import io
from typing import Any

import pytest
from PIL import Image, ImageOps, ImageSequence, PngImagePlugin

from bots.core.inbound import Attachment
from schedules.delivery.pictures import clean, without_metadata

SECRET = b"Anna at home"
GPS, MAKER, ORIENTATION, LATITUDE = 0x8825, 0x010F, 0x0112, 2
FORMATS = ["JPEG", "PNG", "WEBP", "TIFF", "AVIF"]


def camera_data() -> Image.Exif:
    """Return what a camera writes, with a place."""
    exif = Image.Exif()
    exif[MAKER] = SECRET.decode()
    exif[ORIENTATION] = 6
    exif.get_ifd(GPS)[LATITUDE] = (48.0, 51.0, 24.0)
    return exif


def picture(kind: str, **options: Any) -> bytes:
    """Return a picture of two colours."""
    made, file = Image.new("RGB", (40, 20), "teal"), io.BytesIO()
    made.paste((200, 30, 60), (0, 0, 10, 20))
    made.save(file, format=kind, **options)
    return file.getvalue()


def box(kind: bytes, content: bytes) -> bytes:
    """Return a part of a video file."""
    return (8 + len(content)).to_bytes(4, "big") + kind + content


def attachment(mime: str) -> Attachment:
    """Return a file of a type."""
    return Attachment(name="a", mime=mime, size=1)


@pytest.mark.parametrize("kind", FORMATS)
async def test_a_picture_loses_its_place(kind: str) -> None:
    """A picture keeps its size, colours and orientation, and loses place, camera and owner."""
    before = picture(kind, exif=camera_data())
    assert SECRET in before
    after = await without_metadata(before, attachment(f"image/{kind.lower()}"))
    assert after is not None and SECRET not in after
    with Image.open(io.BytesIO(after)) as cleaned:
        upright = ImageOps.exif_transpose(cleaned).convert("RGB")
        assert (cleaned.format, upright.size, cleaned.getexif().get_ifd(GPS)) == (kind, (20, 40), {})
        red, green, blue = upright.getpixel((2, 2))  # type: ignore[misc]  # three numbers in this mode
        assert red > 150 > 90 > green and blue < 110


@pytest.mark.parametrize("mime", ["image/gif", "image/bmp", "image/svg+xml", "text/plain"])
async def test_a_photo_under_another_name_loses_its_place(mime: str) -> None:
    """What the sender says about a file lets no photo pass."""
    after = await without_metadata(picture("JPEG", exif=camera_data()), attachment(mime))
    assert after is not None and SECRET not in after


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "WEBP", "AVIF"])
def test_a_picture_without_data_is_not_touched(kind: str) -> None:
    """A picture without such data stays as it is, byte by byte."""
    before = picture(kind)
    assert clean(before) == before


def test_comments_and_texts_go_too() -> None:
    """The comment of a JPEG and the texts of a PNG are gone, and so is XMP."""
    texts = PngImagePlugin.PngInfo()
    texts.add_text("Author", SECRET.decode())
    xmp = b"<x:xmpmeta xmlns:x='adobe:ns:meta/'>" + SECRET + b"</x:xmpmeta>"
    for before in (
        picture("PNG", pnginfo=texts), picture("JPEG", comment=SECRET), picture("JPEG", xmp=xmp),
        picture("WEBP", xmp=xmp),
    ):  # fmt: skip
        assert SECRET in before and SECRET not in clean(before)


def test_an_animation_keeps_moving() -> None:
    """An animated WebP keeps its pictures."""
    first, file = Image.new("RGB", (8, 8), "red"), io.BytesIO()
    first.save(file, format="WEBP", save_all=True, append_images=[Image.new("RGB", (8, 8), "blue")], exif=camera_data())
    with Image.open(io.BytesIO(clean(file.getvalue()))) as cleaned:
        assert getattr(cleaned, "n_frames", 1) == 2


@pytest.mark.parametrize(
    ("content", "mime", "passes"),
    [
        (b"%PDF-1.7 ...", "application/pdf", True),
        (b"<?xml version='1.0'?><svg><desc>" + SECRET + b"</desc></svg>", "image/svg+xml", False),
        (b"<SVG>" + SECRET, "text/plain", False),
        (box(b"ftyp", b"isom") + box(b"mdat", b"...\xa9xyz...") + box(b"moov", b"trak"), "video/mp4", True),
        (box(b"ftyp", b"qt  ") + box(b"moov", box(b"udta", b"\xa9xyz+48.8+2.3/")), "video/quicktime", False),
        (box(b"ftyp", b"qt  ") + box(b"mdat", b"") + box(b"moov", b"com.apple.quicktime.location.ISO6709"), "", False),
        (b"ftypheic " + SECRET, "image/heic", False),
        (b"\0\0\0\x18ftypheic" + SECRET, "application/octet-stream", False),
        (b"\0\0\0\x18ftypmif1" + SECRET, "image/gif", False),
        (b"\0\0\0\x18ftypisom...", "video/mp4", True),
        (picture("JPEG", exif=camera_data())[:200], "image/jpeg", False),
        (picture("JPEG", exif=camera_data())[:200], "application/octet-stream", False),
    ],
)
async def test_what_cannot_be_cleaned_stays_behind(content: bytes, mime: str, passes: bool) -> None:
    """Other files pass as they are; a picture that cannot be read, and may hold a place, does not pass."""
    assert await without_metadata(content, attachment(mime)) == (content if passes else None)


async def test_a_gif_loses_its_comment_and_keeps_moving() -> None:
    """An animated picture with a comment loses it, and keeps its frames and their times."""
    file = io.BytesIO()
    frames = [Image.new("RGB", (40, 20), color) for color in ("teal", "red", "blue")]
    frames[0].save(
        file, format="GIF", save_all=True, append_images=frames[1:], duration=[100, 200, 300], loop=0, comment=SECRET
    )
    after = await without_metadata(file.getvalue(), attachment("image/gif"))
    assert after is not None and SECRET not in after
    with Image.open(io.BytesIO(after)) as cleaned:
        shown = [frame.info["duration"] for frame in ImageSequence.Iterator(cleaned)]
    assert shown == [100, 200, 300]
