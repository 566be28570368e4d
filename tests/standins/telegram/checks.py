"""Check requests and answers against aiogram's models of all methods and objects."""

from __future__ import annotations

import json
import re
import threading
import types
import typing
from collections.abc import Iterator
from functools import cache
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from tests.standins.telegram.users import Json

if typing.TYPE_CHECKING:
    from aiogram.methods.base import TelegramMethod


_LOADING = threading.Lock()


def _load() -> None:
    """Load aiogram in one thread at a time: its modules import each other, and break when two threads begin."""
    with _LOADING:
        import tests.standins.telegram.reference_models  # noqa: F401


@cache
def _methods() -> dict[str, type[TelegramMethod[Any]]]:
    """Return the models of all methods. aiogram takes a while to load, which most test processes save."""
    _load()
    import aiogram.methods
    from aiogram.methods.base import TelegramMethod

    return {
        found.__api_method__.lower(): found
        for found in vars(aiogram.methods).values()
        if isinstance(found, type) and issubclass(found, TelegramMethod) and found is not TelegramMethod
    }


class Upload(typing.NamedTuple):
    """A file in a request."""

    name: str
    mime: str
    data: bytes


def method_named(name: str) -> type[TelegramMethod[Any]] | None:
    """Return the model of a method, whose name is not case sensitive."""
    return _methods().get(name.lower())


@cache
def _members(method: str, field: str) -> frozenset[object]:
    """Return the types that a parameter may have."""
    annotation = _methods()[method].model_fields[field].annotation
    return frozenset(_flat(annotation))


def _flat(annotation: object) -> Iterator[object]:
    if typing.get_origin(annotation) in (typing.Union, types.UnionType):
        for one in typing.get_args(annotation):
            yield from _flat(one)
    else:
        yield annotation


def read_params(method: str, given: dict[str, str | Upload]) -> dict[str, Any]:
    """Parse form fields, which are JSON unless the method wants text."""
    fields = _methods()[method].model_fields
    names = {field.alias or name: name for name, field in fields.items()}
    return {
        key: _value(_members(method, names[key]), value) if key in names and isinstance(value, str) else value
        for key, value in given.items()
    }


def _value(members: frozenset[object], value: str) -> Any:
    if str in members:
        return int(value) if int in members and re.fullmatch(r"-?\d+", value) else value
    try:
        return json.loads(value)
    except ValueError:
        return value


def wrong_request(method: str, params: dict[str, Any]) -> str:
    """Return the errors of a request by the model of its method."""
    from aiogram.types.input_file import BufferedInputFile

    model = _methods()[method]
    words = json.dumps({key: value for key, value in params.items() if not isinstance(value, Upload)}, default=str)
    attached = {key for key, value in params.items() if isinstance(value, Upload) and key not in model.model_fields}
    loose = [key for key in attached if f"attach://{key}" not in words]
    given = {
        key: BufferedInputFile(value.data, value.name) if isinstance(value, Upload) else value
        for key, value in params.items()
        if key not in attached
    }
    try:
        found = list(_unknown(model.model_validate(given), method))
    except ValidationError as error:
        return str(error)
    return "; ".join(found + [f"the file {key} is named nowhere" for key in loose])


@cache
def _answer(method: str) -> TypeAdapter[Any]:
    return TypeAdapter(_methods()[method].__returning__)


def wrong_answer(method: str, result: object) -> str:
    """Return the errors of an answer."""
    try:
        return "; ".join(_unknown(_answer(method).validate_python(result), method))
    except ValidationError as error:
        return str(error)


def wrong_update(update: Json) -> str:
    """Return the errors of an update."""
    _load()
    from aiogram.types import Update

    try:
        return "; ".join(_unknown(Update.model_validate(update), "update"))
    except ValidationError as error:
        return str(error)


def _unknown(value: object, path: str) -> Iterator[str]:
    """Return the names that the models do not know."""
    if isinstance(value, (list, tuple)):
        for one in value:
            yield from _unknown(one, path)
    elif isinstance(value, BaseModel):
        for name in value.model_extra or ():
            yield f"{path}.{name} is unknown"
        for name in value.model_fields_set:
            if name in type(value).model_fields:
                yield from _unknown(getattr(value, name), f"{path}.{name}")
