"""Decode updates one by one, so that a malformed update does not hold up the others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from adapters.telegram.api.updates import GetUpdatesResponse, Update
from bots.core.surrogates import replace_in_json


class _UpdateId(msgspec.Struct):
    update_id: int


_response_decoder = msgspec.json.Decoder(GetUpdatesResponse)
_update_decoder = msgspec.json.Decoder(Update)
_id_decoder = msgspec.json.Decoder(_UpdateId)


@dataclass(frozen=True)
class MalformedUpdate:
    """An update that could not be decoded."""

    update_id: int
    raw: bytes
    error: str


DecodedUpdate = Update | MalformedUpdate


def decode_updates(body: bytes) -> list[DecodedUpdate]:
    """Decode a response to getUpdates. Raises ValueError when it holds no list of updates, or none with an id."""
    raws = _split_updates(body)
    found = [update for raw in raws if (update := decode_update(raw)) is not None]
    if raws and not found:
        raise ValueError("getUpdates answers updates without numbers")
    return found


def decode_update(raw: bytes) -> DecodedUpdate | None:
    """Decode one update; None when it has no id."""
    try:
        return _update_decoder.decode(raw)
    except (msgspec.MsgspecError, RecursionError) as error:
        reason = str(error)
    try:
        return MalformedUpdate(_id_decoder.decode(raw).update_id, raw, reason)
    except (msgspec.MsgspecError, RecursionError):
        return None


def decode_webhook(body: bytes) -> DecodedUpdate | None:
    """Decode the body of a webhook request; None when it is no update."""
    found = decode_update(body)
    if isinstance(found, Update) or b"\\u" not in body:
        return found
    try:
        return decode_update(json.dumps(replace_in_json(json.loads(body))).encode())
    except ValueError:
        return found


def _split_updates(body: bytes) -> Sequence[bytes]:
    """Return the updates of a response, each still encoded. Lone surrogates, which JSON allows, take a slower path."""
    try:
        return [bytes(raw) for raw in _response_decoder.decode(body).result]
    except msgspec.MsgspecError as error:
        if b"\\u" not in body:
            raise ValueError(f"getUpdates answers no list of updates: {error}") from error
    response = json.loads(body)
    found = response.get("result") if isinstance(response, dict) else None
    if not isinstance(found, list):
        raise ValueError("getUpdates answers no list of updates")
    return [json.dumps(replace_in_json(raw)).encode() for raw in found]
