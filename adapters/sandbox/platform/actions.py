"""What people do in the sandbox. Each act is one transaction: what is seen, and what the bot is told of it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.sandbox.platform.actor import Actor, Impossible
from adapters.sandbox.platform.models import BOT, Figure, Place
from adapters.sandbox.platform.profiles import LOOKS
from bots.core.inbound import (
    BotInvited,
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    FormSubmitted,
    MemberJoined,
    MemberLeft,
    MessageDeleted,
    MessageEdited,
    MessagePosted,
    ReactionAdded,
    ReactionRemoved,
    Value,
)
from bots.ports import Capabilities


class Acts(Actor):
    """The sandbox as people use it. Raises Impossible."""

    # Talking

    def say(self, user: str, room: str, text: str, *, reply_to: int | None = None) -> int:
        """Post a message; its id."""
        place, figure = self._inside(user, room)
        look = self._box.look(place)
        if not text.strip():
            raise Impossible("empty")
        if len(text) > look.message_length:
            raise Impossible("too-long")
        if reply_to is not None:
            self._message(reply_to, user, room=room)
        with self._box.acting():
            message = self._box.store.serial()
            self._box.store.run(
                "INSERT INTO messages (id, room, author, at, text, reply_to) VALUES (?, ?, ?, ?, ?, ?)",
                message, room, user, self._box.clock.now().isoformat(), text, reply_to,
            )  # fmt: skip
            self._box.changed("message", message)
            self._tell(room, self._said(place, figure, message, text, reply_to))
        return message

    def _said(self, place: Place, figure: Figure, message: int, text: str, reply_to: int | None) -> Value:
        common, person = self._common(place, message), self._box.as_person(figure, place.id)
        answers = str(reply_to) if reply_to is not None else None
        mentions, line = self._mentions(text, place.id), command_line(text, self._box.look(place))
        if line is not None:
            return CommandInvoked(
                **common, person=person, line=line, message=str(message), reply_to=answers, mentions=mentions,
                direct=place.direct is not None,
            )  # fmt: skip
        return MessagePosted(
            **common, person=person, message=str(message), text=text, reply_to=answers, mentions=mentions,
            direct=place.direct is not None,
        )  # fmt: skip

    def _mentions(self, text: str, room: str) -> tuple[str, ...]:
        """Who is named with an @ before the name."""
        low = text.casefold()
        return tuple(other.id for other in self._box.members(room) if f"@{other.name.casefold()}" in low)

    def edit(self, user: str, message: int, text: str) -> None:
        """Give one's message a new text."""
        found = self._message(message, user)
        if found.author != user:
            raise Impossible("not-yours")
        if not text.strip():
            raise Impossible("empty")
        place, figure = self._inside(user, found.room)
        with self._box.acting():
            self._box.store.run("UPDATE messages SET text = ?, edits = edits + 1 WHERE id = ?", text, message)
            self._box.changed("message", message)
            if command_line(text, self._box.look(place)) is None:
                common, person = self._common(place), self._box.as_person(figure, place.id)
                self._tell(place.id, MessageEdited(**common, person=person, message=str(message), text=text))

    def withdraw(self, user: str, message: int) -> None:
        """Take one's message back; who manages the room takes back any. What only one person sees is put away. The bot
        is told where the room's platform tells bots (https://core.telegram.org/bots/api#update has no such update)."""
        found = self._message(message, user)
        place, _ = self._inside(user, found.room)
        if found.author != user and found.private_to != user and not self._box.manages(place.id, user):
            raise Impossible("not-yours")
        with self._box.acting():
            self._box.store.run("UPDATE messages SET gone = 1 WHERE id = ?", message)
            self._box.changed("message", message)
            if found.author != BOT and self._box.look(place).withdrawals:
                self._tell(place.id, MessageDeleted(**self._common(place), message=str(message)))

    # Reacting, pressing, voting

    def react(self, user: str, message: int, emoji: str) -> int:
        """React; the reaction's id."""
        found = self._message(message, user)
        place, figure = self._inside(user, found.room)
        if not 0 < len(emoji) <= 16 or emoji.isascii():
            raise Impossible("no-emoji")
        with self._box.acting():
            reaction = self._box.store.serial()
            added = self._box.store.run(
                "INSERT OR IGNORE INTO reactions VALUES (?, ?, ?, ?)", reaction, message, user, emoji
            )
            if added:
                self._box.changed("message", message)
                value = ReactionAdded(
                    **self._common(place, reaction), person=self._box.as_person(figure, place.id), message=str(message),
                    emoji=emoji, reaction=str(reaction),
                )  # fmt: skip
                self._tell(place.id, value)
        return reaction

    def unreact(self, user: str, message: int, emoji: str) -> None:
        """Take a reaction back."""
        found = self._message(message, user)
        place, figure = self._inside(user, found.room)
        with self._box.acting():
            taken = self._box.store.run(
                "DELETE FROM reactions WHERE message = ? AND person = ? AND emoji = ?", message, user, emoji
            )
            if taken:
                self._box.changed("message", message)
                person = self._box.as_person(figure, place.id)
                value = ReactionRemoved(**self._common(place), person=person, message=str(message), emoji=emoji)
                self._tell(place.id, value)

    def press(self, user: str, message: int, button: str) -> None:
        """Press a button, by its id."""
        found = self._message(message, user)
        place, figure = self._inside(user, found.room)
        if found.content is None or button not in {offered.id for offered in found.content.buttons if offered.id}:
            raise Impossible("no-button")
        with self._box.acting():
            serial = self._box.store.serial()
            value = ButtonPressed(
                **self._common(place, serial), person=self._box.as_person(figure, place.id), button=button,
                message=str(message), token=f"press:{serial}",
            )  # fmt: skip
            self._tell(place.id, value)

    def vote(self, user: str, message: int, choices: Sequence[str]) -> None:
        """Vote in a native poll, by answer ids; none takes the vote back."""
        found = self._message(message, user)
        place, figure = self._inside(user, found.room)
        poll = found.content.poll if found.content else None
        if poll is None or not found.poll_open:
            raise Impossible("no-poll")
        chosen = tuple(option.id for option in poll.options if option.id in choices)[: poll.max_choices]
        with self._box.acting():
            self._box.store.run("DELETE FROM votes WHERE message = ? AND person = ?", message, user)
            for choice in chosen:
                self._box.store.run("INSERT INTO votes VALUES (?, ?, ?)", message, user, choice)
            self._box.changed("message", message)
            person = self._box.as_person(figure, place.id)
            self._tell(place.id, ChoiceMade(**self._common(place), person=person, message=str(message), choices=chosen))

    def fill_in(self, user: str, message: int, fields: Mapping[str, str]) -> None:
        """Send a form."""
        found = self._message(message, user)
        place, figure = self._inside(user, found.room)
        if found.form is None:
            raise Impossible("no-form")
        with self._box.acting():
            serial = self._box.store.serial()
            self._box.store.run("UPDATE messages SET gone = 1 WHERE id = ?", message)
            self._box.changed("message", message)
            value = FormSubmitted(
                **self._common(place, serial), person=self._box.as_person(figure, place.id), form=found.form.id,
                fields={field.id: fields.get(field.id, "") for field in found.form.fields}, token=f"form:{serial}",
            )  # fmt: skip
            self._tell(place.id, value)

    # Coming and going

    def enter(self, user: str, room: str) -> None:
        """Come into a room."""
        place, figure = self._place(room), self._figure(user)
        if place.direct not in (None, user):
            raise Impossible("not-there")
        with self._box.acting():
            if self._box.put_in(room, user):
                self._tell(room, MemberJoined(**self._common(place), person=self._box.as_person(figure, room)))

    def leave(self, user: str, room: str) -> None:
        """Go out of a room."""
        place, figure = self._inside(user, room)
        with self._box.acting():
            person = self._box.as_person(figure, room)
            self._box.store.run("DELETE FROM members WHERE room = ? AND person = ?", room, user)
            self._box.changed("room", room)
            self._tell(room, MemberLeft(**self._common(place), person=person))

    def invite_bot(self, user: str, room: str) -> None:
        """Ask the bot into a room that one is in."""
        place, figure = self._inside(user, room)
        with self._box.acting():
            person = self._box.as_person(figure, room)
            self._box.emit(BotInvited(**self._common(place), person=person, name=place.name))

    def open_room(self, user: str, name: str, account: str) -> str:
        """Open a room of one's own and ask the bot in; the room's id."""
        figure = self._figure(user)
        if not name.strip() or len(name) > 60:
            raise Impossible("no-name")
        if account not in LOOKS:
            raise Impossible("no-room")
        with self._box.acting():
            room = f"room-{self._box.store.serial()}"
            place = Place(id=room, account=account, name=name.strip(), locale=figure.locale, place=figure.name)
            self._box.open_room(place)
            self._box.put_in(room, user, admin=True)
        self.invite_bot(user, room)
        return room

    def close_to_bot(self, user: str, *, closed: bool) -> None:
        """Take no private messages of the bot, or take them again."""
        self._figure(user)
        with self._box.acting():
            self._box.store.run("UPDATE people SET reachable = ? WHERE id = ?", int(not closed), user)
            self._box.changed("people", user)
            for room in self._box.rooms(of=user):
                if room.direct is not None:
                    self._box.changed("room", room.id)


def command_line(text: str, look: Capabilities) -> str | None:
    """What follows the prefix, when the text is a command there."""
    size = len(look.prefix)
    if not text.startswith(look.prefix) or not text[size : size + 1].isalpha():
        return None
    head, space, rest = text[size:].partition(" ")
    return head.replace(look.joiner, " ") + space + rest if look.joiner != " " else text[size:]
