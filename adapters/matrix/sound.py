"""Halves of letters: JSON may carry a lone surrogate ("\\ud83d"), which no database and no wire takes.

Homeservers differ in refusing it, and none sees what is inside an encrypted event.
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from bots.core.inbound import Inbound

_Said = TypeVar("_Said", bound=Inbound)
_encode = msgspec.json.Encoder().encode


def sound(value: _Said) -> _Said:
    """The value as it is; each half of a letter in it becomes the sign for what cannot be read (U+FFFD)."""
    try:
        _encode(value)
    except UnicodeEncodeError:
        return msgspec.convert(_whole(msgspec.to_builtins(value)), type(value))
    return value


def _whole(found: object) -> object:
    """In a structure as JSON has it."""
    match found:
        case str():
            return found.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        case list() | tuple():
            return [_whole(part) for part in found]
        case dict():
            return {_whole(key): _whole(part) for key, part in found.items()}
        case _:
            return found
