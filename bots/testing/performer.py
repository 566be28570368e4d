"""The bot's actions on the in-memory platform."""

from __future__ import annotations

from bots.core import outbound
from bots.core.inbound import BotJoined, HistoryFetched, MessageFetched, Person, RightsReported
from bots.core.outbound import Content
from bots.core.richtext import plain
from bots.core.sanitize import truncate
from bots.ports import Capabilities, Later, Receipt, Refused, Sending, Sent
from bots.testing.platform import MemoryPlatform
from bots.testing.shown import BOT, Shown, is_command

RETRY_SECONDS = 5.0
"""The delay of the receipt when the platform's reply is lost."""


class Performer:
    """Performs sendings like a platform with these capabilities."""

    def __init__(self, platform: MemoryPlatform, capabilities: Capabilities) -> None:
        self._platform = platform
        self._capabilities = capabilities

    def perform(self, sending: Sending) -> Receipt:
        """Perform a sending, once for each key and room, as real platforms do."""
        once = sending.key, sending.call.room
        self._platform.sends += 1
        if self._platform.faults:
            return self._platform.faults.pop(0)
        if once in self._platform.performed and self._capabilities.idempotent:
            return self._platform.performed[once]
        receipt = self._perform(sending)
        if isinstance(receipt, Sent):
            self._platform.performed[once] = receipt
            if sending.files and receipt.messages:
                self._platform.received_files[receipt.messages[0]] = sending.files
        if self._platform.lost_replies:
            self._platform.lost_replies -= 1
            return Later(RETRY_SECONDS)
        return receipt

    def _perform(self, sending: Sending) -> Receipt:
        match sending.call:
            case outbound.Post(room=room, content=content, reply_to=reply_to):
                return Sent((self._show(room, content, reply_to=reply_to),))
            case outbound.Answer(content=content) if not content.text:
                return Sent()
            case outbound.Answer(room=room, content=content, user=user, reply_to=reply_to, token=token):
                private = user if self._answers_privately(token) else None
                return Sent((self._show(room, content, reply_to=reply_to, private_to=private),))
            case outbound.DirectMessage(user=user, content=content):
                return self._direct(user, content)
            case outbound.Edit(content=content):
                return self._edit(sending.target, content)
            case outbound.Delete() | outbound.ClosePoll() as call:
                return self._end(sending.target, call)
            case _:
                return self._perform_unshown(sending)

    def _perform_unshown(self, sending: Sending) -> Receipt:
        """Perform a call that shows no message in a room."""
        match sending.call:
            case outbound.ShowForm() as form:
                self._platform.forms.append(form)
                return Sent()
            case outbound.PublishScheduledEvent() | outbound.CancelScheduledEvent() as event:
                return self._scheduled_event(event, sending.target)
            case outbound.ApproveJoinRequest(room=room, user=user):
                self._platform.approved_requests.append((room, user))
                return Sent()
            case outbound.CheckRights(room=room, subject=subject):
                return self._check(sending.key, room, subject)
            case outbound.Join(room=room):
                return self._join(room)
            case outbound.Fetch(room=room, message=message, subject=subject):
                return self._fetch(sending.key, room, message, subject)
            case outbound.FetchHistory() as call:
                return self._fetch_history(sending.key, call)
            case call:
                raise AssertionError(f"{call} shows a message")

    def _answers_privately(self, token: str | None) -> bool:
        return token is not None and (self._capabilities.private_answers or self._capabilities.toasts)

    def _show(
        self, room: str, content: Content, *, reply_to: str | None = None,
        private_to: str | None = None,
    ) -> str:  # fmt: skip
        message = self._platform.next_id("b")
        text = truncate(plain(content.text), self._capabilities.message_length)
        shown = Shown(message, room, BOT, text, content, reply_to, private_to, poll_open=content.poll is not None)
        self._platform.messages[message] = shown
        self._platform.posted_at[message] = self._platform.clock.now()
        self._offer_reactions(shown, content)
        return message

    def _offer_reactions(self, shown: Shown, content: Content) -> None:
        """Add the bot's reactions, and take back those without a button."""
        if self._capabilities.buttons:
            return
        offered = [button.emoji for button in content.buttons] if content.offers_reactions else []
        kept = [(user, emoji) for user, emoji in shown.reactions if user != BOT or emoji in offered]
        added = [(BOT, emoji) for emoji in offered if (BOT, emoji) not in kept]
        shown.reactions[:] = [*kept, *added]

    def _direct(self, user: str, content: Content) -> Receipt:
        if user in self._platform.closed_to_bot:
            return Refused("unreachable-person")
        room = self._platform.direct_rooms.setdefault(user, f"direct-{user}")
        return Sent((self._show(room, content),), room=room)

    def _scheduled_event(
        self, call: outbound.PublishScheduledEvent | outbound.CancelScheduledEvent, target: str | None
    ) -> Receipt:
        if isinstance(call, outbound.CancelScheduledEvent):
            return Sent() if target and self._platform.scheduled_events.pop(target, None) else Refused("gone")
        event = target or self._platform.next_id("g")
        self._platform.scheduled_events[event] = call
        return Sent((event,))

    def _check(self, sending_key: str, room: str, subject: str) -> Receipt:
        key, missing = f"{self._platform.platform}:rights:{sending_key}", self._platform.missing_rights.get(room, ())
        self._platform.emit(
            RightsReported(
                key=key,
                account=self._platform.account,
                room=room,
                at=self._platform.clock.now(),
                missing=missing,
                subject=subject,
            )
        )
        return Sent()

    def _end(self, target: str | None, call: outbound.Delete | outbound.ClosePoll) -> Receipt:
        if target is None or target not in self._platform.messages:
            return Refused("gone")
        shown = self._platform.messages[target]
        shown.deleted = shown.deleted or isinstance(call, outbound.Delete)
        shown.poll_open = False
        return Sent()

    def _edit(self, target: str | None, content: Content) -> Receipt:
        if target is None or target not in self._platform.messages:
            return Refused("gone")
        shown = self._platform.messages[target]
        shown.text, shown.content = truncate(plain(content.text), self._capabilities.message_length), content
        shown.edits += 1
        self._offer_reactions(shown, content)
        return Sent()

    def _join(self, room: str) -> Receipt:
        self._platform.members.setdefault(room, []).append(BOT)
        key = f"{self._platform.platform}:{self._platform.next_id('b')}"
        direct = room in self._platform.direct_rooms.values()
        self._platform.emit(
            BotJoined(
                key=key,
                account=self._platform.account,
                room=room,
                at=self._platform.clock.now(),
                name=room,
                direct=direct,
            )
        )
        return Sent()

    def _author(self, shown: Shown, room: str) -> Person:
        return Person(
            platform=self._platform.platform,
            user=shown.author,
            name=self._platform.names.get(shown.author, shown.author.removeprefix("@")),
            admin=(room, shown.author) in self._platform.admins,
            bot=shown.author == BOT,
        )

    def _fetch(self, sending_key: str, room: str, message: str, subject: str) -> Receipt:
        self._platform.emit(self._fetched(sending_key, room, message, subject))
        return Sent()

    def _fetched(self, sending_key: str, room: str, message: str, subject: str) -> MessageFetched:
        shown = self._platform.messages.get(message)
        there = shown is not None and not shown.deleted
        return MessageFetched(
            key=f"{self._platform.platform}:fetch:{sending_key}", account=self._platform.account, room=room,
            at=self._platform.clock.now(), message=message, subject=subject,
            link=f"https://chat.example/{room}/{message}",
            person=self._author(shown, room) if shown and there else None,
            text=shown.text if shown and there else "", posted=self._platform.posted_at.get(message),
            attachments=shown.attachments if shown and there else (),
        )  # fmt: skip

    def _fetch_history(self, sending_key: str, call: outbound.FetchHistory) -> Receipt:
        """Return the messages of people around one, as the platform numbers them."""
        number = int(call.message[1:]) if call.message is not None else len(self._platform.messages) + 10**9
        near = [
            shown
            for shown in self._platform.messages.values()
            if shown.room == call.room and (int(shown.id[1:]) >= number if call.after else int(shown.id[1:]) <= number)
        ]
        cut = near[: outbound.HISTORY_LENGTH] if call.after else near[-outbound.HISTORY_LENGTH :]
        said = [shown for shown in cut if shown.author != BOT and not shown.deleted and not is_command(shown.text)]
        found = tuple(self._fetched(f"{sending_key}:{one.id}", call.room, one.id, call.subject) for one in said)
        self._platform.emit(
            HistoryFetched(
                key=f"{self._platform.platform}:fetch:{sending_key}", account=self._platform.account, room=call.room,
                at=self._platform.clock.now(), message=call.message, subject=call.subject, messages=found,
            )
        )  # fmt: skip
        return Sent()
