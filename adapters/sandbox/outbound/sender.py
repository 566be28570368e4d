"""What the bot does in the sandbox: one outbound value performed, once a key."""

from __future__ import annotations

import msgspec
from msgspec import structs

from adapters.sandbox.platform.models import ADDRESS, BOT, Form, Message, Place
from adapters.sandbox.platform.profiles import PLATFORM
from adapters.sandbox.platform.sandbox import Sandbox
from adapters.sandbox.rendering.truncation import fitted
from bots.core import outbound
from bots.core.inbound import BotJoined, MessageFetched, Person, RightsFound
from bots.core.outbound import Content
from bots.core.richtext import plain
from bots.ports import Capabilities, Receipt, Refused, Sending, Sent

"""Where messages of the sandbox are said to be (RFC 2606: no such host can ever be); the page finds them by it."""


class Deeds:
    """The sandbox as one account of the bot uses it."""

    def __init__(self, sandbox: Sandbox, account: str, look: Capabilities) -> None:
        self._box = sandbox
        self._account = account
        self._look = look

    def perform(self, sending: Sending) -> Receipt:
        """Do what was sent, unless a sending with this key was done before."""
        query = "SELECT receipt FROM performed WHERE account = ? AND key = ?"
        done = self._box.store.first(query, self._account, sending.key)
        if done is not None:
            return msgspec.json.decode(done["receipt"], type=Sent)
        with self._box.acting():
            receipt = self._do(sending)
            if isinstance(receipt, Sent):
                kept = msgspec.json.encode(receipt).decode()
                self._box.store.run("INSERT INTO performed VALUES (?, ?, ?)", self._account, sending.key, kept)
        return receipt

    def _do(self, sending: Sending) -> Receipt:
        call = sending.call
        if isinstance(call, outbound.Join):
            return self._join(call.room)
        place = self._box.room(call.room)
        if place is None or place.account != self._account or not self._box.bot_is_in(place.id):
            return Refused("gone", f"not in the room {call.room}")
        if isinstance(call, outbound.Edit | outbound.Delete | outbound.ClosePoll):
            return self._change(sending, call)
        return self._say(sending, call, place)

    def _say(self, sending: Sending, call: outbound.Call, place: Place) -> Receipt:
        """What makes something new."""
        match call:
            case outbound.Post(content=content, card=card, reply_to=reply_to):
                return self._show(sending, place.id, content, card=card, reply_to=reply_to)
            case outbound.Answer():
                return self._answer(sending, call, place)
            case outbound.ShowForm():
                return self._ask(sending, call)
            case outbound.DirectMessage():
                return self._direct(sending, call, place)
            case outbound.Fetch(message=message, subject=subject):
                return self._fetch(sending.key, place, message, subject)
            case outbound.CheckRights(subject=subject):
                return self._rights(sending.key, place, subject)
        return Refused("invalid", f"this platform has no {type(call).__name__}")

    # New messages

    def _show(
        self, sending: Sending, room: str, content: Content, *, card: str | None = None, reply_to: str | None = None,
        private_to: str | None = None, form: Form | None = None,
    ) -> Sent:  # fmt: skip
        message, shown = (
            self._box.store.serial(),
            fitted(content, self._look.message_length, buttons=self._look.buttons),
        )
        self._box.store.run(
            "INSERT INTO messages"
            " (id, room, author, at, text, content, form, reply_to, private_to, card, key, poll_open)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
            message, room, BOT, self._box.clock.now().isoformat(), plain(shown.text), _json(shown),
            _json(form) if form else None, int(reply_to) if reply_to and reply_to.isdigit() else None, private_to, card,
            sending.key, int(content.poll is not None),
        )  # fmt: skip
        self._offer(message, content)
        self._keep_files(message, sending, content)
        self._box.changed("message", message)
        return Sent((str(message),))

    def _offer(self, message: int, content: Content) -> None:
        """Where there are no buttons, a reaction stands for each."""
        if self._look.buttons:
            return
        for button in content.buttons:
            if not button.url:
                insert = "INSERT OR IGNORE INTO reactions VALUES (?, ?, ?, ?)"
                self._box.store.run(insert, self._box.store.serial(), message, BOT, button.emoji)

    def _keep_files(self, message: int, sending: Sending, content: Content) -> None:
        contents = sending.files or tuple(
            file.data.encode() if file.data is not None else None for file in content.attachments
        )
        for number, (file, data) in enumerate(zip(content.attachments, contents, strict=False)):
            if data is not None and len(data) <= self._look.upload_bytes:
                insert = "INSERT INTO files VALUES (?, ?, ?, ?, ?)"
                self._box.store.run(insert, message, number, file.name, file.mime, data)

    def _answer(self, sending: Sending, call: outbound.Answer, place: Place) -> Receipt:
        """In private where the platform can; a press as a short notice where it has those."""
        if not call.content.text and not call.content.buttons:
            return Sent()
        if self._look.toasts and call.token is not None and call.token.startswith("press:"):
            self._box.changed("toast", f"{call.user}:{place.id}:{plain(call.content.text)[:200]}")
            return Sent()
        private_to = call.user if self._look.private_answers and place.direct is None else None
        return self._show(sending, place.id, call.content, reply_to=call.reply_to, private_to=private_to)

    def _ask(self, sending: Sending, call: outbound.ShowForm) -> Receipt:
        if not self._look.forms:
            return Refused("invalid", "this platform has no forms")
        form = Form(call.form, call.title, call.fields, call.token)
        self._show(sending, call.room, Content(()), private_to=call.user, form=form)
        return Sent()

    def _direct(self, sending: Sending, call: outbound.DirectMessage, about: Place) -> Receipt:
        """In the room that this person shares with the bot alone."""
        figure = self._box.person(call.user)
        if figure is None or not figure.reachable:
            return Refused("unreachable-person", f"{call.user} takes no private messages")
        room = f"direct-{self._account}-{call.user}"
        if self._box.room(room) is None:
            private = Place(
                id=room, account=self._account, name=BOT, direct=call.user, locale=figure.locale, zone=about.zone,
                place=about.place,
            )  # fmt: skip
            self._box.open_room(private)
            self._box.put_in(room, BOT)
            self._box.put_in(room, call.user)
        return structs.replace(self._show(sending, room, call.content, card=call.card), room=room)

    # Changing what is there

    def _change(self, sending: Sending, call: outbound.Edit | outbound.Delete | outbound.ClosePoll) -> Receipt:
        found = self._box.message(sending.target) if sending.target else None
        if found is None or found.gone:
            return Refused("gone", "the message is not there")
        match call:
            case outbound.Edit(content=content):
                return self._edit(found, content)
            case outbound.ClosePoll():
                self._box.store.run("UPDATE messages SET poll_open = 0 WHERE id = ?", found.id)
            case outbound.Delete():
                for message in (str(found.id), *sending.also):
                    self._box.store.run("UPDATE messages SET gone = 1 WHERE id = ?", message)
                    self._box.changed("message", message)
        self._box.changed("message", found.id)
        return Sent()

    def _edit(self, found: Message, content: Content) -> Receipt:
        shown = fitted(content, self._look.message_length, buttons=self._look.buttons)
        if found.content is not None and found.content.poll is not None and content.poll is None:
            shown = structs.replace(shown, poll=found.content.poll)
        self._box.store.run(
            "UPDATE messages SET text = ?, content = ?, edits = edits + 1 WHERE id = ?",
            plain(shown.text), _json(shown), found.id,
        )  # fmt: skip
        self._offer(found.id, content)
        self._box.changed("message", found.id)
        return Sent((str(found.id),))

    # Coming in, asking

    def _join(self, room: str) -> Receipt:
        place = self._box.room(room)
        if place is None:
            return Refused("gone", f"there is no room {room}")
        if self._box.put_in(room, BOT):
            self._box.emit(
                BotJoined(
                    key=f"web:{self._box.store.serial()}", account=self._account, room=room, at=self._box.clock.now(),
                    name=place.name, direct=place.direct is not None, locale=place.locale,
                )
            )  # fmt: skip
        return Sent()

    def _fetch(self, key: str, place: Place, message: str, subject: str) -> Receipt:
        found = self._box.message(message)
        there = found is not None and not found.gone and found.room == place.id
        self._box.emit(
            MessageFetched(
                key=f"web:fetch:{key}", account=self._account, room=place.id, at=self._box.clock.now(),
                message=message, subject=subject, link=f"{ADDRESS}/{place.id}/{message}",
                person=self._author(found) if found and there else None, text=found.text if found and there else "",
                posted=found.at if found and there else None,
            )
        )  # fmt: skip
        return Sent()

    def _author(self, message: Message) -> Person:
        figure = self._box.person(message.author)
        if figure is None:
            return Person(platform=PLATFORM, user=message.author, name=message.author, bot=message.author == BOT)
        return self._box.as_person(figure, message.room)

    def _rights(self, key: str, place: Place, subject: str) -> Receipt:
        """The bot may do everything here."""
        self._box.emit(
            RightsFound(
                key=f"web:rights:{key}", account=self._account, room=place.id, at=self._box.clock.now(), missing=(),
                subject=subject,
            )
        )  # fmt: skip
        return Sent()


def _json(value: Content | Form) -> str:
    return msgspec.json.encode(value).decode()
