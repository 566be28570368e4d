"""The bot receives a bounded part of a file, whatever its message says."""

from __future__ import annotations

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from adapters.matrix.api import media, media_transfer
from adapters.matrix.api.client import MatrixClient
from bots.core.inbound import Attachment
from tests.unit.matrix.syncs import event

CHUNK = bytes(100_000)


@pytest.mark.parametrize("version", ["client/v1/media", "media/v3"])
@pytest.mark.parametrize("declared", [3, 10**12])
async def test_a_file_is_read_up_to_a_limit(version: str, declared: int) -> None:
    """A small file is read whatever size it declares, and a file of twice the limit is given up."""
    chunks = 0

    async def serve(request: web.Request) -> web.StreamResponse:
        reply = web.StreamResponse()
        await reply.prepare(request)
        for _ in range(chunks):
            await reply.write(CHUNK)
        await reply.write(b"tea")
        return reply

    app = web.Application()
    app.router.add_get(f"/_matrix/{version}/download/hs.test/a", serve)
    info = {"mimetype": "image/png", "size": declared}
    content = {"msgtype": "m.image", "body": "a.png", "url": "mxc://hs.test/a", "info": info}
    attachment = media.attachment_of(event("m.room.message", "@a:hs.test", content)["content"], "matrix")
    assert isinstance(attachment, Attachment)
    async with TestServer(app) as server:
        client = MatrixClient(str(server.make_url("")).rstrip("/"))
        assert await media_transfer.download(client, attachment) == b"tea"
        chunks = 2 * media.LARGEST_DOWNLOAD // len(CHUNK)
        assert await media_transfer.download(client, attachment) is None
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it


@pytest.mark.parametrize(("spoiler", "msgtype"), [(False, "m.image"), (True, "m.file")])
async def test_a_covered_picture_is_a_file_to_open(*, spoiler: bool, msgtype: str) -> None:
    """A picture that its author covered shows nothing in a room before somebody opens it."""

    async def take(_request: web.Request) -> web.Response:
        return web.json_response({"content_uri": "mxc://hs.test/b"})

    app = web.Application()
    app.router.add_post("/{path:.*}", take)
    covered = Attachment(name="end.png", mime="image/png", size=3, spoiler=spoiler)
    async with TestServer(app) as server:
        client = MatrixClient(str(server.make_url("")).rstrip("/"))
        client.access_token = "t"
        own = await media_transfer.upload(client, covered, b"tea", encrypted=False)
        assert isinstance(own, Attachment)
        assert media.content_of(own)["msgtype"] == msgtype
        await client.close()  # type: ignore[no-untyped-call]  # nio does not annotate it
