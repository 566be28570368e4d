"""The documents say what the code does."""

from __future__ import annotations

import re

from pydantic import BaseModel

from adapters.cli.settings.model import Settings
from bots.features.communities import rules
from scripts import adr_index
from scripts.command_table import README, filled

ROOT = README.parent
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def test_the_readme_lists_the_declared_commands() -> None:
    """`python scripts/command_table.py` mends it."""
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_every_setting_is_described() -> None:
    """The reference has a row for each key."""
    text = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    named = [path for part in Settings.model_fields for path in _keys(part, Settings.model_fields[part].annotation)]
    assert len(named) > 15
    assert [path for path in named if f"| `{path}` |" not in text] == []


def _keys(path: str, kind: object) -> list[str]:
    """The dotted keys of a part of the settings; an optional part's too."""
    models = [kind, *getattr(kind, "__args__", ())]
    model = next((found for found in models if isinstance(found, type) and issubclass(found, BaseModel)), None)
    if model is None:
        return [] if path == "folder" else [path]
    return [key for name in model.model_fields for key in _keys(f"{path}.{name}", model.model_fields[name].annotation)]


def test_every_setting_by_chat_is_described() -> None:
    """The reference names each key of a community and of a network, in both languages."""
    text = (ROOT / "docs/reference/chat-settings.md").read_text(encoding="utf-8")
    keys = {**rules.COMMUNITY, **rules.NETWORK}
    assert [key for key in keys if f"| `{key}` | `{rules.called(key, 'fr')}` |" not in text] == []


def test_every_link_in_the_documents_leads_somewhere() -> None:
    """Files that documents name are there."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
    assert len(links) > 10


def test_every_decision_is_listed() -> None:
    """docs/adr/README.md names each record; `python scripts/adr_index.py` mends it."""
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    assert adr_index.filled(index) == index
