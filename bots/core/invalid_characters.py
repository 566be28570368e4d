"""Characters that JSON may carry and databases reject: half a letter ("\\ud83d", a lone surrogate), and NUL.

Some homeservers reject them and some do not; none can look inside an encrypted event. PostgreSQL stores no NUL:
https://www.postgresql.org/docs/current/datatype-character.html
"""

from __future__ import annotations

from typing import TypeVar

import msgspec

from bots.core.inbound import Inbound

_Value = TypeVar("_Value", bound=Inbound)
_NUL = b"\\u0000"
_encode = msgspec.json.Encoder().encode


def replace_invalid(text: str) -> str:
    """Join two halves into their letter, and replace a lone half or a NUL by U+FFFD."""
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace").replace("\0", "\ufffd")


def replace_in_json(content: object) -> object:
    """Replace the invalid characters in every string and every key of a JSON structure."""
    match content:
        case str():
            return replace_invalid(content)
        case list() | tuple():
            return [replace_in_json(part) for part in content]
        case dict():
            return {replace_invalid(str(key)): replace_in_json(part) for key, part in content.items()}
        case _:
            return content


def replace_in_value(value: _Value) -> _Value:
    """Replace the invalid characters in an inbound value; return the value itself when it holds none."""
    return value if _is_valid(value) else msgspec.convert(replace_in_json(msgspec.to_builtins(value)), type(value))


def _is_valid(value: Inbound) -> bool:
    try:
        return _NUL not in _encode(value)
    except UnicodeEncodeError:
        return False
