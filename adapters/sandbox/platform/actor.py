"""What every act of a person begins with: who, where, which message; and how the bot is told."""

from __future__ import annotations

from datetime import datetime
from typing import TypedDict

from adapters.sandbox.platform.models import Figure, Message, Place
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.inbound import Value


class Impossible(Exception):
    """What cannot be done there; the slug is that of a text of the page."""


class Common(TypedDict):
    """What every inbound value has."""

    key: str
    account: str
    room: str
    at: datetime


class Actor:
    """Looks things up in the sandbox for a person. Raises Impossible for what is not there for them."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._box = sandbox

    def _figure(self, user: str) -> Figure:
        found = self._box.person(user)
        if found is None:
            raise Impossible("nobody")
        return found

    def _place(self, room: str) -> Place:
        found = self._box.room(room)
        if found is None:
            raise Impossible("no-room")
        return found

    def _inside(self, user: str, room: str) -> tuple[Place, Figure]:
        place, figure = self._place(room), self._figure(user)
        if not self._box.is_in(room, user):
            raise Impossible("not-there")
        return place, figure

    def _message(self, message: int, user: str, *, room: str | None = None) -> Message:
        """A message that the person can see."""
        found = self._box.message(message)
        if found is None or found.gone or found.private_to not in (None, user) or room not in (None, found.room):
            raise Impossible("no-message")
        return found

    def _common(self, place: Place, serial: int | None = None) -> Common:
        number = serial if serial is not None else self._box.store.serial()
        return {"key": f"web:{number}", "account": place.account, "room": place.id, "at": self._box.clock.now()}

    def _tell(self, room: str, value: Value) -> None:
        if self._box.bot_is_in(room):
            self._box.emit(value)
