"""Check that no product file is longer than 250 lines without a reason."""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
PACKAGES = ("adapters", "bots", "schedules", "storage")
MOST_LINES = 250
LONGER = {"storage/migrations/versions/0001_first_tables.py": "a landed migration stays as it is"}
"""The files that may be longer, each with the reason."""


def lengths() -> dict[str, int]:
    """Return the number of lines of each product file."""
    files = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]
    return {str(file.relative_to(ROOT)): len(file.read_text(encoding="utf-8").splitlines()) for file in files}


def too_long() -> list[str]:
    """Return what is wrong: files that are too long, and reasons for files that are not."""
    long = {name: lines for name, lines in lengths().items() if lines > MOST_LINES}
    found = [f"{name} has {lines} lines: split it where a second thing begins" for name, lines in long.items()]
    unlisted = [line for line in found if line.split()[0] not in LONGER]
    return unlisted + [f"{name} is not longer than {MOST_LINES} lines" for name in LONGER if name not in long]


if __name__ == "__main__":
    sys.exit("\n".join(too_long()) or None)
