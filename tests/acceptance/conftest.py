"""Fixtures for the tests of the demo in a real Chromium."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest_asyncio

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from tests.acceptance.demo_process import DemoProcess


@pytest_asyncio.fixture(loop_scope="module")
async def demo(tmp_path: Path, shared: Path) -> AsyncIterator[DemoProcess]:
    """Run a demo that nobody has used yet."""
    from tests.acceptance.demo_process import DemoProcess

    process = DemoProcess(tmp_path / "demo", shared)
    try:
        await process.begin()
        yield process
    finally:
        await process.stop()


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """Run one Chromium for the tests of a file; each opens windows of its own."""
    from tests.acceptance.demo_visitor import (  # imported here, because the quick tests run without Playwright
        chromium,
        ensure_chromium,
    )

    ensure_chromium()
    async with chromium() as running:
        yield running


@pytest_asyncio.fixture(loop_scope="module")
async def closed_windows(browser: Browser) -> AsyncIterator[None]:
    """Close the windows that a test opened."""
    yield
    for context in browser.contexts:
        await context.close()
