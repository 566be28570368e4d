"""The documents match the code."""

from __future__ import annotations

import re

import pytest
from pydantic import BaseModel

from adapters.cli.settings.model import Settings
from bots.features.communities import settings
from scripts import adr_index
from scripts.command_table import README, filled

ROOT = README.parent
LINK = re.compile(r"\]\((?!https?:|#|mailto:)([^)#\s]+)")


def test_the_readme_lists_the_declared_commands() -> None:
    """The README lists the declared commands (`python scripts/command_table.py` updates it)."""
    text = README.read_text(encoding="utf-8")
    assert filled(text) == text


def test_every_setting_is_described() -> None:
    """The settings reference has a row for each key."""
    text = (ROOT / "docs/reference/settings.md").read_text(encoding="utf-8")
    named = [path for part in Settings.model_fields for path in _keys(part, Settings.model_fields[part].annotation)]
    assert len(named) > 15
    named = [path for path in named if not path.endswith(".platform")]  # it has one value in a platform's section
    assert [path for path in named if f"| `{path}` |" not in text] == []


def _keys(path: str, kind: object) -> list[str]:
    """Return the dotted keys of a part of the settings, including those of optional parts."""
    models = [kind, *getattr(kind, "__args__", ())]
    model = next((found for found in models if isinstance(found, type) and issubclass(found, BaseModel)), None)
    if model is None:
        return [] if path == "folder" else [path]
    return [key for name in model.model_fields for key in _keys(f"{path}.{name}", model.model_fields[name].annotation)]


def test_every_chat_setting_is_described() -> None:
    """The chat settings reference names each key of a community and of a network, in both languages."""
    text = (ROOT / "docs/reference/chat-settings.md").read_text(encoding="utf-8")
    keys = {**settings.COMMUNITY_SETTINGS, **settings.NETWORK_SETTINGS}
    assert [key for key in keys if f"| `{key}` | `{settings.setting_label(key, 'fr')}` |" not in text] == []


def test_linked_files_exist() -> None:
    """Every file that a document links to exists."""
    pages = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").rglob("*.md")]
    links = [(page, link) for page in pages for link in LINK.findall(page.read_text(encoding="utf-8"))]
    assert [f"{page.name}: {link}" for page, link in links if not (page.parent / link).exists()] == []
    assert len(links) > 10


def test_every_promise_of_robustness_has_tests() -> None:
    """Each label has a line in docs/reference/robustness.md, and each test that a line names is in its file."""
    page = ROOT / "docs/reference/robustness.md"
    lines = re.findall(r"^\| (?!label|---)([\w: ]+?) \|[^|]*\|(.*)\|$", page.read_text(encoding="utf-8"), re.MULTILINE)
    named = {label: re.findall(r"\[([\w ]+)\]\(([^)]+)\)", tests) for label, tests in lines}
    kinds = {"S": 3, "D": 13, "T": 12, "M": 9, "R": 6, "P": 6, "O": 8}
    labels = {f"{kind}{number}" for kind, last in kinds.items() for number in range(1, last + 1)}
    assert labels <= {label for label, tests in named.items() if tests}
    wanted = [(page.parent / path, name.replace(" ", "_")) for tests in named.values() for name, path in tests]
    sources = {file: file.read_text(encoding="utf-8") for file, _ in wanted}
    assert [name for file, name in wanted if f"def test_{name}(" not in sources[file]] == []


def test_every_decision_is_listed() -> None:
    """docs/adr/README.md lists each decision record (`python scripts/adr_index.py` updates it)."""
    index = (ROOT / "docs/adr/README.md").read_text(encoding="utf-8")
    assert adr_index.filled(index) == index


@pytest.mark.parametrize("page", ["changing-glocal", "architecture", "glossary"])
def test_paths_in_the_guides_exist(page: str) -> None:
    """Every path in the guides for contributors exists in the repository."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    paths = re.findall(r"`((?:adapters|bots|schedules|storage|tests|docs)/[\w./-]*)`", text)
    assert paths
    assert [path for path in paths if not (ROOT / path).exists()] == []


@pytest.mark.parametrize("page", ["changing-glocal", "architecture", "glossary"])
def test_file_names_in_the_guides_exist(page: str) -> None:
    """Every file that the guides name without its folder, or by a part of its path, exists."""
    text = (ROOT / "docs" / f"{page}.md").read_text(encoding="utf-8")
    folders = ("adapters", "bots", "schedules", "storage", "tests")
    files = [f"/{path.relative_to(ROOT)}" for folder in folders for path in (ROOT / folder).rglob("*.*")]
    names = re.findall(r"`((?:\w+/)*[\w-]+\.(?:py|toml|md))`", text)
    named = [name for name in names if not name.startswith((*folders, "docs", "pyproject"))]
    assert [name for name in named if not any(file.endswith(f"/{name}") for file in files)] == []


def test_hooks_match_make_check() -> None:
    """The pre-commit hooks run the commands of `make check`."""
    hooks = re.findall(r"entry: (.+)", (ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    recipe = (ROOT / "Makefile").read_text(encoding="utf-8").partition("\ncheck:")[2].partition("\n\n")[0]
    packages = "bots adapters storage schedules"
    commands = [line.strip().removeprefix("@") for line in recipe.splitlines()[1:]]
    assert [line.replace("$(BIN)", ".venv/bin").replace("$(PACKAGES)", packages) for line in commands] == hooks
