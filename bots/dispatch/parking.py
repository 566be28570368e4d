"""Parked values: they wait until we know the message that they are about."""

from __future__ import annotations

from bots.core import inbound
from bots.core.inbound import Value
from storage.queries.inbox import PARK
from storage.unit_of_work import UnitOfWork


def park(uow: UnitOfWork, value: Value) -> None:
    """Store a value for later."""
    row = {
        "key": value.key,
        "account": value.account,
        "room": value.room,
        "message": getattr(value, "message", ""),
        "reaction": getattr(value, "reaction", ""),
        "payload": inbound.encode(value),
        "at": value.at,
    }
    uow.defer(PARK, row)
