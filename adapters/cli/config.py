"""`glocal config`: the settings in effect, and where each comes from."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, SecretStr

from adapters.cli.settings import model
from adapters.cli.settings.model import Settings


def show(config: Path | None) -> int:
    """Print each setting with its source; return the exit code. Raises SettingsProblem."""
    loaded = model.load(config)
    path = model.file_of(config)
    document = model.parsed(path, model.text_of(path)) if path.exists() else {}
    for part in Settings.model_fields:
        _print_section(part, getattr(loaded, part), document, path)
    for name, account in loaded.accounts.items():
        named = document.get("accounts", {})
        _print_section(f"accounts.{name}", account, {f"accounts.{name}": named.get(name, {})}, path)
    return 0


def _print_section(part: str, section: object, document: dict[str, object], path: Path) -> None:
    if not isinstance(section, BaseModel):
        return
    for key in type(section).model_fields:
        value = getattr(section, key)
        shown = "***" if isinstance(value, SecretStr) else value
        print(f"{part}.{key} = {shown}  ({_source(part, key, document, path)})")


def _source(part: str, key: str, document: dict[str, object], path: Path) -> str:
    table = document.get(part)
    otherwise = str(path) if isinstance(table, dict) and key in table else "default"
    return model.environment().get(f"{part}.{key}", otherwise)
