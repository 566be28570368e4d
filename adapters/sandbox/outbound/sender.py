"""Perform outbound values in the sandbox, each idempotency key once."""

from __future__ import annotations

import msgspec
from msgspec import structs

from adapters.sandbox.platform.actions import parse_command
from adapters.sandbox.platform.models import ADDRESS, BOT, Form, Message, Room
from adapters.sandbox.platform.profiles import PLATFORM
from adapters.sandbox.platform.sandbox import Sandbox
from bots.core import outbound
from bots.core.inbound import BotJoined, HistoryFetched, MessageFetched, Person, RightsReported
from bots.core.outbound import Content
from bots.core.richtext import Break, Text, join, plain
from bots.core.truncation import truncate_rich
from bots.ports import Capabilities, Receipt, Refused, Sending, Sent


class SandboxSender:
    """The bot's side of the sandbox, for one account."""

    def __init__(self, sandbox: Sandbox, account: str, profile: Capabilities) -> None:
        self._box = sandbox
        self._account = account
        self._profile = profile

    def perform(self, sending: Sending) -> Receipt:
        """Perform a sending; return the stored receipt if its key was performed before."""
        query = "SELECT receipt FROM performed WHERE account = ? AND key = ?"
        done = self._box.store.fetch_one(query, self._account, sending.key)
        if done is not None:
            return msgspec.json.decode(done["receipt"], type=Sent)
        with self._box.transaction():
            receipt = self._perform(sending)
            if isinstance(receipt, Sent):
                encoded = msgspec.json.encode(receipt).decode()
                self._box.store.execute("INSERT INTO performed VALUES (?, ?, ?)", self._account, sending.key, encoded)
        return receipt

    def _perform(self, sending: Sending) -> Receipt:
        call = sending.call
        if isinstance(call, outbound.Join):
            return self._join(call.room)
        room = self._box.room(call.room)
        if room is None or room.account != self._account or not self._box.is_member(room.id, BOT):
            return Refused("gone", f"not in the room {call.room}")
        if isinstance(call, outbound.Edit | outbound.Delete | outbound.ClosePoll):
            return self._change(sending, call)
        return self._perform_in_room(sending, call, room)

    def _perform_in_room(self, sending: Sending, call: outbound.Call, room: Room) -> Receipt:
        match call:
            case outbound.Post(content=content, card=card, reply_to=reply_to):
                return self._show(sending, room.id, content, card=card, reply_to=reply_to)
            case outbound.Answer():
                return self._answer(sending, call, room)
            case outbound.ShowForm():
                return self._show_form(sending, call)
            case outbound.DirectMessage():
                return self._send_direct(sending, call, room)
            case outbound.Fetch(message=message, subject=subject):
                return self._fetch(sending.key, room, message, subject)
            case outbound.FetchHistory():
                return self._fetch_history(sending.key, call, room)
            case outbound.CheckRights(subject=subject):
                return self._check_rights(sending.key, room, subject)
        return Refused("invalid", f"this platform has no {type(call).__name__}")

    # New messages

    def _show(
        self, sending: Sending, room_id: str, content: Content, *, card: str | None = None, reply_to: str | None = None,
        private_to: str | None = None, form: Form | None = None,
    ) -> Sent:  # fmt: skip
        message, shown = self._box.store.next_serial(), self._fit(content)
        self._box.change_message(
            message, "INSERT INTO messages"
            " (id, room, author, at, text, content, form, reply_to, private_to, card, key, poll_open)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            message, room_id, BOT, self._box.clock.now().isoformat(), plain(shown.text), _json(shown),
            _json(form) if form else None, int(reply_to) if reply_to and reply_to.isdigit() else None, private_to, card,
            sending.key, int(content.poll is not None),
        )  # fmt: skip
        self._add_button_reactions(message, content)
        self._store_files(message, sending, content)
        return Sent((str(message),))

    def _fit(self, content: Content) -> Content:
        """Truncate to the platform's length; on a platform without buttons, append a legend of the reactions."""
        text = content.text
        if not self._profile.buttons and content.legend:
            legend = join([(Text(f"{button.emoji} {button.label}"),) for button in content.buttons])
            text = join([text, legend], (Break(), Break()))
        return structs.replace(content, text=truncate_rich(text, self._profile.message_length))

    def _add_button_reactions(self, message: int, content: Content) -> None:
        """On a platform without buttons, offer a reaction for each button, and take back those without a button."""
        if self._profile.buttons:
            return
        offered = [button.emoji for button in content.buttons if not button.url] if content.offers_reactions else []
        mine = self._box.store.fetch_all(
            "SELECT id, emoji FROM reactions WHERE message = ? AND person = ?", message, BOT
        )
        for row in mine:
            if row["emoji"] not in offered:
                self._box.store.execute("DELETE FROM reactions WHERE id = ?", row["id"])
        for emoji in offered:
            insert = "INSERT OR IGNORE INTO reactions VALUES (?, ?, ?, ?)"
            self._box.store.execute(insert, self._box.store.next_serial(), message, BOT, emoji)

    def _store_files(self, message: int, sending: Sending, content: Content) -> None:
        contents = sending.files or tuple(
            file.data.encode() if file.data is not None else None for file in content.attachments
        )
        for number, (file, data) in enumerate(zip(content.attachments, contents, strict=False)):
            if data is not None and len(data) <= self._profile.upload_bytes:
                insert = "INSERT INTO files VALUES (?, ?, ?, ?, ?)"
                self._box.store.execute(insert, message, number, file.name, file.mime, data)

    def _answer(self, sending: Sending, call: outbound.Answer, room: Room) -> Receipt:
        """Answer a press with a toast, anything else privately, where the platform has toasts and private answers."""
        if not call.content.text and not call.content.buttons:
            return Sent()
        if self._profile.toasts and call.token is not None and call.token.startswith("press:"):
            self._box.record_change("toast", f"{call.user}:{room.id}:{plain(call.content.text)[:200]}")
            return Sent()
        private = self._profile.private_answers and call.token is not None and room.direct is None
        private_to = call.user if private else None
        return self._show(sending, room.id, call.content, reply_to=call.reply_to, private_to=private_to)

    def _show_form(self, sending: Sending, call: outbound.ShowForm) -> Receipt:
        if not self._profile.forms:
            return Refused("invalid", "this platform has no forms")
        form = Form(call.form, call.title, call.fields, call.token)
        self._show(sending, call.room, Content(()), private_to=call.user, form=form)
        return Sent()

    def _send_direct(self, sending: Sending, call: outbound.DirectMessage, about: Room) -> Receipt:
        """Send a message to the user's private room with the bot; open the room when it does not exist."""
        user = self._box.user(call.user)
        if user is None or not user.reachable:
            return Refused("unreachable-person", f"{call.user} takes no private messages")
        room_id = f"direct-{self._account}-{call.user}"
        if self._box.room(room_id) is None:
            private = structs.replace(about, id=room_id, name=BOT, direct=call.user, locale=user.locale)
            self._box.add_room(private, (BOT, call.user))
        return structs.replace(self._show(sending, room_id, call.content, card=call.card), room=room_id)

    # Existing messages

    def _change(self, sending: Sending, call: outbound.Edit | outbound.Delete | outbound.ClosePoll) -> Receipt:
        found = self._box.message(sending.target) if sending.target else None
        if found is None or found.gone:
            return Refused("gone", "the message is not there")
        match call:
            case outbound.Edit(content=content):
                return self._edit(found, content)
            case outbound.ClosePoll():
                self._box.change_message(found.id, "UPDATE messages SET poll_open = 0 WHERE id = ?", found.id)
            case outbound.Delete():
                for message in (str(found.id), *sending.extra_messages):
                    self._box.change_message(message, "UPDATE messages SET gone = 1 WHERE id = ?", message)
        return Sent()

    def _edit(self, found: Message, content: Content) -> Receipt:
        shown = self._fit(content)
        if found.content is not None and found.content.poll is not None and content.poll is None:
            shown = structs.replace(shown, poll=found.content.poll)
        update = "UPDATE messages SET text = ?, content = ?, edits = edits + 1 WHERE id = ?"
        self._box.change_message(found.id, update, plain(shown.text), _json(shown), found.id)
        self._add_button_reactions(found.id, content)
        return Sent((str(found.id),))

    # Memberships and reports

    def _join(self, room_id: str) -> Receipt:
        room = self._box.room(room_id)
        if room is None:
            return Refused("gone", f"there is no room {room_id}")
        if self._box.add_member(room_id, BOT):
            common, direct = self._box.common_fields(room), room.direct is not None
            self._box.emit(BotJoined(**common, name=room.name, direct=direct, locale=room.locale))
        return Sent()

    def _fetch(self, key: str, room: Room, message: str, subject: str) -> Receipt:
        found = self._box.message(message)
        if found is not None and (found.gone or found.room != room.id):
            found = None
        self._box.emit(self._fetched(key, room, message, subject, found))
        return Sent()

    def _fetched(self, key: str, room: Room, message: str, subject: str, found: Message | None) -> MessageFetched:
        return MessageFetched(
            **self._box.common_fields(room, f"fetch:{key}"), message=message, subject=subject,
            link=f"{ADDRESS}/{room.id}/{message}", person=self._author(found) if found else None,
            text=found.text if found else "", posted=found.at if found else None,
        )  # fmt: skip

    def _fetch_history(self, key: str, call: outbound.FetchHistory, room: Room) -> Receipt:
        near = self._box.history(room.id, call.message, outbound.HISTORY_LENGTH, after=call.after)
        said = [one for one in near if one.author != BOT and parse_command(one.text, self._profile) is None]
        self._box.emit(
            HistoryFetched(
                **self._box.common_fields(room, f"fetch:{key}"), message=call.message, subject=call.subject,
                messages=tuple(self._fetched(f"{key}:{one.id}", room, str(one.id), call.subject, one) for one in said),
            )
        )  # fmt: skip
        return Sent()

    def _author(self, message: Message) -> Person:
        user = self._box.user(message.author)
        if user is None:
            return Person(platform=PLATFORM, user=message.author, name=message.author, bot=message.author == BOT)
        return self._box.to_person(user, message.room)

    def _check_rights(self, key: str, room: Room, subject: str) -> Receipt:
        """Report that nothing is missing: the bot may do everything here."""
        common = self._box.common_fields(room, f"rights:{key}")
        self._box.emit(RightsReported(**common, missing=(), subject=subject))
        return Sent()


def _json(value: Content | Form) -> str:
    return msgspec.json.encode(value).decode()
