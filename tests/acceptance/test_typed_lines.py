"""Tests with lines as people type them on their phones, in each language: typed_lines/*.jsonl."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.acceptance.typed_lines import NOW, ZONES, Row, lines, meaning
from tests.stage import PLAIN, staged

PARTS = 4
"""Of the lines of a language, so that several processes share them."""


def is_understood(row: Row) -> bool:
    """Return whether the bot does what the line means, or asks where a person would ask too."""
    return "means" not in row


@pytest.mark.parametrize("part", range(PARTS))
@pytest.mark.parametrize("locale", ZONES)
async def test_typed_line_means_what_people_mean(tmp_path: Path, locale: str, part: int) -> None:
    """The bot does what a typed line means, or asks before it does anything."""
    async with staged(tmp_path, PLAIN, NOW) as stage:
        for number, row in enumerate(lines(locale)[part::PARTS]):
            assert await meaning(stage, locale, row, f"r{number}") == row["right"], row["typed"]


@pytest.mark.parametrize("locale", ZONES)
def test_nearly_all_lines_are_understood(locale: str) -> None:
    """The bot understands at least 95 of 100 lines without asking."""
    rows = lines(locale)
    assert sum(map(is_understood, rows)) >= 0.95 * len(rows)
