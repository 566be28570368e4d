"""What the processor can do with an inbound value."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bots.core.inbound import Value
from bots.turn.turn import Turn

Run = Callable[[Turn], Awaitable[None]]


@dataclass(frozen=True)
class Handle:
    """Run a handler with `value`: a reaction on a card may have become a press of its button."""

    value: Value
    run: Run


@dataclass(frozen=True)
class Park:
    """Keep the value until the message of ours that it refers to is known."""


@dataclass(frozen=True)
class Ignore:
    """Do nothing: no handler takes this value."""
