"""Frozen values for everything that the core asks of a platform, and their JSON in the outbox.

`card` names something of ours that rooms show (`poll:17`). Delivery remembers the message that shows a card, so that
Edit, Delete and ClosePoll can name the card instead of the message.
"""

from __future__ import annotations

import msgspec

from bots.core.outbound.calls import (
    HISTORY_LENGTH,
    Answer,
    ApproveJoinRequest,
    CancelScheduledEvent,
    CheckRights,
    ClosePoll,
    Delete,
    DirectMessage,
    Edit,
    Fetch,
    FetchHistory,
    Field,
    Join,
    Outbound,
    Post,
    PublishScheduledEvent,
    ReadCalendar,
    ShowForm,
)
from bots.core.outbound.content import CHOICE_EMOJI, Button, Content, Menu, NativePoll, PollOption, Tone, digest

Call = (
    Post
    | Edit
    | Delete
    | ClosePoll
    | DirectMessage
    | Answer
    | ShowForm
    | PublishScheduledEvent
    | CancelScheduledEvent
    | ApproveJoinRequest
    | CheckRights
    | Join
    | Fetch
    | FetchHistory
)

_encoder = msgspec.json.Encoder()
_decoder: msgspec.json.Decoder[Call] = msgspec.json.Decoder(Call)
_reading_decoder = msgspec.json.Decoder(ReadCalendar)


def kind_of(call: Outbound | type[Outbound]) -> str:
    """Return the name of this kind of call in the outbox: its tag, which does not change with the class's name."""
    return str(call.__struct_config__.tag)


def encode(call: Call | ReadCalendar) -> str:
    """Return the call as JSON, for the outbox."""
    return _encoder.encode(call).decode()


def decode(text: str) -> Call:
    """Return the call that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _decoder.decode(text)


def decode_reading(text: str) -> ReadCalendar:
    """Return the ReadCalendar that `encode` wrote. Raises msgspec.ValidationError on anything else."""
    return _reading_decoder.decode(text)
