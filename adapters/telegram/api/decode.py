"""Updates as they come over the wire, each decoded on its own: one that is malformed is put aside, the rest goes on."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from adapters.telegram.api.types import Answer, Update
from bots.core.surrogates import replace_in_json


class _Numbered(msgspec.Struct):
    update_id: int


_answer = msgspec.json.Decoder(Answer)
_update = msgspec.json.Decoder(Update)
_number = msgspec.json.Decoder(_Numbered)


@dataclass(frozen=True)
class Broken:
    """An update that could not be read."""

    update_id: int
    raw: bytes
    why: str


Read = Update | Broken


def updates(body: bytes) -> list[Read]:
    """The updates in an answer of getUpdates. Raises ValueError when it is none, or none of many has a number."""
    raws = _raws(body)
    found = [update for raw in raws if (update := read(raw)) is not None]
    if raws and not found:
        raise ValueError("getUpdates answers updates without numbers")
    return found


def read(raw: bytes) -> Read | None:
    """One update; None for what is not even numbered, and so none."""
    try:
        return _update.decode(raw)
    except (msgspec.MsgspecError, RecursionError) as error:
        why = str(error)
    try:
        return Broken(_number.decode(raw).update_id, raw, why)
    except (msgspec.MsgspecError, RecursionError):
        return None


def one(body: bytes) -> Read | None:
    """The update that Telegram brought; None when it is none."""
    found = read(body)
    if isinstance(found, Update) or b"\\u" not in body:
        return found
    try:
        return read(json.dumps(replace_in_json(json.loads(body))).encode())
    except ValueError:
        return found


def _raws(body: bytes) -> Sequence[bytes]:
    """The updates apart. Half a surrogate pair, which JSON may spell, takes a slower way."""
    try:
        return [bytes(raw) for raw in _answer.decode(body).result]
    except msgspec.MsgspecError as error:
        if b"\\u" not in body:
            raise ValueError(f"getUpdates answers no list of updates: {error}") from error
    answer = json.loads(body)
    found = answer.get("result") if isinstance(answer, dict) else None
    if not isinstance(found, list):
        raise ValueError("getUpdates answers no list of updates")
    return [json.dumps(replace_in_json(raw)).encode() for raw in found]
