"""Validate what a homeserver sends faster than nio does: most of a sync's time went into that.

Each of nio's JSON schemas becomes a function the first time that it is needed. The function only recognises valid
values. Everything else goes to nio's own validator, which decides and raises nio's errors.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from types import ModuleType
from typing import Any

from nio import responses
from nio.crypto import olm_machine
from nio.events import misc
from nio.schemas import Checker, Schemas, Validator, validate_json

Check = Callable[[Any], bool]  # Any: a part of a response can be anything
Schema = Mapping[str, Any]
VALIDATING: Sequence[ModuleType] = (responses, misc, olm_machine)
"""The modules of nio that validate."""
_SCHEMAS: Mapping[int, Schema] = {id(schema): schema for schema in vars(Schemas).values() if isinstance(schema, dict)}
_TYPES: Mapping[str, Check] = {
    "object": lambda value: isinstance(value, dict),
    "array": lambda value: isinstance(value, list),
    "string": lambda value: isinstance(value, str),
    "integer": lambda value: isinstance(value, int) and not isinstance(value, bool),
    "number": lambda value: isinstance(value, int | float) and not isinstance(value, bool),
    "boolean": lambda value: isinstance(value, bool),
    "null": lambda value: value is None,
}


def install() -> None:
    """Let nio ask the compiled checks first."""
    for module in VALIDATING:
        module.validate_json = validate  # type: ignore[attr-defined]  # nio's modules import it by this name


def uninstall() -> None:
    """Let nio validate as it does by itself: tests and benchmarks compare with it."""
    for module in VALIDATING:
        module.validate_json = validate_json  # type: ignore[attr-defined]  # as above


def validate(value: Any, schema: Schema) -> None:
    """Validate a value and set its defaults, as nio's function does. Raises jsonschema.ValidationError."""
    check = _check_of(id(schema))
    if check is None or not check(value):
        validate_json(value, schema)  # type: ignore[no-untyped-call]  # nio does not annotate it


@lru_cache(maxsize=256)
def _check_of(number: int) -> Check | None:
    """Return the check of one of nio's own schemas, which exist as long as the process does."""
    schema = _SCHEMAS.get(number)
    return None if schema is None else compiled(schema)


def compiled(schema: object) -> Check | None:
    """Return the check of a schema; None if it uses what we don't know, or is none by nio's mistake.

    A keyword that Draft 4 doesn't know means nothing, such as nio's "const".
    https://datatracker.ietf.org/doc/html/draft-fge-json-schema-validation-00
    """
    if not isinstance(schema, dict):
        return None
    checks = []
    for keyword, said in schema.items():
        if keyword not in Validator.VALIDATORS:
            continue
        maker = _MAKERS.get(keyword)
        check = maker(said) if maker is not None else None
        if check is None:
            return None
        checks.append(check)
    return checks[0] if len(checks) == 1 else partial(_all, checks)


def _all(checks: Sequence[Check], value: Any) -> bool:
    for check in checks:  # noqa: SIM110 - a generator takes twice as long
        if not check(value):
            return False
    return True


def _type(said: str | Sequence[str]) -> Check | None:
    wanted = [said] if isinstance(said, str) else said
    checks = [_TYPES[one] for one in wanted if one in _TYPES]
    if len(checks) < len(wanted):
        return None
    return checks[0] if len(checks) == 1 else lambda value: any(check(value) for check in checks)


def _properties(said: Mapping[str, Schema]) -> Check | None:
    parts = [(name, compiled(part)) for name, part in said.items()]
    checks = [(name, check) for name, check in parts if check is not None]
    defaults = [(name, part["default"]) for name, part in said.items() if "default" in part]

    def check_properties(value: Any) -> bool:
        if not isinstance(value, dict):
            return False
        for name, default in defaults:
            value.setdefault(name, default)
        for name, check in checks:  # noqa: SIM110 - as above
            if name in value and not check(value[name]):
                return False
        return True

    return check_properties if len(checks) == len(parts) else None


def _patterns(said: Mapping[str, Schema]) -> Check | None:
    parts = [(re.compile(pattern), compiled(part)) for pattern, part in said.items()]
    checks = [(pattern, check) for pattern, check in parts if check is not None]

    def check_patterns(value: Any) -> bool:
        return isinstance(value, dict) and all(
            check(part) for name, part in value.items() for pattern, check in checks if pattern.search(name)
        )

    return check_patterns if len(checks) == len(parts) else None


def _items(said: Schema) -> Check | None:
    check = compiled(said)
    return None if check is None else lambda value: isinstance(value, list) and all(check(one) for one in value)


def _required(names: Sequence[str]) -> Check:
    return lambda value: isinstance(value, dict) and all(name in value for name in names)


def _not(said: Schema) -> Check | None:
    """Check that an object lacks a name; nio's schemas forbid nothing else."""
    if said.keys() != {"required"}:
        return None
    return lambda value: isinstance(value, dict) and any(name not in value for name in said["required"])


def _enum(said: Sequence[Any]) -> Check:
    return lambda value: isinstance(value, str) and value in said


def _minimum(least: float) -> Check:
    return lambda value: isinstance(value, int) and value >= least


def _pattern(said: str) -> Check:
    pattern = re.compile(said)
    return lambda value: isinstance(value, str) and pattern.search(value) is not None


def _format(said: str) -> Check | None:
    """Check the format of user ids; nio has a function for another one, and none for the rest."""
    if said == "user_id":
        return lambda value: isinstance(value, str) and value.startswith("@") and ":" in value
    return None if said in Checker.checkers else lambda _value: True


_MAKERS: Mapping[str, Callable[[Any], Check | None]] = {
    "type": _type, "properties": _properties, "patternProperties": _patterns, "items": _items, "required": _required,
    "not": _not, "enum": _enum, "minimum": _minimum, "pattern": _pattern, "format": _format,
}  # fmt: skip
