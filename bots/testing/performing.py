"""What the bot does on the in-memory platform."""

from __future__ import annotations

from bots.core import outbound
from bots.core.inbound import BotJoined, MessageFetched, Person, RightsFound
from bots.core.outbound import Content
from bots.core.richtext import plain
from bots.core.sanitize import cut
from bots.ports import Capabilities, Later, Receipt, Refused, Sending, Sent
from bots.testing.platform import MemoryPlatform
from bots.testing.shown import BOT, Shown

AGAIN_SECONDS = 5.0
"""When to try again what was performed unheard."""


class Performer:
    """Performs sendings as a platform with these capabilities would."""

    def __init__(self, platform: MemoryPlatform, capabilities: Capabilities) -> None:
        self._world = platform
        self._capabilities = capabilities

    def perform(self, sending: Sending) -> Receipt:
        """Do what was sent, once a key and room: more no platform promises."""
        once = sending.key, sending.call.room
        self._world.sends += 1
        if self._world.faults:
            return self._world.faults.pop(0)
        if once in self._world.performed and self._capabilities.idempotent:
            return self._world.performed[once]
        receipt = self._do(sending)
        if isinstance(receipt, Sent):
            self._world.performed[once] = receipt
            if sending.files and receipt.messages:
                self._world.received[receipt.messages[0]] = sending.files
        if self._world.unheard:
            self._world.unheard -= 1
            return Later(AGAIN_SECONDS)
        return receipt

    def _do(self, sending: Sending) -> Receipt:
        match sending.call:
            case outbound.Post(room=room, content=content, reply_to=reply_to):
                return Sent((self._show(room, content, reply_to=reply_to),))
            case outbound.Answer(content=content) if not content.text:
                return Sent()
            case outbound.Answer(room=room, content=content, user=user, reply_to=reply_to):
                private = user if self._capabilities.private_answers else None
                return Sent((self._show(room, content, reply_to=reply_to, private_to=private),))
            case outbound.DirectMessage(user=user, content=content):
                return self._direct(user, content)
            case outbound.Edit(content=content):
                return self._edit(sending.target, content)
            case outbound.Delete() | outbound.ClosePoll() as call:
                return self._end(sending.target, call)
            case _:
                return self._do_unseen(sending)

    def _do_unseen(self, sending: Sending) -> Receipt:
        """What shows no message in a room."""
        match sending.call:
            case outbound.ShowForm() as form:
                self._world.forms.append(form)
                return Sent()
            case outbound.Gather() | outbound.CallOff() as gathering:
                return self._gather(gathering, sending.target)
            case outbound.Admit(room=room, user=user):
                self._world.admitted.append((room, user))
                return Sent()
            case outbound.CheckRights(room=room, subject=subject):
                return self._check(sending.key, room, subject)
            case outbound.Join(room=room):
                return self._enter(room)
            case outbound.Fetch(room=room, message=message, subject=subject):
                return self._fetch(sending.key, room, message, subject)
            case call:
                raise AssertionError(f"{call} shows a message")

    def _show(
        self, room: str, content: Content, *, reply_to: str | None = None,
        private_to: str | None = None,
    ) -> str:  # fmt: skip
        message = self._world.next_id("b")
        text = cut(plain(content.text), self._capabilities.message_length)
        shown = Shown(message, room, BOT, text, content, reply_to, private_to, poll_open=content.poll is not None)
        self._world.messages[message] = shown
        if not self._capabilities.buttons:
            shown.reactions.extend((BOT, button.emoji) for button in content.buttons)
        return message

    def _direct(self, user: str, content: Content) -> Receipt:
        if user in self._world.closed_to_bot:
            return Refused("unreachable-person")
        room = self._world.direct_rooms.setdefault(user, f"direct-{user}")
        return Sent((self._show(room, content),), room=room)

    def _gather(self, call: outbound.Gather | outbound.CallOff, target: str | None) -> Receipt:
        if isinstance(call, outbound.CallOff):
            return Sent() if target and self._world.gatherings.pop(target, None) else Refused("gone")
        gathering = target or self._world.next_id("g")
        self._world.gatherings[gathering] = call
        return Sent((gathering,))

    def _check(self, sending_key: str, room: str, subject: str) -> Receipt:
        key, missing = f"{self._world.platform}:rights:{sending_key}", self._world.missing.get(room, ())
        self._world.emit(
            RightsFound(
                key=key,
                account=self._world.account,
                room=room,
                at=self._world.clock.now(),
                missing=missing,
                subject=subject,
            )
        )
        return Sent()

    def _end(self, target: str | None, call: outbound.Delete | outbound.ClosePoll) -> Receipt:
        if target is None or target not in self._world.messages:
            return Refused("gone")
        shown = self._world.messages[target]
        shown.gone = shown.gone or isinstance(call, outbound.Delete)
        shown.poll_open = False
        return Sent()

    def _edit(self, target: str | None, content: Content) -> Receipt:
        if target is None or target not in self._world.messages:
            return Refused("gone")
        shown = self._world.messages[target]
        shown.text, shown.content = cut(plain(content.text), self._capabilities.message_length), content
        shown.edits += 1
        if not self._capabilities.buttons:
            held = {emoji for user, emoji in shown.reactions if user == BOT}
            shown.reactions.extend((BOT, b.emoji) for b in content.buttons if b.emoji not in held)
        return Sent()

    def _enter(self, room: str) -> Receipt:
        self._world.members.setdefault(room, []).append(BOT)
        key = f"{self._world.platform}:{self._world.next_id('b')}"
        direct = room in self._world.direct_rooms.values()
        self._world.emit(
            BotJoined(
                key=key, account=self._world.account, room=room, at=self._world.clock.now(), name=room, direct=direct
            )
        )
        return Sent()

    def _author(self, shown: Shown, room: str) -> Person:
        return Person(
            platform=self._world.platform,
            user=shown.author,
            name=self._world.names.get(shown.author, shown.author.removeprefix("@")),
            admin=(room, shown.author) in self._world.admins,
            bot=shown.author == BOT,
        )

    def _fetch(self, sending_key: str, room: str, message: str, subject: str) -> Receipt:
        shown = self._world.messages.get(message)
        there = shown is not None and not shown.gone
        key = f"{self._world.platform}:fetch:{sending_key}"
        self._world.emit(
            MessageFetched(
                key=key, account=self._world.account, room=room, at=self._world.clock.now(), message=message,
                subject=subject, link=f"https://chat.example/{room}/{message}",
                person=self._author(shown, room) if shown and there else None,
                text=shown.text if shown and there else "", posted=self._world.posted_at.get(message),
                attachments=shown.attachments if shown and there else (),
            )
        )  # fmt: skip
        return Sent()
