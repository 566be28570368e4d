"""JSON of a homeserver that Python's own parser gives up on: nested too deep, or with numbers too long."""

from __future__ import annotations

import json
import re

DEEPEST = 100
_TOKEN = re.compile(r'"(?:[^"\\]++|\\.)*+"?|[\[{\]}]', re.DOTALL)


def parse(body: str) -> object:
    """Return the value. Whatever is nested deeper than DEEPEST becomes a text. Raises ValueError."""
    try:
        return json.loads(body)
    except (RecursionError, ValueError):
        return json.loads(_flatten(body), parse_int=_integer)


def _integer(digits: str) -> int | float:
    """Python refuses to convert integers of more than 4,300 digits."""
    return int(digits) if len(digits) < 400 else float(digits)


def _flatten(body: str) -> str:
    """Replace each list and object below DEEPEST by a JSON text with its characters."""
    parts: list[str] = []
    depth, copied, cut = 0, 0, 0
    for token in _TOKEN.finditer(body):
        mark = token[0]
        if mark in "[{":
            depth += 1
            if depth == DEEPEST + 1:
                parts.append(body[copied : token.start()])
                cut = token.start()
        elif mark in "]}":
            depth -= 1
            if depth == DEEPEST:
                parts.append(json.dumps(body[cut : token.end()]))
                copied = token.end()
    parts.append(body[copied:])
    return "".join(parts)


def payload(value: object) -> str:
    """Return a value from `parse` as JSON, for a dead letter."""
    try:
        return json.dumps(value)
    except (RecursionError, ValueError):
        return json.dumps(_prune(value, DEEPEST))


def _prune(value: object, levels: int) -> object:
    if isinstance(value, dict):
        return {key: _prune(part, levels - 1) for key, part in value.items()} if levels else "…"
    if isinstance(value, list):
        return [_prune(part, levels - 1) for part in value] if levels else "…"
    return value
