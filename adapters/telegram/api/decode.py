"""Decode updates one by one, so that a malformed update does not hold up the others."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from adapters.telegram.api import shallow_json
from adapters.telegram.api.updates import GetUpdatesResponse, Update
from bots.core.invalid_characters import replace_in_json

_response_decoder = msgspec.json.Decoder(GetUpdatesResponse)
_update_decoder = msgspec.json.Decoder(Update)
_id_decoder = msgspec.json.Decoder(int)
_ERRORS = (msgspec.MsgspecError, RecursionError)


@dataclass(frozen=True)
class MalformedUpdate:
    """An update that could not be decoded."""

    update_id: int
    raw: bytes
    error: str


DecodedUpdate = Update | MalformedUpdate


def decode_updates(body: bytes) -> list[DecodedUpdate]:
    """Decode a response to getUpdates, in the order of the ids.

    Raises ValueError when it holds no list of updates, or none with an id.
    """
    raws = _split_updates(body)
    found = [update for raw in raws if (update := decode_update(raw)) is not None]
    if raws and not found:
        raise ValueError("getUpdates answers updates without numbers")
    return sorted(found, key=lambda update: update.update_id)


def decode_update(raw: bytes) -> DecodedUpdate | None:
    """Decode one update; None when it has no id."""
    try:
        return _update_decoder.decode(raw)
    except _ERRORS as error:
        reason = str(error)
    if b"\\u" in raw and (update := _without_surrogates(raw)) is not None:
        return update
    try:
        return MalformedUpdate(_id_decoder.decode(shallow_json.field(raw, "update_id") or b""), raw, reason)
    except _ERRORS:
        return None


def _without_surrogates(raw: bytes) -> Update | None:
    """Decode an update with lone surrogates, which JSON allows, replaced; None when something else is wrong with it."""
    try:
        return _update_decoder.decode(json.dumps(replace_in_json(json.loads(raw))))
    except (*_ERRORS, ValueError):
        return None


def _split_updates(body: bytes) -> Sequence[bytes]:
    """Return the updates of a response, each still encoded. Deeply nested updates take a slower path."""
    try:
        return [bytes(raw) for raw in _response_decoder.decode(body).result]
    except _ERRORS as error:
        found = shallow_json.array_items(shallow_json.field(body, "result") or b"")
        if found is None:
            raise ValueError(f"getUpdates answers no list of updates: {error}") from error
        return found
