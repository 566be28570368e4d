"""The documents say what the code does."""

from __future__ import annotations

import re

import pytest
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
    keys = {**rules.COMMUNITY_SETTINGS, **rules.NETWORK_SETTINGS}
    assert [key for key in keys if f"| `{key}` | `{rules.setting_label(key, 'fr')}` |" not in text] == []


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


@pytest.mark.parametrize("page", ["changing-glocal", "architecture", "glossary"])
def test_paths_in_the_guides_exist(page: str) -> None:
    """Every file or folder that a guide for contributors names is in the repository."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:adapters|bots|schedules|storage|tests|docs)/[\w./-]*)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


def test_the_hooks_run_what_check_runs() -> None:
    """The pre-commit hooks are the commands of `make check`."""
    hooks = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2].partition("\n\n")[0]
    packages = "bots adapters storage schedules"
    commands = [line.strip().removeprefix("@") for line in recipe.splitlines()[1:]]
    assert [line.replace("$(BIN)", ".venv/bin").replace("$(PACKAGES)", packages) for line in commands] == hooks
