"""One inbound value's turn: what its handler reads and what it may say."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime, timedelta
from itertools import count

from msgspec import structs

from bots import spelling, texts
from bots.batch import Batch
from bots.core import outbound
from bots.core.calendar import zones
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, Inbound, MessagePosted, PersonInbound
from bots.core.outbound import Button, Call, Content, Field
from bots.core.richtext import Mention, Moment, Rich
from bots.core.safety import bare
from bots.core.safety import name as safe_name
from bots.ports import Capabilities
from bots.scene import Scene
from bots.spelling import Names
from storage.queries import flow, outbox
from storage.queries.people import Known
from storage.tables import Dialog, Room
from storage.unit_of_work import UnitOfWork

DIALOG_LIFE = timedelta(days=7)
_PRIORITY = {outbound.Answer: 0, outbound.ShowForm: 0, outbound.Join: 0, outbound.Edit: 2, outbound.Fetch: 2}
_SHOWN = (outbound.Post, outbound.DirectMessage, outbound.Answer, outbound.Gather)


class Turn:
    """What a handler works with. Nothing here talks to a platform: it writes rows, in one transaction."""

    def __init__(
        self,
        *,
        value: Inbound,
        uow: UnitOfWork,
        now: datetime,
        scene: Scene,
        who: Known | None,
        capabilities: Mapping[str, Capabilities],
        names: Names | None = None,
        batch: Batch | None = None,
        numbers: Iterator[int] | None = None,
    ) -> None:
        self.value = value
        self.uow = uow
        self.now = now
        self.scene = scene
        self.who = who
        self.batch = batch or Batch()
        self._capabilities = capabilities
        self._names = names or {}
        self._numbers = numbers or count(1)

    @property
    def capabilities(self) -> Capabilities:
        """What the platform of the turn's room can do."""
        return self._capabilities[self.account]

    @property
    def account(self) -> str:
        """The platform account of the turn's room."""
        return self.scene.room.account if self.scene.room else self.value.account

    @property
    def platform(self) -> str:
        """The platform of the turn's room."""
        return self.capabilities.platform

    def capabilities_of(self, room: Room) -> Capabilities:
        """What another room's platform can do."""
        return self._capabilities[room.account]

    def interval_at(self, account: str) -> float:
        """Seconds between two edits of one card on this account."""
        return self._capabilities[account].edit_interval

    @property
    def room(self) -> Room:
        """The room this is about. Raises LookupError where there is none (a timer)."""
        if self.scene.room is None:
            raise LookupError(f"{self.value.key} has no room")
        return self.scene.room

    @property
    def member(self) -> int:
        """The id of the member who acts. Raises LookupError when nobody does."""
        if self.who is None:
            raise LookupError(f"{self.value.key} has no member")
        return self.who.member

    @property
    def own_locale(self) -> str:
        """The language for words that only this person reads; the room's where every reader sees them."""
        mine = self.who.locale if self.who else None
        if not mine and isinstance(self.value, PersonInbound):
            mine = self.value.person.locale
        return texts.supported(mine) if mine and self.answers_privately else self.scene.locale

    @property
    def answers_privately(self) -> bool:
        """Whether an answer to this value is read by nobody but the person who acts."""
        here = self._capabilities[self.value.account]
        return here.private_answers or (here.toasts and self._token is not None)

    @property
    def _token(self) -> str | None:
        value = self.value
        return value.token if isinstance(value, CommandInvoked | ButtonPressed | FormSubmitted) else None

    def at(self, scene: Scene) -> Turn:
        """The same turn seen from another room: its language, its zone, its platform for what is said next."""
        return Turn(
            value=self.value, uow=self.uow, now=self.now, scene=scene, who=self.who,
            capabilities=self._capabilities, names=self._names, batch=self.batch, numbers=self._numbers,
        )  # fmt: skip

    async def standing_choice(self, press: ButtonPressed) -> str | None:
        """Where reactions press buttons: the choice of the person's newest reaction that still stands and presses a
        button of the same object."""
        if press.message is None:
            return None
        mine = await flow.standing_emoji(self.uow, press.account, press.room, press.message, press.person.user)
        placed = (await flow.placements_at(self.uow, [(press.account, press.room, press.message)])).values()
        buttons = {bare(sign): button for shown in placed for sign, button in json.loads(shown.buttons)}
        pressed = (buttons.get(bare(emoji), "") for emoji in mine)
        head = ":".join(press.button.split(":")[:2]) + ":"
        return next((button.removeprefix(head) for button in pressed if button.startswith(head)), None)

    # Words

    def text(self, text_id: str, /, **args: object) -> Rich:
        """A sentence in the room's language; datetimes are shown in the room's zone."""
        return texts.rich(self.scene.locale, text_id, self.shown(args, self.scene.locale))

    def label(self, text_id: str, /, **args: object) -> str:
        """A sentence without markup, for buttons."""
        return texts.words(self.scene.locale, text_id, self.shown(args, self.scene.locale))

    def moment(self, at: datetime, locale: str | None = None) -> Moment:
        """An instant in the room's zone, in words."""
        return Moment(at, zones.show(at, self.scene.zone, locale or self.scene.locale))

    def shown(self, args: Mapping[str, object], locale: str) -> dict[str, object]:
        """What fills a sentence, with instants in the room's zone."""
        return {
            name: self.moment(value, locale) if isinstance(value, datetime) else value for name, value in args.items()
        }

    def mention(self) -> Mention:
        """The person who acts, to be named in a text."""
        return _named(self._caused())

    def _caused(self) -> PersonInbound:
        """The value, where somebody caused it. Raises LookupError where nobody did."""
        if isinstance(self.value, PersonInbound):
            return self.value
        raise LookupError(f"{self.value.key} has no person")

    # What goes out

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
        value, token = self._caused(), self._token
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
        if self._token is not None and not self.batch.answered:
            self.answer_content(Content(text=()))

    def show_form(self, form: str, title: str, fields: tuple[Field, ...], fallback: Content) -> None:
        """A form as the answer to this interaction. Raises LookupError where there is none."""
        value, token = self._caused(), self._token
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
        for placement in await flow.placements_of(self.uow, [card]):
            placement.gone = True
            self.call(
                placement.account, outbound.Delete(room=placement.room, card=card), placement=placement.outbox_key
            )

    async def gather(self, gathering: outbound.Gather) -> None:
        """Make the platform's scheduled event that shows this card, or change it where it is there."""
        shown = await flow.placements_of(self.uow, [gathering.card])
        for placement in shown:
            self.call(placement.account, gathering, placement=placement.outbox_key)
        if not shown:
            self.call(self.account, gathering)

    async def call_off_gathering(self, card: str) -> None:
        """Cancel the scheduled event that shows a card."""
        for placement in await flow.placements_of(self.uow, [card]):
            placement.gone = True
            call = outbound.CallOff(room=placement.room, card=card)
            self.call(placement.account, call, placement=placement.outbox_key)

    async def close_poll(self, card: str, text: Rich) -> None:
        """End a native poll wherever it is shown."""
        for placement in await flow.placements_of(self.uow, [card]):
            close = outbound.ClosePoll(room=placement.room, card=card, text=text)
            self.call(placement.account, close, placement=placement.outbox_key)

    def call(self, account: str, call: Call, *, key: str | None = None, placement: str | None = None) -> None:
        """Put an outbound value in the outbox. Its key follows from the inbound value's, so nothing goes out twice.

        `placement`: the outbox key of the post that a ClosePoll or Delete is about.
        """
        self.batch.spoke = True
        key = key or f"{self.value.key}/{next(self._numbers)}"
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
                urgent=getattr(call, "token", None) is not None,
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
        return spelling.spelled(content, self._names, self._capabilities[account])

    # What comes later

    def schedule(self, kind: str, subject: str, due: datetime) -> None:
        """A timer; one a kind and subject, the newest due time counts."""
        self.uow.defer(flow.TIMER, {"kind": kind, "subject": subject, "due": due})
        if self.batch.earliest is None or due < self.batch.earliest:
            self.batch.earliest = due

    def call_off(self, kind: str, subject: str) -> None:
        """The timer does not fire any more."""
        self.uow.defer(flow.TIMER_OFF, {"b_kind": kind, "b_subject": subject})

    async def expect(
        self, kind: str, subject: str, state: Mapping[str, object], *, user: str, room: str | None = None
    ) -> None:
        """The next message of `user` in the room answers the dialog `kind` (a feature's, or `command`)."""
        account, where = self.account, room or self.room.room
        await self.close_dialog(user=user, room=where)
        dialog = Dialog(
            account=account, room=where, user=user, kind=kind, subject=subject,
            state=json.dumps(state), expires_at=self.now + DIALOG_LIFE,
        )  # fmt: skip
        await self.uow.add(dialog)
        self.batch.asked[(account, where, user)] = True

    async def close_dialog(self, *, user: str, room: str | None = None) -> bool:
        """Nothing is asked of this person here any more; False when nothing was."""
        account, where = self.account, room or self.room.room
        dialog = await flow.dialog_at(self.uow, account, where, user)
        if dialog is None:
            return False
        await self.uow.delete(dialog)
        self.batch.asked[(account, where, user)] = False
        return True

    def keep_messages(self, room: Room, *, on: bool) -> None:
        """Keep the room's messages for some hours, or no longer."""
        self.batch.kept[(room.account, room.room)] = on

    def watch(self, room: Room, *, on: bool) -> None:
        """Let every message of the room reach the handlers, or no longer."""
        self.batch.watched[(room.account, room.room)] = on


def _addressed(content: Content, value: PersonInbound) -> Content:
    """Begin with the person's name where there is no message to reply to."""
    return Content(
        text=(_named(value), *texts.rich(None, "addressed"), *content.text),
        buttons=content.buttons,
        mentions=(value.person.user,),
    )


def _named(value: PersonInbound) -> Mention:
    return Mention(value.person.user, safe_name(value.person.name))
