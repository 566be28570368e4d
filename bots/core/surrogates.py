"""Lone surrogates: JSON may carry half a letter ("\\ud83d"), which no database and no platform accepts.

Homeservers differ in refusing it, and none sees inside an encrypted event.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from bots.core.inbound import Inbound

_Value = TypeVar("_Value", bound=Inbound)
_encode = msgspec.json.Encoder().encode


def replace_surrogates(text: str) -> str:
    """Join two halves into their letter; put U+FFFD in place of a lone one."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def replace_in_json(found: object) -> object:
    """Do the same for every text, and every key, of a JSON structure."""
    match found:
        case str():
            return replace_surrogates(found)
        case list() | tuple():
            return [replace_in_json(part) for part in found]
        case dict():
            return {replace_surrogates(str(key)): replace_in_json(part) for key, part in found.items()}
        case _:
            return found


def replace_in_value(value: _Value) -> _Value:
    """Do the same for an inbound value; return it unchanged where it holds no lone surrogate."""
    try:
        _encode(value)
    except UnicodeEncodeError:
        return msgspec.convert(replace_in_json(msgspec.to_builtins(value)), type(value))
    return value
