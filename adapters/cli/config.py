"""`glocal config`: what is in effect, and where it comes from."""

from __future__ import annotations

from pathlib import Path

from pydantic import BaseModel, SecretStr

from adapters.cli.settings import model as reading
from adapters.cli.settings.model import Settings


def show(config: Path | None) -> int:
    """Returns the exit code. Raises SettingsProblem."""
    loaded = reading.load(config)
    path = reading.file_of(config)
    document = reading.parsed(path, reading.text_of(path)) if path.exists() else {}
    for part in Settings.model_fields:
        section = getattr(loaded, part)
        if not isinstance(section, BaseModel):
            continue
        for key in type(section).model_fields:
            value = getattr(section, key)
            shown = "***" if isinstance(value, SecretStr) else value
            print(f"{part}.{key} = {shown}  ({_source(part, key, document, path)})")
    return 0


def _source(part: str, key: str, document: dict[str, object], path: Path) -> str:
    variable = reading.environment().get(f"{part}.{key}")
    table = document.get(part)
    if variable:
        return variable
    return str(path) if isinstance(table, dict) and key in table else "default"
