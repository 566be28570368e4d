"""The documents say what the code does."""

from __future__ import annotations

from pathlib import Path

from adapters.cli.settings import Settings
from scripts.command_table import README, filled

ROOT = README.parent


def test_the_readme_lists_the_declared_commands() -> None:
    """`python scripts/command_table.py` mends it."""
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_every_setting_is_described() -> None:
    """The reference has a row for each key."""
    text = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    for part in ("storage", "log", "privacy"):
        model = Settings.model_fields[part].annotation
        assert model is not None
        for key in model.model_fields:
            assert f"| `{part}.{key}` |" in text


def test_every_decision_is_listed() -> None:
    """docs/adr/README.md names each record."""
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    assert [path.name for path in sorted(Path(ROOT / "docs/adr").glob("0*.md")) if path.name not in index] == []
