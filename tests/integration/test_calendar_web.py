"""Other people's calendars are read from the public network only, and never for longer or more than is allowed."""

from __future__ import annotations

import gzip
from collections.abc import AsyncIterator
from dataclasses import dataclass, field

import pytest
from aiohttp import web
from aiohttp.test_utils import TestServer

from schedules.calendars.unread import Unread
from schedules.calendars.web import CalendarWeb

THIS_MACHINE = (
    "127.0.0.1", "127.1", "2130706433", "0x7f.1", "0x7f000001", "0", "0177.0.0.1", "017700000001", "127.0.0.1.",
    "localhost", "localhost.", "[::1]", "[::ffff:127.0.0.1]", "[::127.0.0.1]", "[::1%25lo]",
    "①②⑦.0.0.1", "１２７.0.0.1", "127。0。0。1", "⓪", "𝟏𝟐𝟕.0.0.1", "ⓛⓞⓒⓐⓛⓗⓞⓢⓣ", "user@127.0.0.1",
    "127.0.0.1%00.example.org",
)  # fmt: skip
"""Names for this machine, as people have smuggled them past checks of names."""


@dataclass
class Trap:
    """A service of this machine that nobody else should reach."""

    server: TestServer
    asked: list[str] = field(default_factory=list)


@pytest.fixture
async def trap() -> AsyncIterator[Trap]:
    """Serve a secret, redirections, and a small answer that unpacks to a large one."""
    app = web.Application()
    trap = Trap(TestServer(app, host="0.0.0.0"))

    async def secret(request: web.Request) -> web.Response:
        trap.asked.append(request.headers["Host"])
        return web.Response(text="secret")

    async def away(request: web.Request) -> web.Response:
        return web.Response(status=302, headers={"Location": request.query["to"]})

    async def bomb(_: web.Request) -> web.Response:
        return web.Response(body=gzip.compress(bytes(50_000_000)), headers={"Content-Encoding": "gzip"})

    app.router.add_get("/", secret)
    app.router.add_get("/away", away)
    app.router.add_get("/bomb", bomb)
    async with trap.server:
        yield trap


@pytest.mark.parametrize("host", THIS_MACHINE)
async def test_no_spelling_of_this_machine_is_read(trap: Trap, host: str) -> None:
    """However this machine is named, nothing on it is asked."""
    with pytest.raises(Unread):
        await CalendarWeb().read(f"http://{host}:{trap.server.port}/")
    assert trap.asked == []


@pytest.mark.parametrize("target", ["file:///etc/passwd", "ftp://127.0.0.1/", "//user:x@127.0.0.1/", "http://[", ""])
async def test_redirection_is_checked(trap: Trap, target: str) -> None:
    """A redirection leads only to web addresses without passwords, and not round and round."""
    with pytest.raises(Unread) as problem:
        await CalendarWeb(lambda _: True).read(str(trap.server.make_url("/away").with_query(to=target)))
    assert problem.value.slug == "unreachable"


async def test_redirection_to_this_machine_is_refused(trap: Trap) -> None:
    """A server of the public network that redirects to this machine is not followed there."""
    here = f"http://①②⑦.0.0.1:{trap.server.port}/"
    web_of_others = CalendarWeb(lambda address: str(address) == "127.0.0.2")
    first = f"http://127.0.0.2:{trap.server.port}/away"
    with pytest.raises(Unread) as problem:
        await web_of_others.read(f"{first}?to={here}")
    assert (problem.value.slug, trap.asked) == ("private", [])


async def test_packed_answer_is_measured_unpacked(trap: Trap) -> None:
    """Fifty kilobytes that unpack to fifty megabytes are too large."""
    with pytest.raises(Unread) as problem:
        await CalendarWeb(lambda _: True).read(str(trap.server.make_url("/bomb")))
    assert problem.value.slug == "large"
