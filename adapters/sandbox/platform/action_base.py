"""Lookups that every user action needs, and the way to notify the bot."""

from __future__ import annotations

from adapters.sandbox.platform.models import BOT, Message, Room, User
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core.inbound import Person, Value


class ActionError(Exception):
    """An action that is not possible. The message is the slug of a text on the page."""


class ActionBase:
    """Finds what a user may act on. Raises ActionError when it does not exist for them."""

    def __init__(self, sandbox: Sandbox) -> None:
        self._box = sandbox

    def _user(self, user_id: str) -> User:
        user = self._box.user(user_id)
        if user is None:
            raise ActionError("nobody")
        return user

    def _room(self, room_id: str) -> Room:
        room = self._box.room(room_id)
        if room is None:
            raise ActionError("no-room")
        return room

    def _room_and_person(self, user_id: str, room_id: str) -> tuple[Room, Person]:
        """Return the room, and the user as a member of it."""
        room, user = self._room(room_id), self._user(user_id)
        if not self._box.is_member(room_id, user_id):
            raise ActionError("not-there")
        return room, self._box.to_person(user, room_id)

    def _visible_message(self, message_id: int, user_id: str) -> Message:
        """Return a message that the user can see."""
        message = self._box.message(message_id)
        if message is None or message.gone or message.private_to not in (None, user_id):
            raise ActionError("no-message")
        return message

    def _message_room_person(self, message_id: int, user_id: str) -> tuple[Message, Room, Person]:
        """Return a visible message, its room, and the user as a member of the room."""
        message = self._visible_message(message_id, user_id)
        return message, *self._room_and_person(user_id, message.room)

    def _notify_bot(self, value: Value) -> None:
        """Write a value to the bot's event log, if the bot is in the room."""
        if self._box.is_member(value.room, BOT):
            self._box.emit(value)
