"""What users do in the sandbox. Each action is one transaction: the change, and the event for the bot."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from adapters.sandbox.platform.action_base import ActionBase, ActionError
from adapters.sandbox.platform.models import BOT, Room
from adapters.sandbox.platform.profiles import PROFILES
from bots.core import inbound
from bots.ports import Capabilities


class SandboxActions(ActionBase):
    """The sandbox as people use it. Every action raises ActionError when it is not possible."""

    # Messages

    def post(self, user_id: str, room_id: str, text: str, *, reply_to: int | None = None) -> int:
        """Post a message and return its id."""
        room, person = self._room_and_person(user_id, room_id)
        if not text.strip():
            raise ActionError("empty")
        if len(text) > self._box.profile(room).message_length:
            raise ActionError("too-long")
        if reply_to is not None and self._visible_message(reply_to, user_id).room != room_id:
            raise ActionError("no-message")
        with self._box.transaction():
            message = self._box.store.next_serial()
            self._box.change_message(
                message, "INSERT INTO messages (id, room, author, at, text, reply_to) VALUES (?, ?, ?, ?, ?, ?)",
                message, room_id, user_id, self._box.clock.now().isoformat(), text, reply_to,
            )  # fmt: skip
            self._notify_bot(self._message_value(room, person, message, text, reply_to))
        return message

    def _message_value(
        self, room: Room, person: inbound.Person, message: int, text: str, reply_to: int | None
    ) -> inbound.Value:
        common, replied = self._box.common_fields(room, message), str(reply_to) if reply_to is not None else None
        mentions, line = self._mentions(text, room.id), parse_command(text, self._box.profile(room))
        if line is not None:
            return inbound.CommandInvoked(
                **common, person=person, line=line, message=str(message), reply_to=replied, mentions=mentions,
                direct=room.direct is not None, token=self._command_token(room),
            )  # fmt: skip
        return inbound.MessagePosted(
            **common, person=person, message=str(message), text=text, reply_to=replied, mentions=mentions,
            direct=room.direct is not None, addressed=f"@{BOT}" in text.casefold(),
        )  # fmt: skip

    def _edited_value(self, room: Room, person: inbound.Person, message: int, text: str) -> inbound.Value:
        common, line = self._box.common_fields(room), parse_command(text, self._box.profile(room))
        if line is None:
            return inbound.MessageEdited(**common, person=person, message=str(message), text=text)
        return inbound.CommandInvoked(
            **common, person=person, line=line, message=str(message), mentions=self._mentions(text, room.id),
            direct=room.direct is not None, edited=True, token=self._command_token(room),
        )  # fmt: skip

    def _command_token(self, room: Room) -> str | None:
        """Return the token of a command where commands are interactions, as Discord's slash commands are."""
        return f"command:{self._box.store.next_serial()}" if self._box.profile(room).private_answers else None

    def _mentions(self, text: str, room_id: str) -> tuple[str, ...]:
        """Return the members whose name appears after an @."""
        lowered = text.casefold()
        return tuple(member.id for member in self._box.members(room_id) if f"@{member.name.casefold()}" in lowered)

    def edit(self, user_id: str, message_id: int, text: str) -> None:
        """Change the text of the user's own message."""
        found, room, person = self._message_room_person(message_id, user_id)
        if found.author != user_id:
            raise ActionError("not-yours")
        if not text.strip():
            raise ActionError("empty")
        with self._box.transaction():
            update = "UPDATE messages SET text = ?, edits = edits + 1 WHERE id = ?"
            self._box.change_message(message_id, update, text, message_id)
            self._notify_bot(self._edited_value(room, person, message_id, text))

    def delete(self, user_id: str, message_id: int) -> None:
        """Delete the user's own message, any message if the user is an admin, or one that only the user sees.

        Notify the bot only where the imitated platform does: https://core.telegram.org/bots/api#update has no such
        update.
        """
        found, room, person = self._message_room_person(message_id, user_id)
        if found.author != user_id and found.private_to != user_id and not person.admin:
            raise ActionError("not-yours")
        with self._box.transaction():
            self._box.change_message(message_id, "UPDATE messages SET gone = 1 WHERE id = ?", message_id)
            if found.author != BOT and self._box.profile(room).reports_deletions:
                self._notify_bot(inbound.MessageDeleted(**self._box.common_fields(room), message=str(message_id)))

    # Reactions, buttons, votes and forms

    def react(self, user_id: str, message_id: int, emoji: str) -> int:
        """Add a reaction and return its id."""
        _, room, person = self._message_room_person(message_id, user_id)
        if not 0 < len(emoji) <= 16 or emoji.isascii():
            raise ActionError("no-emoji")
        with self._box.transaction():
            reaction = self._box.store.next_serial()
            insert = "INSERT OR IGNORE INTO reactions VALUES (?, ?, ?, ?)"
            if self._box.change_message(message_id, insert, reaction, message_id, user_id, emoji):
                self._notify_bot(inbound.ReactionAdded(
                    **self._box.common_fields(room, reaction), person=person, message=str(message_id), emoji=emoji,
                    reaction=str(reaction),
                ))  # fmt: skip
        return reaction

    def unreact(self, user_id: str, message_id: int, emoji: str) -> None:
        """Remove a reaction."""
        _, room, person = self._message_room_person(message_id, user_id)
        with self._box.transaction():
            delete = "DELETE FROM reactions WHERE message = ? AND person = ? AND emoji = ?"
            if self._box.change_message(message_id, delete, message_id, user_id, emoji):
                common = self._box.common_fields(room)
                self._notify_bot(inbound.ReactionRemoved(**common, person=person, message=str(message_id), emoji=emoji))

    def press(self, user_id: str, message_id: int, button: str) -> None:
        """Press the button with this id."""
        found, room, person = self._message_room_person(message_id, user_id)
        if found.content is None or button not in {offered.id for offered in found.content.buttons if offered.id}:
            raise ActionError("no-button")
        self._press(room, person, message_id, button)

    def choose(self, user_id: str, message_id: int, options: Sequence[str]) -> None:
        """Choose the options with these ids from a message's list; without any, take back what was chosen."""
        found, room, person = self._message_room_person(message_id, user_id)
        menu = found.content.menu if found.content is not None else None
        if found.content is None or menu is None:
            raise ActionError("no-button")
        offered = [button.id for button in found.content.buttons if menu.holds(button)]
        chosen = [one.removeprefix(f"{menu.options}:") for one in offered if one in options][: menu.most]
        self._press(room, person, message_id, f"{menu.id}:{','.join(chosen)}")

    def _press(self, room: Room, person: inbound.Person, message_id: int, button: str) -> None:
        with self._box.transaction():
            serial = self._box.store.next_serial()
            self._notify_bot(inbound.ButtonPressed(
                **self._box.common_fields(room, serial), person=person, button=button, message=str(message_id),
                token=f"press:{serial}",
            ))  # fmt: skip

    def vote(self, user_id: str, message_id: int, choices: Sequence[str]) -> None:
        """Vote in a native poll for these option ids; without any, withdraw the vote."""
        found, room, person = self._message_room_person(message_id, user_id)
        poll = found.content.poll if found.content else None
        if poll is None or not found.poll_open:
            raise ActionError("no-poll")
        chosen = tuple(option.id for option in poll.options if option.id in choices)[: poll.max_choices]
        with self._box.transaction():
            self._box.store.execute("DELETE FROM votes WHERE message = ? AND person = ?", message_id, user_id)
            for choice in chosen:
                self._box.store.execute("INSERT INTO votes VALUES (?, ?, ?)", message_id, user_id, choice)
            self._box.record_change("message", message_id)
            common = self._box.common_fields(room)
            self._notify_bot(inbound.ChoiceMade(**common, person=person, message=str(message_id), choices=chosen))

    def submit_form(self, user_id: str, message_id: int, fields: Mapping[str, str]) -> None:
        """Submit a form."""
        found, room, person = self._message_room_person(message_id, user_id)
        if found.form is None:
            raise ActionError("no-form")
        with self._box.transaction():
            serial = self._box.store.next_serial()
            self._box.change_message(message_id, "UPDATE messages SET gone = 1 WHERE id = ?", message_id)
            self._notify_bot(inbound.FormSubmitted(
                **self._box.common_fields(room, serial), person=person, form=found.form.id,
                fields={field.id: fields.get(field.id, "") for field in found.form.fields}, token=f"form:{serial}",
            ))  # fmt: skip

    # Memberships and rooms

    def join(self, user_id: str, room_id: str) -> None:
        """Join a room."""
        room, user = self._room(room_id), self._user(user_id)
        if room.direct not in (None, user_id):
            raise ActionError("not-there")
        with self._box.transaction():
            if self._box.add_member(room_id, user_id):
                person = self._box.to_person(user, room_id)
                self._notify_bot(inbound.MemberJoined(**self._box.common_fields(room), person=person))

    def leave(self, user_id: str, room_id: str) -> None:
        """Leave a room."""
        room, person = self._room_and_person(user_id, room_id)
        with self._box.transaction():
            self._box.store.execute("DELETE FROM members WHERE room = ? AND person = ?", room_id, user_id)
            self._box.record_change("room", room_id)
            self._notify_bot(inbound.MemberLeft(**self._box.common_fields(room), person=person))

    def invite_bot(self, user_id: str, room_id: str) -> None:
        """Invite the bot into one of the user's rooms."""
        room, person = self._room_and_person(user_id, room_id)
        with self._box.transaction():
            self._box.emit(inbound.BotInvited(**self._box.common_fields(room), person=person, name=room.name))

    def open_room(self, user_id: str, name: str, account: str) -> str:
        """Open a room, invite the bot and return the room's id."""
        user = self._user(user_id)
        if not name.strip() or len(name) > 60:
            raise ActionError("no-name")
        if account not in PROFILES:
            raise ActionError("no-room")
        with self._box.transaction():
            room_id = f"room-{self._box.store.next_serial()}"
            room = Room(id=room_id, account=account, name=name.strip(), locale=user.locale, place=user.name)
            self._box.insert_room(room)
            self._box.add_member(room_id, user_id, admin=True)
        self.invite_bot(user_id, room_id)
        return room_id

    def set_reachable(self, user_id: str, *, closed: bool) -> None:
        """Set whether the user accepts private messages from the bot."""
        self._user(user_id)
        with self._box.transaction():
            self._box.store.execute("UPDATE people SET reachable = ? WHERE id = ?", int(not closed), user_id)
            self._box.record_change("people", user_id)
            for room in self._box.rooms(of=user_id):
                if room.direct is not None:
                    self._box.record_change("room", room.id)


def parse_command(text: str, profile: Capabilities) -> str | None:
    """Return the command line after the platform's prefix; None when the text is not a command."""
    size = len(profile.prefix)
    if not text.startswith(profile.prefix) or not text[size : size + 1].isalpha():
        return None
    head, space, rest = text[size:].partition(" ")
    return head.replace(profile.joiner, " ") + space + rest if profile.joiner != " " else text[size:]
