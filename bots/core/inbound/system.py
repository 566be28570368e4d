"""Values that no person caused: due timers, failed deliveries, updates that the adapter cannot read."""

from __future__ import annotations

from datetime import datetime

from bots.core.inbound.base import Inbound


class Unreadable(Inbound, frozen=True, kw_only=True):
    """An update that the adapter cannot read. Dispatch keeps it as a dead letter."""

    payload: str
    error: str


class DeliveryFailed(Inbound, frozen=True, kw_only=True):
    """A final refusal of an outbound value. `kind` is its kind, `right` the missing right if that is the cause."""

    outbox_key: str
    kind: str
    reason: str
    detail: str = ""
    right: str | None = None


class TimerFired(Inbound, frozen=True, kw_only=True):
    """A timer that came due. `room` and `account` are empty; `subject` says what it is about."""

    timer: int
    kind: str
    subject: str
    due: datetime
