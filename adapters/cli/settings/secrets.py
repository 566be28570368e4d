"""Secrets in the settings: from the file, the environment, or files of their own."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ConfigDict, SecretStr, field_validator, model_validator

_CONTROL = re.compile(r"[\x00-\x1f\x7f]")


class Part(BaseModel):
    """A section of the settings. No value can have control characters."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    @field_validator("*", mode="before")
    @classmethod
    def _printable(cls, value: object) -> object:
        if isinstance(value, str | Path) and _CONTROL.search(str(value)):
            raise ValueError("has a line break or another control character in it")
        return value


class WithSecrets(Part):
    """A section whose secrets can come from files: `token_file` names the file that holds `token`."""

    @model_validator(mode="before")
    @classmethod
    def _from_files(cls, values: object) -> object:
        if not isinstance(values, dict):
            return values
        read = dict(values)
        for key in [key for key in values if key.endswith("_file") and values[key]]:
            name = key.removesuffix("_file")
            if values.get(name):
                raise ValueError(f"either {name} or {key} is needed, and not both")
            read[name] = _secret_in(key, values[key])
        return read


def _secret_in(key: str, file: object) -> str:
    """Return the content of a file without the blanks around it. Raises ValueError."""
    try:
        secret = Path(str(file)).read_text(encoding="utf-8").strip()
    except (OSError, ValueError) as error:
        raise ValueError(f"{key}: {file} can't be read: {getattr(error, 'strerror', None) or error}") from None
    if not secret:
        raise ValueError(f"{key}: {file} is empty")
    return secret


def all_secrets(settings: BaseModel) -> list[str]:
    """Return all secrets of the settings, to hide them in logs."""
    found: list[str] = []
    for name in type(settings).model_fields:
        value = getattr(settings, name)
        if isinstance(value, SecretStr):
            found.append(value.get_secret_value())
        for part in value.values() if isinstance(value, dict) else (value,):
            if isinstance(part, BaseModel):
                found += all_secrets(part)
    return found


def with_file_paths(table: dict[str, Any], folder: Path) -> dict[str, Any]:
    """Let the relative paths of secrets start in the settings file's folder."""
    made: dict[str, Any] = {}
    for key, value in table.items():
        if isinstance(value, dict):
            made[key] = with_file_paths(value, folder)
        else:
            made[key] = folder / value if key.endswith("_file") and isinstance(value, str) and value else value
    return made
