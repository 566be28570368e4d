"""A visitor of the demo: a tab of a real Chromium that a test operates."""

from __future__ import annotations

import re
import subprocess
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Locator, Page, async_playwright, expect

CHROMIUM = "/usr/bin/chromium"
_FLAGS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
PATIENCE = 60_000
"""Milliseconds that a visitor waits for something to show."""


def ensure_chromium() -> None:
    """Install Debian's Chromium if it is missing. Raise AssertionError with instructions if that fails."""
    script = Path(__file__).parents[2] / "scripts" / "browser"
    done = subprocess.run(["sh", str(script)], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    """Run a browser."""
    expect.set_options(timeout=PATIENCE)
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=CHROMIUM, args=list(_FLAGS))
        try:
            yield browser
        finally:
            await browser.close()


class Visitor:
    """A person at one tab. `troubles`: the errors that the browser reported."""

    def __init__(self, page: Page) -> None:
        self.page = page
        self.troubles: list[str] = []
        page.on("pageerror", lambda error: self.troubles.append(str(error)))
        page.on("console", lambda line: self.troubles.append(line.text) if line.type == "error" else None)

    def pane(self, room: str) -> Locator:
        """Return a room's pane on the page; `private` is the private conversation with the bot."""
        if room == "private":
            return self.page.locator(".pane.direct").last
        return self.page.locator(f'[data-pane="{room}"]')

    async def say(self, room: str, text: str) -> None:
        """Type a line and send it with the Enter key."""
        field = self.pane(room).get_by_role("textbox")
        await field.fill(text)
        await field.press("Enter")
        await expect(field).to_have_value("")

    def shown(self, room: str, words: str) -> Locator:
        """Return the newest message in a room that contains these words (or matches this regex)."""
        return self.pane(room).locator("article.message").filter(has_text=re.compile(words, re.DOTALL)).last

    async def sees(self, room: str, words: str) -> Locator:
        """Wait until such a message is visible, without reloading the page."""
        message = self.shown(room, words)
        await expect(message).to_be_visible()
        return message

    async def press(self, room: str, words: str, button: str) -> None:
        """Press a button, or a reaction, of the newest message with these words."""
        await self.shown(room, words).get_by_role("button", name=button).first.click()

    async def react(self, room: str, words: str, emoji: str) -> None:
        """React to a message: open its tools and choose the emoji."""
        message = self.shown(room, words)
        await message.hover()
        await message.locator(".more > summary").click()
        await message.locator(".tools").get_by_role("button", name=emoji).click()

    async def enter(self, room: str) -> None:
        """Press the button that enters the room."""
        await self.pane(room).locator(".composer.enter button").click()

    async def move_clock(self, button: str, times: int = 1) -> None:
        """Press one of the clock's buttons, and wait until it has moved."""
        for _ in range(times):
            async with self.page.expect_response(re.compile("/clock$"), timeout=PATIENCE * 3) as moved:
                await self.page.locator("#clock").get_by_role("button", name=button).click()
            assert (await moved.value).ok

    async def moment(self, room: str, words: str) -> datetime:
        """Return when the newest message with these words was posted."""
        stamp = await self.shown(room, words).locator(".by time").get_attribute("datetime")
        assert stamp is not None
        return datetime.fromisoformat(stamp)

    async def identifier(self, room: str, words: str) -> str:
        """Return the element id of the newest message with these words."""
        return str(await self.shown(room, words).get_attribute("id"))


async def visit(context: BrowserContext, address: str, user: str, language: str = "en") -> Visitor:
    """Open a tab as one of the demo's people."""
    visitor = Visitor(await context.new_page())
    visitor.page.set_default_timeout(PATIENCE)
    await visitor.page.goto(f"{address}?as={user}&lang={language}")
    return visitor
