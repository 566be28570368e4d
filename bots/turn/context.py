"""What a handler sees: the value, the room it comes from, who caused it, and the words for it there."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import datetime
from itertools import count
from typing import Self

from bots.commands.formatting import Names
from bots.core.inbound import ButtonPressed, CommandInvoked, FormSubmitted, Inbound, PersonInbound
from bots.core.richtext import Mention, Moment, Rich
from bots.core.sanitize import bare
from bots.core.sanitize import name as safe_name
from bots.dates import time_zones
from bots.i18n import texts
from bots.ports import Capabilities
from bots.turn.effects import Batch
from bots.turn.room_context import Scene
from storage.queries import placements, reactions
from storage.queries.members import Known
from storage.tables import Room
from storage.unit_of_work import UnitOfWork


class Context:
    """Where and when something happens, who acts, and how things are said there."""

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
        self.offered = capabilities
        self.names = names or {}
        self.numbers = numbers or count(1)

    @property
    def capabilities(self) -> Capabilities:
        """What the platform of the turn's room can do."""
        return self.offered[self.account]

    @property
    def said_at(self) -> datetime:
        """When what is handled happened: as the platform tells it, which may be long ago but is not in the future."""
        return min(self.value.at, self.now)

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
        return self.offered[room.account]

    def interval_at(self, account: str) -> float:
        """Seconds between two edits of one card on this account."""
        return self.offered[account].edit_interval

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
        here = self.offered[self.value.account]
        return here.private_answers or (here.toasts and self.token is not None)

    @property
    def token(self) -> str | None:
        """Names the interaction that this is, where it is one."""
        value = self.value
        return value.token if isinstance(value, CommandInvoked | ButtonPressed | FormSubmitted) else None

    def at(self, scene: Scene) -> Self:
        """The same turn seen from another room: its language, its zone, its platform for what is said next."""
        return type(self)(
            value=self.value, uow=self.uow, now=self.now, scene=scene, who=self.who,
            capabilities=self.offered, names=self.names, batch=self.batch, numbers=self.numbers,
        )  # fmt: skip

    async def standing_choice(self, press: ButtonPressed) -> str | None:
        """Where reactions press buttons: the choice of the person's newest reaction that still stands and presses a
        button of the same object."""
        if press.message is None:
            return None
        mine = await reactions.standing_emoji(self.uow, press.account, press.room, press.message, press.person.user)
        placed = (await placements.placements_at(self.uow, [(press.account, press.room, press.message)])).values()
        buttons = {bare(sign): button for shown in placed for sign, button in json.loads(shown.buttons)}
        pressed = (buttons.get(bare(emoji), "") for emoji in mine)
        head = ":".join(press.button.split(":")[:2]) + ":"
        return next((button.removeprefix(head) for button in pressed if button.startswith(head)), None)

    def text(self, text_id: str, /, **args: object) -> Rich:
        """A sentence in the room's language; datetimes are shown in the room's zone."""
        return texts.rich(self.scene.locale, text_id, self.shown(args, self.scene.locale))

    def label(self, text_id: str, /, **args: object) -> str:
        """A sentence without markup, for buttons."""
        return texts.words(self.scene.locale, text_id, self.shown(args, self.scene.locale))

    def moment(self, at: datetime, locale: str | None = None) -> Moment:
        """An instant in the room's zone, in words."""
        return Moment(at, time_zones.show(at, self.scene.zone, locale or self.scene.locale))

    def shown(self, args: Mapping[str, object], locale: str) -> dict[str, object]:
        """What fills a sentence, with instants in the room's zone."""
        return {
            name: self.moment(value, locale) if isinstance(value, datetime) else value for name, value in args.items()
        }

    def mention(self) -> Mention:
        """The person who acts, to be named in a text."""
        return named(self.caused())

    def caused(self) -> PersonInbound:
        """The value, where somebody caused it. Raises LookupError where nobody did."""
        if isinstance(self.value, PersonInbound):
            return self.value
        raise LookupError(f"{self.value.key} has no person")


def named(value: PersonInbound) -> Mention:
    """The person who caused a value, to be named in a text."""
    return Mention(value.person.user, safe_name(value.person.name))
