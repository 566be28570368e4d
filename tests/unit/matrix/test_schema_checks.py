"""The compiled checks of nio's schemas say what nio says."""

from __future__ import annotations

import copy
import importlib
import inspect
import json
import pkgutil
from collections.abc import Iterator
from typing import Any

import nio
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema.exceptions import ValidationError  # type: ignore[import-untyped]  # ships no types
from nio import schemas
from nio.responses import SyncResponse
from nio.schemas import Schemas

from adapters.matrix.api import schema_checks
from tests.unit.matrix.syncs import ANNA, ROOM, member, power_levels, text

LEFT_TO_NIO = {"discovery_info", "delete_devices", "empty"}
"""Schemas with what no response of ours needs: another format, a list for a schema, and no other names."""
KNOWN = {name: schema for name, schema in vars(Schemas).items() if isinstance(schema, dict)}
VALUES = st.sampled_from(
    [None, True, False, 0, 1, -1, 2**40, 0.5, "", "x", "@anna:hs.test", "@anna", "m.text", [], ["x"], [1], {}, {"a": 1}]
)
WRONG: tuple[object, ...] = (None, 1, "x", [], {})
SYNC: dict[str, Any] = {
    "next_batch": "s2",
    "device_one_time_keys_count": {"signed_curve25519": 50},
    "rooms": {
        "join": {
            ROOM: {
                "state": {"events": [member(ANNA, "join"), power_levels(anna=100)]},
                "timeline": {"events": [text("hello"), text("hi", ANNA, format="org.matrix.custom.html")]},
            }
        },
        "invite": {ROOM: {"invite_state": {"events": [member(ANNA, "invite")]}}},
        "leave": {ROOM: {"timeline": {"events": [text("bye")]}}},
    },
}


def validated(validate: Any, value: Any, schema: Any) -> tuple[bool, object]:
    """Return whether a value is valid, and what it is with its defaults."""
    given_value = copy.deepcopy(value)
    try:
        validate(given_value, schema)
    except ValidationError:
        return False, None
    return True, given_value


def places(value: Any) -> Iterator[tuple[Any, Any]]:
    """Yield each part of a value as its container and its key."""
    for key, part in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield value, key
        yield from places(part)


def example(schema: Any, data: st.DataObject) -> Any:
    """Draw a value that a schema describes, more or less."""
    if not isinstance(schema, dict) or data.draw(st.integers(0, 9)) == 0:
        return data.draw(VALUES)
    if "enum" in schema:
        return data.draw(st.sampled_from(schema["enum"]))
    kind = schema.get("type", "object")
    kind = kind if isinstance(kind, str) else data.draw(st.sampled_from(kind))
    if kind == "object":
        names = [name for name in schema.get("properties", {}) if data.draw(st.integers(0, 5))]
        made = {name: example(schema["properties"][name], data) for name in names}
        for part in schema.get("patternProperties", {}).values():
            made["!room:hs.test"] = made["@anna:hs.test"] = example(part, data)
        return made
    if kind == "array":
        return [example(schema.get("items"), data) for _ in range(data.draw(st.integers(0, 2)))]
    plain = {"string": "@anna:hs.test", "integer": 3, "number": 0.5, "boolean": True, "null": None}
    return plain.get(kind, "x")


@pytest.mark.parametrize("name", KNOWN)
@given(data=st.data())
def test_says_what_nio_says(name: str, data: st.DataObject) -> None:
    """A value is valid, with the same defaults, exactly if nio finds it valid."""
    value = example(KNOWN[name], data)
    try:
        expected = validated(schemas.validate_json, value, KNOWN[name])
    except (AttributeError, TypeError) as error:  # nio's own mistakes stay its own
        with pytest.raises(type(error)):
            schema_checks.validate(value, KNOWN[name])
        return
    assert validated(schema_checks.validate, value, KNOWN[name]) == expected


def test_knows_the_schemas_of_nio() -> None:
    """A new version of nio whose schemas say more than the checks understand is noticed."""
    assert {name for name, schema in KNOWN.items() if schema_checks.compiled(schema) is None} == LEFT_TO_NIO


def test_knows_the_modules_that_validate() -> None:
    """A new version of nio that validates elsewhere too is noticed."""
    found = [importlib.import_module(one.name) for one in pkgutil.walk_packages(nio.__path__, "nio.")]
    callers = {one.__name__ for one in found if one is not schemas and " validate_json(" in inspect.getsource(one)}
    assert callers == {one.__name__ for one in schema_checks.VALIDATING}


def test_reads_a_sync_as_nio_does() -> None:
    """The whole of a sync is the same, whatever one part of it is replaced by."""
    damaged: list[dict[str, Any]] = [SYNC]
    for at in range(len(list(places(SYNC)))):
        for wrong in WRONG:
            changed = copy.deepcopy(SYNC)
            where, key = list(places(changed))[at]
            where[key] = wrong
            damaged.append(changed)
    assert [read(one) for one in damaged] == [read(one, as_nio=True) for one in damaged]


def read(sync: dict[str, Any], *, as_nio: bool = False) -> str:
    """Return what nio makes of a sync, or how it fails."""
    (schema_checks.uninstall if as_nio else schema_checks.install)()
    try:
        return repr(SyncResponse.from_dict(json.loads(json.dumps(sync))))
    except Exception as error:  # noqa: BLE001 - whichever error nio raises, it has to be the same
        return repr(error)
    finally:
        schema_checks.uninstall()
