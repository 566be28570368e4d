"""Digests on the web: an Atom feed that a feed reader understands, and a page, at a secret address."""

from __future__ import annotations

import asyncio
import re
import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn
from xml.etree import ElementTree

import feedparser
import httpx
import pytest

from adapters.cli.monitoring import MonitoringServer
from bots.clock import SystemClock
from tests.acceptance.event_steps import announce_event
from tests.acceptance.highlight_steps import NET, create_network_with_digest, nominate_message
from tests.ports import free_port
from tests.stage import RICH, Stage, staged

if TYPE_CHECKING:
    from playwright.async_api import Request

ADDRESS = re.compile(r"https://bot\.example\.org(/digest/[\w-]+/)")


def open_web(stage: Stage) -> None:
    """Let the bot know the address of its web pages, as its settings would."""
    router = stage.application.router
    router.extensions = replace(router.extensions, web_address="https://bot.example.org")


@asynccontextmanager
async def served(stage: Stage) -> AsyncIterator[httpx.AsyncClient]:
    """Serve the stage's database on a real socket; yield a client for it."""
    port = free_port()
    listener = socket.create_server(("127.0.0.1", port))
    server = MonitoringServer(stage.database, _nobody, SystemClock(), address="https://bot.example.org")
    serving = asyncio.create_task(server.serve(listener))
    try:
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}", trust_env=False) as client:
            yield client
    finally:
        serving.cancel()
        await asyncio.gather(serving, return_exceptions=True)


async def _nobody() -> NoReturn:
    raise AssertionError("nobody asks for the health")


def note_address(asked: list[str], request: Request) -> None:
    """Note what a page asks for."""
    asked.append(request.url)


async def feed_path(stage: Stage, user: str, room: str, how: str = "on") -> str:
    """Switch the feed on and return the path of the page."""
    open_web(stage)
    await stage.say(user, f"!digest feed {how}", room)
    found = ADDRESS.search(stage.last(room).text)
    assert found is not None, stage.last(room).text
    return found[1]


async def a_day(stage: Stage) -> None:
    """Let a day with news pass: a highlight, an event, and a line that the coordinator added."""
    await create_network_with_digest(stage)
    await stage.forward(minutes=1)
    await nominate_message(stage, "We planted 40 <trees> & more!")
    await announce_event(stage, "!event Potluck saturday 7pm at the garden")
    await stage.say("@nora", "!digest add The <b>garden</b> opens & closes", NET)
    await stage.forward(days=1)


async def test_feed_is_valid_and_keeps_its_ids(tmp_path: Path) -> None:
    """A feed reader finds the digests with their ids and dates, and a renewed address keeps them."""
    async with staged(tmp_path) as stage:
        await a_day(stage)
        path = await feed_path(stage, "@nora", NET)
        async with served(stage) as client:
            answer = await client.get(f"{path}feed.atom")
            assert answer.headers["content-type"] == "application/atom+xml; charset=utf-8"
            feed = feedparser.parse(answer.content, response_headers=dict(answer.headers))
            assert not feed.bozo
            assert feed.version == "atom10"
            assert feed.feed.title == "News from Les Passeurs"
            assert feed.feed.author == "Les Passeurs"
            [entry] = feed.entries
            assert entry.id.startswith("urn:uuid:")
            assert entry.updated_parsed is not None
            assert "<b>" not in entry.content[0].value
            assert "The &lt;b&gt;garden" in entry.content[0].value
            again = await client.get(f"{path}feed.atom", headers={"If-None-Match": answer.headers["etag"]})
            assert again.status_code == 304
            other = await feed_path(stage, "@nora", NET, "renew")
            assert other != path
            assert (await client.get(f"{path}feed.atom")).status_code == 404
            renewed = feedparser.parse((await client.get(f"{other}feed.atom")).content)
            assert (renewed.feed.id, renewed.entries[0].id) == (feed.feed.id, entry.id)
            await stage.say("@nora", "!digest feed off", NET)
            assert (await client.get(other)).status_code == 404


async def test_any_words_keep_the_feed_readable(tmp_path: Path) -> None:
    """Letters that XML has no way to write are replaced: one of them in somebody's words would break every reader."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!digest add The \x01\x08\x0b\x1b\ufffe\uffff]]>< garden opens", NET)
        await announce_event(stage, "!event Potluck saturday 7pm at the garden")
        await stage.forward(days=1)
        path = await feed_path(stage, "@nora", NET)
        async with served(stage) as client:
            feed = ElementTree.fromstring((await client.get(f"{path}feed.atom")).content)
            assert "garden opens" in "".join(feed.itertext())


async def test_only_what_may_be_public_is_on_the_web(tmp_path: Path) -> None:
    """Highlights never are, and a community's news only while the community has an address of its own."""
    async with staged(tmp_path) as stage:
        await a_day(stage)
        path = await feed_path(stage, "@nora", NET)
        async with served(stage) as client:
            assert "Potluck" not in (await client.get(path)).text
            await feed_path(stage, "@carla", "#lyon")
            shown = (await client.get(path)).text
            assert "Potluck" in shown
            assert "40" not in shown
            await stage.say("@carla", "!digest feed off")
            assert "Potluck" not in (await client.get(path)).text


async def test_what_is_deleted_goes_from_the_web(tmp_path: Path) -> None:
    """A poll that is deleted is in no feed any longer, nor in the database."""
    async with staged(tmp_path) as stage:
        await stage.community()
        await stage.say("@carla", "!config digest daily")
        await stage.forward(minutes=1)
        await stage.say("@carla", '!poll "Tea?" Green Black')
        await stage.react("@anna", stage.sees("Tea?"), "1️⃣")
        await stage.say("@carla", "!poll close")
        await stage.forward(days=1)
        path = await feed_path(stage, "@carla", "#lyon")
        async with served(stage) as client:
            assert "Tea?" in (await client.get(path)).text
            await stage.say("@carla", "!poll delete 1")
            await stage.say("@carla", "yes")
            assert "Tea?" not in (await client.get(path)).text


async def test_page_works_on_a_phone_in_light_and_dark(tmp_path: Path) -> None:
    """In a browser the page fits a phone, loads nothing from elsewhere, and is readable in both colour schemes."""
    from playwright.async_api import async_playwright

    from tests.acceptance.demo_visitor import CHROMIUM

    async with staged(tmp_path) as stage:
        await a_day(stage)
        path = await feed_path(stage, "@nora", NET)
        async with served(stage) as client, async_playwright() as playwright:
            browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
            for scheme in ("light", "dark"):
                dark = scheme == "dark"
                context = await browser.new_context(
                    viewport={"width": 360, "height": 640}, color_scheme="dark" if dark else "light"
                )
                page = await context.new_page()
                asked: list[str] = []
                page.on("request", partial(note_address, asked))
                await page.goto(f"{client.base_url}{path}")
                assert await page.title() == "News from Les Passeurs"
                assert await page.evaluate("document.documentElement.scrollWidth") <= 360
                back = await page.evaluate("getComputedStyle(document.body).backgroundColor")
                assert back == ("rgb(255, 255, 255)" if scheme == "light" else "rgb(19, 19, 20)")
                assert asked == [f"{client.base_url}{path}"]
                await page.screenshot(path=tmp_path / f"digest-{scheme}.png")
            await browser.close()


async def test_without_a_web_address_the_file_is_offered(tmp_path: Path) -> None:
    """Where the operator opened no address the bot says so, and before the first digest there is no file."""
    async with staged(tmp_path) as stage:
        await create_network_with_digest(stage)
        await stage.say("@nora", "!digest feed on", NET)
        assert "hasn’t opened a web address" in stage.last(NET).text
        await stage.say("@nora", "!digest file", NET)
        assert "has sent no digest yet" in stage.last(NET).text


@pytest.mark.parametrize("upload_bytes", [0, 100_000])
async def test_file_comes_where_files_can(tmp_path: Path, upload_bytes: int) -> None:
    """`digest file` answers with an HTML file that has no words of highlights, or says that it can't send one."""
    from msgspec import structs

    async with staged(tmp_path, structs.replace(RICH, upload_bytes=upload_bytes)) as stage:
        await a_day(stage)
        await stage.say("@nora", "!digest file", NET)
        shown = stage.last(NET)
        if not upload_bytes:
            assert "can’t send files here" in shown.text
            return
        [file] = shown.content.attachments if shown.content is not None else []
        assert file.name == "digest-2026-11-25.html"
        assert "Potluck" in (file.data or "")
        assert "40" not in (file.data or "")
