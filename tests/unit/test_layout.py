"""The layout of the product code: short files, and imports that only point downwards."""

from __future__ import annotations

from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("adapters", "bots", "schedules", "storage")
MOST_LINES = 250
LONGER = {"storage/migrations/versions/0001_first_tables.py": "a landed migration stays as it is"}
"""The files that may be longer, each with the reason."""


def _files() -> list[Path]:
    return [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def test_no_file_is_longer_than_250_lines() -> None:
    """A product file of more than 250 lines holds more than one thing, unless it is listed here with its reason."""
    lengths = {str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines()) for path in _files()}
    longer = {name for name, lines in lengths.items() if lines > MOST_LINES}
    assert len(lengths) > 500
    assert longer == LONGER.keys()
