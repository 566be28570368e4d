"""Lone surrogates: JSON may carry half a letter ("\\ud83d"), which no database and no platform accepts.

Some homeservers reject them and some do not; none can look inside an encrypted event.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from bots.core.inbound import Inbound

_Value = TypeVar("_Value", bound=Inbound)
_encode = msgspec.json.Encoder().encode


def replace_surrogates(text: str) -> str:
    """Join two halves into their letter, and replace a lone half by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def replace_in_json(content: object) -> object:
    """Replace the surrogates in every string and every key of a JSON structure."""
    match content:
        case str():
            return replace_surrogates(content)
        case list() | tuple():
            return [replace_in_json(part) for part in content]
        case dict():
            return {replace_surrogates(str(key)): replace_in_json(part) for key, part in content.items()}
        case _:
            return content


def replace_in_value(value: _Value) -> _Value:
    """Replace the surrogates in an inbound value; return the value itself when it holds none."""
    try:
        _encode(value)
    except UnicodeEncodeError:
        return msgspec.convert(replace_in_json(msgspec.to_builtins(value)), type(value))
    return value
