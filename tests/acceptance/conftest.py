"""Fixtures of the tests that visit the demo in a real Chromium."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.async_api import Browser

    from tests.acceptance.demo_process import DemoProcess


@pytest.fixture
async def demo(tmp_path: Path) -> AsyncIterator[DemoProcess]:
    """A running demo that nobody has played with."""
    from tests.acceptance.demo_process import DemoProcess

    process = DemoProcess(tmp_path / "demo")
    try:
        await process.begin()
        yield process
    finally:
        await process.stop()


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    """A running Chromium."""
    from tests.acceptance.demo_visitor import chromium, ensure_chromium  # the quick tests need no Playwright

    ensure_chromium()
    async with chromium() as running:
        yield running
