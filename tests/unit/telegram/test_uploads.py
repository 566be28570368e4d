"""How files are written to Telegram."""

from __future__ import annotations

import httpx
import pytest
from telegram import InputFile

from adapters.telegram.outbound.uploads import Upload, album_item

PIECE = 64 * 1024


async def largest_piece(file: InputFile) -> int:
    """Return the size of the largest piece in which the client library writes a file."""
    request = httpx.Request("POST", "https://api.telegram.org", files={"file": file.field_tuple})
    assert isinstance(request.stream, httpx.AsyncByteStream)
    return max([len(piece) async for piece in request.stream])


@pytest.mark.parametrize("in_album", [True, False])
async def test_file_is_written_in_pieces(*, in_album: bool) -> None:
    """A file is written in small pieces, so that a slow line only has to carry one of them in time."""
    upload = Upload("document", b"a" * 10 * PIECE, "film.txt")
    file = album_item(upload, None).media if in_album else upload.as_input_file()
    assert isinstance(file, InputFile)
    assert await largest_piece(file) <= PIECE
    assert await largest_piece(file) <= PIECE, "a repeated request writes the file again"
