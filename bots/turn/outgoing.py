"""What a handler says: each call becomes an outbox row in the same transaction. Nothing here talks to a platform."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec import structs

from bots.commands import formatting
from bots.core import outbound
from bots.core.inbound import CommandInvoked, MessagePosted, PersonInbound
from bots.core.outbound import Button, Call, Content, Field
from bots.core.richtext import Rich
from bots.i18n import texts
from bots.turn.context import Context, named
from storage.queries import outbox, placements

_PRIORITY = {outbound.Answer: 0, outbound.ShowForm: 0, outbound.Join: 0, outbound.Edit: 2, outbound.Fetch: 2}
_SHOWN = (outbound.Post, outbound.DirectMessage, outbound.Answer, outbound.Gather)


_LOOSE = (outbound.Fetch, outbound.CheckRights, outbound.Admit, outbound.ShowForm)


def _lane(call: Call, key: str) -> str | None:
    """What a call keeps its order with. Answers to interactions, and what shows nothing in the room, wait for nothing;
    a scheduled event must not hold up what people read."""
    if isinstance(call, _LOOSE) or (isinstance(call, outbound.Answer) and call.token is not None):
        return key
    return call.card if isinstance(call, outbound.Gather | outbound.CallOff) else None


class Outgoing(Context):
    """Says things in the room that the context is about, to the person who acts, and where cards are shown."""

    def answer(self, text_id: str, /, **args: object) -> None:
        """Tell the person who acts how it ended: in private where the platform can, else as a reply in the room."""
        locale = self.own_locale
        self.answer_content(Content(text=texts.rich(locale, text_id, self.shown(args, locale))))

    def ask(self, text_id: str, /, **args: object) -> None:
        """Like `answer`, where the person's next message is awaited."""
        locale = self.own_locale
        self.answer_content(Content(text=texts.rich(locale, text_id, self.shown(args, locale)), asks=True))

    def answer_content(self, content: Content) -> None:
        """Like `answer`, with a content made elsewhere."""
        value, token = self.caused(), self.token
        self.batch.answered = True
        reply_to = value.message if isinstance(value, CommandInvoked | MessagePosted) else None
        content = _addressed(content, value) if reply_to is None and token is None else content
        self.call(
            value.account,
            outbound.Answer(room=value.room, user=value.person.user, content=content, token=token, reply_to=reply_to),
        )

    def acknowledge(self, text_id: str, /, **args: object) -> None:
        """Like `answer`, for news that the room sees anyway: left unsaid where it could not be private."""
        if self.answers_privately:
            self.answer(text_id, **args)

    def close_interaction(self) -> None:
        """Tell the platform that an interaction was taken, where nothing else told it."""
        if self.token is not None and not self.batch.answered:
            self.answer_content(Content(text=()))

    def show_form(self, form: str, title: str, fields: tuple[Field, ...], fallback: Content) -> None:
        """A form as the answer to this interaction. Raises LookupError where there is none."""
        value, token = self.caused(), self.token
        if token is None:
            raise LookupError(f"{value.key} is no interaction")
        self.batch.answered = True
        self.call(
            value.account,
            outbound.ShowForm(
                room=value.room, user=value.person.user, token=token, form=form, title=title, fields=fields,
                fallback=self.spelled(fallback, value.account),
            ),
        )  # fmt: skip

    def post(
        self,
        text_id: str,
        *,
        card: str | None = None,
        buttons: Sequence[Button] = (),
        mentions: Sequence[str] = (),
        key: str | None = None,
        **args: object,
    ) -> None:
        """A new message in the turn's room, in its language."""
        content = Content(text=self.text(text_id, **args), buttons=tuple(buttons), mentions=tuple(mentions))
        self.post_content(content, card=card, key=key)

    def post_content(self, content: Content, *, card: str | None = None, key: str | None = None) -> None:
        """A new message in the turn's room. `key`: what makes it the same message if it is ever said again."""
        room = self.room
        self.call(room.account, outbound.Post(room=room.room, content=content, card=card), key=key)

    def direct(
        self,
        user: str,
        content: Content,
        *,
        card: str | None = None,
        fallback: Content | None = None,
        key: str | None = None,
    ) -> None:
        """A private message to somebody of the room's platform, with what the room is told when that can't be."""
        room = self.room
        message = outbound.DirectMessage(room=room.room, user=user, content=content, card=card, fallback=fallback)
        self.call(room.account, message, key=key)

    def refresh(self, card: str) -> None:
        """Draw a card anew wherever it is shown, once, at the end of the transaction."""
        self.batch.dirty.setdefault(card, self.value.key)

    async def withdraw(self, card: str) -> None:
        """Take a card back wherever it is shown."""
        for placement in await placements.placements_of(self.uow, [card]):
            placement.gone = True
            self.call(
                placement.account, outbound.Delete(room=placement.room, card=card), placement=placement.outbox_key
            )

    async def leave_behind(self, card: str) -> bool:
        """The room went on under another id: what shows this card in the old one is not kept up any more. False where
        nothing does."""
        left = [
            placement
            for placement in await placements.placements_of(self.uow, [card])
            if placement.message is not None and (placement.account, placement.room) == (self.account, self.room.room)
        ]
        for placement in left:
            placement.gone = True
        return bool(left)

    async def gather(self, gathering: outbound.Gather) -> None:
        """Make the platform's scheduled event that shows this card, or change it where it is there."""
        shown = await placements.placements_of(self.uow, [gathering.card])
        for placement in shown:
            self.call(placement.account, gathering, placement=placement.outbox_key)
        if not shown:
            self.call(self.account, gathering)

    async def call_off_gathering(self, card: str) -> None:
        """Cancel the scheduled event that shows a card."""
        for placement in await placements.placements_of(self.uow, [card]):
            placement.gone = True
            call = outbound.CallOff(room=placement.room, card=card)
            self.call(placement.account, call, placement=placement.outbox_key)

    async def close_poll(self, card: str, text: Rich) -> None:
        """End a native poll wherever it is shown."""
        for placement in await placements.placements_of(self.uow, [card]):
            close = outbound.ClosePoll(room=placement.room, card=card, text=text)
            self.call(placement.account, close, placement=placement.outbox_key)

    def call(self, account: str, call: Call, *, key: str | None = None, placement: str | None = None) -> None:
        """Put an outbound value in the outbox. Its key follows from the inbound value's, so nothing goes out twice.

        `placement`: the outbox key of the post that a ClosePoll or Delete is about.
        """
        self.batch.spoke = True
        key = key or f"{self.value.key}/{next(self.numbers)}"
        card = getattr(call, "card", None)
        call = self._in_the_platforms_words(call, account)
        content = getattr(call, "content", None)
        if isinstance(content, Content) and content.buttons and card is None:
            card = key
        self.uow.defer(
            outbox.PUT,
            outbox.row(
                key=key, account=account, room=call.room, kind=type(call).__name__, payload=outbound.encode(call),
                card=card, priority=_PRIORITY.get(type(call), 1), now=self.now, placement=placement,
                lane=_lane(call, key),
            ),
        )  # fmt: skip
        if card and placement is None and isinstance(call, _SHOWN):
            buttons = content.buttons if isinstance(content, Content) else ()
            self.uow.defer(outbox.PLACE, outbox.placement_row(key, account, call.room, card, buttons))

    def _in_the_platforms_words(self, call: Call, account: str) -> Call:
        """Commands in its texts spelled as the account's platform has them typed."""
        content = getattr(call, "content", None)
        if not isinstance(content, Content) or isinstance(call, outbound.ClosePoll):
            return call
        spelled: dict[str, object] = {"content": self.spelled(content, account)}
        if isinstance(call, outbound.DirectMessage) and call.fallback is not None:
            spelled["fallback"] = self.spelled(call.fallback, account)
        return structs.replace(call, **spelled)

    def spelled(self, content: Content, account: str) -> Content:
        """The content with its commands spelled as the account's platform has them typed."""
        return formatting.spelled(content, self.names, self.offered[account])


def _addressed(content: Content, value: PersonInbound) -> Content:
    """Begin with the person's name where there is no message to reply to."""
    return Content(
        text=(named(value), *texts.rich(None, "addressed"), *content.text),
        buttons=content.buttons,
        mentions=(value.person.user,),
    )
