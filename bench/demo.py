"""The demo's page: from the Enter key to every other pane, and from the address to the first paint."""

from __future__ import annotations

import asyncio
import statistics
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import AsyncExitStack, asynccontextmanager
from pathlib import Path

import httpx
from playwright.async_api import Page, async_playwright

from bench.measure import Result, percentile

MESSAGES = 200
VIEWERS = 8
PAINTS = 7
_CHROMIUM = "/usr/bin/chromium"
_FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"]
_START = """
import sys
from pathlib import Path
from adapters.cli.demo.command import demo
sys.exit(demo(port=0, browser=False, folder=Path(sys.argv[1])))
"""
_USERS = ("zoe", "anna", "ben", "carla", "maya", "owen", "grace", "nora")
_PAINT = """() => new Promise((resolve) => {
    new PerformanceObserver((entries) => resolve(entries.getEntries().pop().startTime))
        .observe({ type: "paint", buffered: true });
})"""

_WATCH = """(text) => {
    window.came = new Promise((resolve) => {
        const watch = new MutationObserver(() => {
            if (!document.querySelector('[data-pane="lyon"] .log').textContent.includes(text)) return;
            watch.disconnect();
            resolve(performance.timeOrigin + performance.now());
        });
        watch.observe(document.querySelector('[data-pane="lyon"]'), { childList: true, subtree: true });
    });
}"""
_STAMP = """addEventListener("keydown", () => { window.pressed = performance.timeOrigin + performance.now(); }, true)"""


def demo() -> list[Result]:
    """Measure `demo_message_to_pane_ms_p50` and `_p99`, `demo_message_in_chromium_ms_p50` and `demo_first_paint_ms`."""
    return asyncio.run(_demo())


async def _demo() -> list[Result]:
    with tempfile.TemporaryDirectory() as folder:
        async with _running(Path(folder) / "demo") as address:
            waits = await _to_every_pane(address)
            paints, shown = await _in_chromium(address)
    what = (
        f"{MESSAGES} messages, from before the POST until the last of {VIEWERS} people's event streams over HTTP had it"
        " drawn; the bot running"
    )
    return [
        Result("demo_message_to_pane_ms_p50", statistics.median(waits), "ms", "≤ 100", what),
        Result("demo_message_to_pane_ms_p99", percentile(waits, 0.99), "ms", "≤ 100", what),
        Result(
            "demo_message_in_chromium_ms_p50", statistics.median(shown), "ms", "≤ 100",
            "from the Enter key in one tab of Chromium until the message stands in another's document",
        ),
        Result(
            "demo_first_paint_ms", statistics.median(paints), "ms", "≤ 1,000",
            f"median of {PAINTS} loads of the whole page in Chromium, its cache empty",
        ),
    ]  # fmt: skip


@asynccontextmanager
async def _running(folder: Path) -> AsyncIterator[str]:
    """Start a demo in its own process and yield its address."""
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", _START, str(folder), stdout=asyncio.subprocess.PIPE
    )
    assert process.stdout is not None
    try:
        async for line in process.stdout:
            if b"glocal demo: " in line:
                yield line.decode().split()[-1]
                break
        else:
            raise AssertionError("the demo ended before it had started")
    finally:
        process.terminate()
        await process.communicate()


class _Pane:
    """One person's event stream. `seen` has the time of each text's arrival."""

    def __init__(self) -> None:
        self.seen: dict[str, float] = {}
        self.news = asyncio.Event()

    async def read(self, answer: httpx.Response) -> None:
        """Record events until the stream ends."""
        async for line in answer.aiter_lines():
            if "bench-" in line:
                text = line[line.index("bench-") :].split("<")[0]
                self.seen.setdefault(text, time.perf_counter())
                self.news.set()

    async def has(self, text: str) -> float:
        """Wait for a text, and return the time of its arrival."""
        while text not in self.seen:
            self.news.clear()
            await self.news.wait()
        return self.seen[text]


async def _to_every_pane(address: str) -> list[float]:
    """Return the milliseconds of each message, one after the other."""
    waits: list[float] = []
    async with AsyncExitStack() as stack:
        http = await stack.enter_async_context(
            httpx.AsyncClient(base_url=address, headers={"Origin": address.rstrip("/")}, timeout=None)
        )
        panes = []
        for user in _USERS[:VIEWERS]:
            answer = await stack.enter_async_context(http.stream("GET", "/live", params={"as": user}))
            pane = _Pane()
            panes.append(pane)
            reading = asyncio.create_task(pane.read(answer))
            stack.callback(reading.cancel)
        for number in range(-10, MESSAGES):
            text = f"bench-{number} "
            begin = time.perf_counter()
            await http.post("/rooms/lyon/messages", data={"as": "anna", "text": text})
            last = max([await pane.has(text) for pane in panes])
            if number >= 0:  # the first ten warm up
                waits.append((last - begin) * 1000)
    return waits


async def _in_chromium(address: str) -> tuple[list[float], list[float]]:
    """Return the milliseconds to the first paint, and from one tab to another."""
    async with async_playwright() as playwright:
        browser = await playwright.chromium.launch(executable_path=_CHROMIUM, args=_FLAGS)
        paints: list[float] = []
        for _ in range(PAINTS + 1):
            context = await browser.new_context()
            page = await context.new_page()
            await page.goto(f"{address}?as=anna")
            paints.append(await page.evaluate(_PAINT))
            await context.close()
        context = await browser.new_context()
        writer, reader = await context.new_page(), await context.new_page()
        await writer.goto(f"{address}?as=anna")
        await reader.goto(f"{address}?as=ben")
        shown = [await _shown_after(writer, reader, number) for number in range(-3, 30)][3:]
        await browser.close()
    return paints[1:], shown


async def _shown_after(writer: Page, reader: Page, number: int) -> float:
    """Return the milliseconds from the key in one tab to the message in the other."""
    await reader.evaluate(_WATCH, f"tab-{number} ")
    field = writer.locator('[data-pane="lyon"] textarea')
    await field.fill(f"tab-{number} ")
    await writer.evaluate(_STAMP)
    await field.press("Enter")
    came: float = await reader.evaluate("window.came")
    pressed: float = await writer.evaluate("window.pressed")
    return came - pressed
