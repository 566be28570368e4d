"""What a handler sends. Each call becomes an outbox row in the same transaction; nothing here talks to a platform."""

from __future__ import annotations

import zlib
from collections.abc import Sequence

from msgspec import structs

from bots.commands import formatting
from bots.core import outbound
from bots.core.inbound import Attachment, CalendarPreviewed, CommandInvoked, MessagePosted, PersonInbound, RateLimited
from bots.core.outbound import Call, Content, Field
from bots.core.richtext import Mention
from bots.core.sanitize import file_name, visible_line
from bots.i18n import texts
from bots.turn.reply_cards import reply_card
from bots.turn.turn_texts import TurnTexts
from storage.queries import outbox

CALENDARS_AT_ONCE = 2
"""How many calendars of an account are read at the same time. A slow calendar does not delay messages to rooms."""
TOAST_LENGTH = 50
"""The length of what a toast quotes."""
_PRIORITY = {
    outbound.Answer: 0,
    outbound.ShowForm: 0,
    outbound.Join: 0,
    outbound.Edit: 2,
    outbound.Fetch: 2,
    outbound.ReadCalendar: 2,
}
_PLACED = (outbound.Post, outbound.DirectMessage, outbound.Answer, outbound.PublishScheduledEvent)
_UNORDERED = (
    outbound.Fetch, outbound.FetchHistory, outbound.CheckRights, outbound.ApproveJoinRequest, outbound.ShowForm,
)  # fmt: skip
_REPLIED = (CommandInvoked, MessagePosted, RateLimited, CalendarPreviewed)

MAX_ALT_LENGTH = 1000
"""The longest description of a picture, in letters."""


def _ordering_key(call: Call | outbound.ReadCalendar, key: str) -> str | None:
    """Return the key of the calls that this one must keep its order with; None for those of its room.

    Answers to interactions and calls that show nothing in the room wait for nothing. A scheduled event must not delay
    the room's messages, nor the room a private message: it waits only for earlier ones to the same person.
    """
    if isinstance(call, outbound.DirectMessage):
        return call.user
    if isinstance(call, outbound.ReadCalendar):
        return f"calendar:{zlib.crc32(call.subject.encode()) % CALENDARS_AT_ONCE}"
    if isinstance(call, _UNORDERED) or (isinstance(call, outbound.Answer) and call.token is not None):
        return key
    return call.card if isinstance(call, outbound.PublishScheduledEvent | outbound.CancelScheduledEvent) else None


class Outgoing(TurnTexts):
    """Sends messages to the turn's room, and answers to the acting person."""

    def answer(self, text_id: str, /, **args: object) -> None:
        """Answer the acting person: in private where the platform can, otherwise as a reply in the room."""
        self.answer_content(Content(text=self.answer_text(text_id, **args)))

    def answer_content(
        self, content: Content, *, key: str | None = None, replaceable: bool = False, brief: bool = False,
        about: str | None = None,
    ) -> None:  # fmt: skip
        """Answer the acting person with a content. Answers with the same `key` are sent once.

        `replaceable`: nothing was done, so that an edit of the command replaces the answer. So it is for a question.
        `about`: the card of an answer that people may reply to.
        """
        value, token = self.person_event(), self.token
        self.effects.interaction_answered = True
        reply_to = value.message if isinstance(value, _REPLIED) else None
        asks_openly = (
            content.asks and not content.buttons and not self.capabilities_by_account[value.account].private_answers
        )
        if reply_to is None and (token is None or asks_openly):
            content = _begin_with_name(content, value, self.name(value.person.name), self.answer_locale)
        self.enqueue(
            value.account,
            outbound.Answer(
                room=value.room, user=value.person.user, content=content, token=token, reply_to=reply_to, brief=brief
            ),
            key=key,
            card=reply_card(value) if replaceable or content.asks else about if token is None else None,
        )

    def acknowledge(self, text_id: str, /, *, toast: str | None = None, **args: object) -> None:
        """Answer only if the answer is private, because the room sees the news anyway.

        `toast`: the id of a text that is short enough for a notice which goes away by itself.
        """
        if self.answers_privately:
            shows_toast = toast is not None and self.token is not None and self.capabilities.toasts
            text = self.answer_text(toast if toast is not None and shows_toast else text_id, **args)
            self.answer_content(Content(text=text), brief=True)

    def close_interaction(self) -> None:
        """Acknowledge the interaction, if there is one and no answer did it."""
        if self.token is not None and not self.effects.interaction_answered:
            self.answer_content(Content(text=()))

    def show_form(self, form: str, title: str, fields: tuple[Field, ...], fallback: Content) -> None:
        """Answer this interaction with a form. Raises LookupError if the value is not an interaction."""
        value, token = self.person_event(), self.token
        if token is None:
            raise LookupError(f"{value.key} is no interaction")
        self.effects.interaction_answered = True
        self.enqueue(
            value.account,
            outbound.ShowForm(
                room=value.room, user=value.person.user, token=token, form=form, title=title, fields=fields,
                fallback=self.format_commands(fallback, value.account, self.answer_locale),
            ),
        )  # fmt: skip

    def post(
        self, text_id: str, *, mentions: Sequence[str] = (), key: str | None = None, silent: bool = False,
        **args: object,
    ) -> None:  # fmt: skip
        """Post a text in the turn's room, in its language."""
        content = Content(text=self.text(text_id, **args), mentions=tuple(mentions), silent=silent)
        self.post_content(content, key=key)

    def post_content(self, content: Content, *, card: str | None = None, key: str | None = None) -> None:
        """Post a content in the turn's room. Posts with the same `key` are sent once."""
        room = self.room
        self.enqueue(room.account, outbound.Post(room=room.room, content=content, card=card), key=key)

    def send_direct(
        self,
        user: str,
        content: Content,
        *,
        card: str | None = None,
        fallback: Content | None = None,
        key: str | None = None,
    ) -> None:
        """Write to somebody of the room's platform in private; post `fallback` in the room when that is impossible."""
        room = self.room
        writes = self.capabilities_by_account[room.account].direct_account
        message = outbound.DirectMessage(
            room=room.room, user=user, content=content, card=card, fallback=fallback,
            account=room.account if writes else "",
        )  # fmt: skip
        self.enqueue(writes or room.account, message, key=key)

    def enqueue(
        self, account: str, call: Call | outbound.ReadCalendar, *, key: str | None = None,
        placement: str | None = None, card: str | None = None,
    ) -> None:  # fmt: skip
        """Put a call into the outbox. Its key derives from the inbound value's key, so that nothing is sent twice.

        `placement` is the outbox key of the post that the call changes, `card` what an answer shows.
        """
        self.effects.sent = True
        key = key or f"{self.value.key}/{next(self.key_numbers)}"
        card = card or getattr(call, "card", None)
        call = self._format_call(call, account) if not isinstance(call, outbound.ReadCalendar) else call
        content = getattr(call, "content", None)
        if isinstance(content, Content) and content.buttons and card is None:
            card = key
        self.uow.defer(
            outbox.ENQUEUE,
            outbox.pending_row(
                key=key, account=account, room=call.room, kind=outbound.kind_of(call), payload=outbound.encode(call),
                card=card, priority=_PRIORITY.get(type(call), 1), now=self.now, placement=placement,
                ordering_key=_ordering_key(call, key),
            ),
        )  # fmt: skip
        if card and placement is None and isinstance(call, _PLACED):
            buttons, shown = (content.buttons, outbound.digest(content)) if isinstance(content, Content) else ((), "")
            self.uow.defer(outbox.ADD_PLACEMENT, outbox.placement_row(key, account, call.room, card, buttons, shown))

    def _format_call(self, call: Call, account: str) -> Call:
        """Return the call with its commands in the form of the account's platform."""
        content = getattr(call, "content", None)
        if not isinstance(content, Content) or isinstance(call, outbound.ClosePoll):
            return call
        content = structs.replace(content, attachments=tuple(map(_as_quoted, content.attachments)))
        locale = self.answer_locale if isinstance(call, outbound.Answer) else None
        formatted: dict[str, object] = {"content": self.format_commands(content, account, locale)}
        if isinstance(call, outbound.DirectMessage) and call.fallback is not None:
            formatted["fallback"] = self.format_commands(call.fallback, account)
        return structs.replace(call, **formatted)

    def format_commands(self, content: Content, account: str, locale: str | None = None) -> Content:
        """Return the content with its commands in the form of the account's platform. `locale`: if not the room's."""
        capabilities, locale = self.capabilities_by_account[account], locale or self.room_context.locale
        return formatting.format_content(content, self.commands_by_name, capabilities, locale)


def _as_quoted(attachment: Attachment) -> Attachment:
    """Return a file with its name and description on one line each: they are other people's words."""
    name, alt = file_name(attachment.name), visible_line(attachment.alt, MAX_ALT_LENGTH)
    return structs.replace(attachment, name=name, alt=alt)


def _begin_with_name(content: Content, value: PersonInbound, name: str, locale: str) -> Content:
    """Begin an answer with the person's name, when it can be neither private nor a reply."""
    text = (Mention(value.person.user, name), *texts.rich(locale, "addressed"), *content.text)
    return structs.replace(content, text=text, mentions=(value.person.user,))
