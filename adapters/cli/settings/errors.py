"""Mistakes in the settings, with what to do: file, line, key, what is wrong, what to write."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping, Sequence
from pathlib import Path

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from bots.core.similarity import suggestions

_HEADER = re.compile(r"\s*\[\[?\s*([^\]]+?)\s*\]?\]")
_PLACE = re.compile(r"at line (\d+)")
_PLAIN = {"missing": "is missing"}
_PREDICATES = ("is ", "isn't ", "has ", "needs ")
"""The end of a sentence about the key itself."""
_SECRETS = frozenset({"password", "token", "secret", "url"})
_KEY = re.compile(r"""\s*["']?([A-Za-z0-9_-]+)["']?\s*=""")


class SettingsProblem(Exception):
    """The settings can't be used. `lines` has one line for each mistake."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


def from_syntax(path: Path, text: str, error: tomllib.TOMLDecodeError) -> SettingsProblem:
    """Explain a file that is not TOML: tomllib names line and column, the line names the key."""
    place = _PLACE.search(str(error))
    lines = text.splitlines()
    key = _KEY.match(lines[int(place[1]) - 1]) if place and int(place[1]) <= len(lines) else None
    return SettingsProblem([f"{path}: not valid TOML: {f'{key[1]}: ' if key else ''}{error}"])


def from_validation(
    path: Path, text: str, error: ValidationError, environment: Mapping[str, str], root: type[BaseModel]
) -> SettingsProblem:
    """Explain every invalid value."""
    lines = []
    for found in error.errors():
        keys = _keys(found)
        dotted, number = ".".join(keys), line_of(text, keys)
        where = f"{path}, line {number}" if number else str(path)
        if dotted in environment:
            where = f"environment variable {environment[dotted]}"
        what = _what(found, keys, root)
        lines.append(f"{where}: {dotted}{' ' if what.startswith(_PREDICATES) else ': '}{what}")
    return SettingsProblem(lines)


def _keys(found: ErrorDetails) -> list[str]:
    """Return the keys that lead to the value. Pydantic adds an account's platform, and what it checks, to them."""
    keys = [str(part) for part in found["loc"] if part != "[key]"]
    return keys[:2] + keys[3:] if keys[:1] == ["accounts"] else keys


def _what(found: ErrorDetails, keys: list[str], root: type[BaseModel]) -> str:
    if found["type"] == "extra_forbidden":
        siblings = {name: name for name in _siblings(_platform_keys(found, keys), root)}
        near = suggestions(keys[-1], siblings, limit=1, least=50)
        return "unknown key" + (f"; did you mean {near[0][0]}?" if near else "")
    if found["type"] in _PLAIN:
        return _PLAIN[found["type"]]
    if found["type"] == "value_error":
        return str(found["ctx"]["error"]) if "ctx" in found else found["msg"]
    if found["type"] in ("union_tag_not_found", "union_tag_invalid"):
        return 'needs a line platform = "matrix", "discord" or "telegram"'
    if found["type"] == "model_type":
        return f"[{keys[-1]}] is needed once, with single brackets"
    hidden = isinstance(found["input"], dict) or keys[-1] in _SECRETS
    shown = "" if hidden else f" (it is {found['input']!r})"
    return found["msg"][0].lower() + found["msg"][1:] + shown


def _platform_keys(found: ErrorDetails, keys: list[str]) -> list[str]:
    """Return the keys as they are in the section of the account's platform, which [accounts.NAME] is like."""
    return [str(part) for part in found["loc"][2:]] if keys[:1] == ["accounts"] else keys


def _siblings(keys: list[str], root: type[BaseModel]) -> list[str]:
    """Return the keys that may stand beside the last one."""
    model = root
    for key in keys[:-1]:
        field = model.model_fields.get(key)
        kinds = [field.annotation, *getattr(field.annotation, "__args__", ())] if field else []
        model = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), model)
    return [name for name in model.model_fields if name != "folder"]


def line_of(text: str, keys: Sequence[str]) -> int | None:
    """Return the line (from 1) of this key, or of its table's header; None when neither is there."""
    table: list[str] = []
    header: int | None = None
    for number, line in enumerate(text.splitlines(), 1):
        if found := _HEADER.match(line):
            table = [part.strip().strip("\"'") for part in found.group(1).split(".")]
            header = number if table == list(keys[: len(table)]) else header
        elif found := _KEY.match(line):
            path = [*table, found.group(1)]
            if path == list(keys[: len(path)]):
                return number
        elif line.lstrip().startswith(f"{'.'.join(keys)} "):
            return number
    return header
