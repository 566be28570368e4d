"""Redacted edits: people's clients show the words before the edit again, and so must every copy.

A redaction names the edit, but not the message, and a redacted edit has lost the message's id. So we
remember the edits that we saw.
https://spec.matrix.org/v1.11/client-server-api/#redactions-of-edited-events
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import msgspec

from adapters import files
from adapters.matrix.api.client import MatrixClient
from adapters.matrix.api.retry import UnreachableError
from adapters.matrix.rooms import messages
from adapters.matrix.rooms.people import person
from adapters.matrix.rooms.state import AdapterState
from bots.core.inbound import MessageDeleted, MessageEdited, Value
from bots.core.invalid_characters import replace_in_value
from bots.ports import Later

_decode = msgspec.json.Decoder(dict[str, str]).decode


class RedactedEdits:
    """Turns the redaction of an edit into a new edit. The `file` keeps the edits that we saw over a restart."""

    def __init__(self, client: MatrixClient, state: AdapterState, file: Path) -> None:
        self._client = client
        self._state = state
        self._file = file
        state.edits.update(files.load(file, _decode, "matrix-edits-unreadable") or {})
        self._stored = dict(state.edits)

    async def as_edits(self, values: Sequence[Value]) -> list[Value]:
        """Return the values; the redaction of an edit becomes an edit to what the message shows now.

        Raises UnreachableError, SessionEndedError or a network error.
        """
        return [await self._as_edit(value) if isinstance(value, MessageDeleted) else value for value in values]

    async def _as_edit(self, value: MessageDeleted) -> Value:
        message = self._state.edits.get(value.message)
        room = self._client.rooms.get(value.room)
        raw = await messages.get_event(self._client, value.room, message) if message and room else None
        if isinstance(raw, Later):
            raise UnreachableError(raw.detail)
        event = messages.readable(self._client, value.room, raw) if raw is not None else None
        if raw is None or event is None or room is None or message is None:
            return value
        text, formatted = messages.current_words(self._client, value.room, raw, event.source["content"])
        edit = MessageEdited(
            key=value.key, account=value.account, room=value.room, at=value.at, message=message,
            person=person(self._state, room, event.sender), text=text, formatted=formatted,
        )  # fmt: skip
        return replace_in_value(edit)

    def store(self) -> None:
        """Store new edits. Call before submitting their values. After a failure, a restart forgets them."""
        if self._state.edits == self._stored:
            return
        files.store(self._file, lambda: msgspec.json.encode(self._state.edits), "matrix-edits-not-kept")
        self._stored = dict(self._state.edits)
