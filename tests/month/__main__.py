"""Write the month's transcripts into docs/month: `python -m tests.month`."""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

from tests.month.script import BEGIN, live
from tests.month.transcript import transcripts
from tests.month.world import opened_world

DOCS = Path(__file__).parents[2] / "docs/month"


async def write() -> None:
    """Live the month, and write what each room shows."""
    with tempfile.TemporaryDirectory() as folder:
        async with opened_world(Path(folder), BEGIN) as world:
            await live(world)
            for name, text in transcripts(world).items():
                (DOCS / name).write_text(text, encoding="utf-8")


if __name__ == "__main__":
    asyncio.run(write())
