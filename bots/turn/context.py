"""What a handler reads: the value, its room, and the person who caused it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count
from typing import Self, TypeVar

from bots.commands.formatting import CommandsByName
from bots.core.card_id import ButtonId
from bots.core.inbound import (
    ButtonPressed,
    CalendarPreviewed,
    CommandInvoked,
    FormSubmitted,
    Inbound,
    PersonInbound,
    RateLimited,
)
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.sanitize import display_name, normalize_emoji
from bots.i18n import languages, texts
from bots.ports import Capabilities
from bots.turn.effects import Effects
from bots.turn.notices import Extensions
from bots.turn.room_context import RoomContext, of_room
from storage.queries import ownership, placements, reactions, timers
from storage.queries.members import MemberSummary
from storage.queries.memberships import Place
from storage.queries.ownership import Held, Holder
from storage.tables import Community, Event, Member, Network, Poll, Room, RoomState
from storage.unit_of_work import Table, UnitOfWork

_INTERACTIONS = (CommandInvoked, ButtonPressed, FormSubmitted, RateLimited, CalendarPreviewed)
HeldRow = TypeVar("HeldRow", Event, Poll)


@dataclass(kw_only=True, eq=False)
class Context:
    """The circumstances of one inbound value. `actor` is the member who caused it, None for a timer."""

    value: Inbound
    uow: UnitOfWork
    now: datetime
    room_context: RoomContext
    actor: MemberSummary | None
    capabilities_by_account: Mapping[str, Capabilities]
    commands_by_name: CommandsByName = field(default_factory=dict)
    extensions: Extensions = field(default_factory=Extensions)
    effects: Effects = field(default_factory=Effects)
    key_numbers: Iterator[int] = field(default_factory=lambda: count(1))

    def in_room(self, room_context: RoomContext) -> Self:
        """Return the same turn for another room: its language, its zone, and its platform for what is sent next."""
        return replace(self, room_context=room_context)

    async def for_room(self, room: Room | None) -> Self:
        """Return the same turn for a room's row."""
        return self.in_room(await of_room(self.uow, room))

    async def in_room_of(self, row: Held) -> Self | None:
        """Return the same turn for the room of a poll or event, or for another one when that is lost or left."""
        room = await ownership.room_of(self.uow, row)
        return await self.for_room(room) if room is not None else None

    async def in_active_room(self, room_id: int) -> Self | None:
        """Return the same turn for a community's room, or None if the room is lost."""
        room = await self.uow.get(Room, room_id)
        is_active = room is not None and room.state == RoomState.ACTIVE and room.community_id is not None
        return await self.for_room(room) if is_active else None

    async def acting_member(self) -> Member:
        """Return the row of the acting member. Raises LookupError if there is none."""
        member = await self.uow.get(Member, self.member_id)
        assert member is not None, "the actor is a member"
        return member

    def in_language(self, locale: str) -> Self:
        """Return the same turn with its texts in another language."""
        return self.in_room(replace(self.room_context, locale_override=locale))

    def in_zone(self, zone: str) -> Self:
        """Return the same turn with its times in another zone, by its key."""
        return self.in_room(replace(self.room_context, zone_override=zone))

    @property
    def occurred_at(self) -> datetime:
        """The time of the value. The platform states it; it may be long ago but is never in the future."""
        return min(self.value.at, self.now)

    @property
    def account(self) -> str:
        """The platform account of the turn's room."""
        return self.room_context.room.account if self.room_context.room else self.value.account

    @property
    def capabilities(self) -> Capabilities:
        """The abilities of the room's platform."""
        return self.capabilities_by_account[self.account]

    @property
    def room(self) -> Room:
        """The turn's room. Raises LookupError for a timer, and Refusal("room-unknown") where a person acted."""
        if self.room_context.room is None:
            if isinstance(self.value, PersonInbound):
                raise Refusal("room-unknown")
            raise LookupError(f"{self.value.key} has no room")
        return self.room_context.room

    @property
    def room_name(self) -> str:
        """The room's name, or its id, as one may show it."""
        return display_name(self.room.name or self.room.room)

    @property
    def community(self) -> Community:
        """The community of the turn's room. Raises LookupError if there is none."""
        if self.room_context.community is None:
            raise LookupError(f"{self.value.key}: the room has no community")
        return self.room_context.community

    @property
    def place(self) -> Place:
        """The community or network whose room it is. Raises LookupError if there is none."""
        if self.room_context.place is None:
            raise LookupError(f"{self.value.key}: the room belongs to nobody")
        return self.room_context.place

    @property
    def holder(self) -> Holder:
        """The holder of the polls and events of the turn's room. Raises LookupError if it belongs to nobody."""
        return ownership.holder_of(self.place, self.room.role)

    @property
    def network(self) -> Network:
        """The network of the turn's room, or of its community.

        Raises LookupError if there is none, and Refusal("network-which") if the community has several.
        """
        networks = self.room_context.networks
        if not networks:
            raise LookupError(f"{self.value.key}: the room has no network")
        if len(networks) > 1:
            raise Refusal("network-which", names=tuple(network.name for network in networks))
        return networks[0]

    @property
    def member_id(self) -> int:
        """The id of the acting member. Raises LookupError if there is none."""
        if self.actor is None:
            raise LookupError(f"{self.value.key} has no member")
        return self.actor.member_id

    def name(self, name: str) -> str:
        """Return a person's name as one may show it, in the room's language if it shows nothing."""
        return display_name(name, nameless=texts.words(self.room_context.locale, "no-name"))

    def person_event(self) -> PersonInbound:
        """Return the value as the event of a person. Raises LookupError if it is not."""
        if isinstance(self.value, PersonInbound):
            return self.value
        raise LookupError(f"{self.value.key} has no person")

    @property
    def token(self) -> str | None:
        """The id of the interaction, if the value is one."""
        value = self.value
        return value.token if isinstance(value, _INTERACTIONS) else None

    @property
    def answers_privately(self) -> bool:
        """Whether only the acting person sees an answer to this value. A message that was typed gets an open one."""
        origin = self.capabilities_by_account[self.value.account]
        return self.token is not None and (origin.private_answers or origin.toasts)

    @property
    def answer_locale(self) -> str:
        """The language of an answer: the person's own if it is private, otherwise the room's."""
        own = self.actor.locale if self.actor else None
        if not own and isinstance(self.value, PersonInbound):
            own = self.value.person.locale
        return languages.supported(own) if own and self.answers_privately else self.room_context.locale

    async def row_of_id(self, table: type[Table], text: str) -> Table:
        """Return the row with the id in a button or a card. Raises Refusal("button-unknown") if there is none."""
        row = await self.uow.get(table, parse_int(text))
        if row is None:
            raise Refusal("button-unknown")
        return row

    async def held_row(self, table: type[HeldRow], text: str) -> HeldRow:
        """Return the row as `row_of_id` does, but only one that the room knows: people may press any id."""
        row = await self.row_of_id(table, text)
        if self.room_context.place is None or not await ownership.knows(self.uow, self.holder, row):
            raise Refusal("button-unknown")
        return row

    async def current_choice(self, press: ButtonPressed) -> str | None:
        """Return the choice of the person's newest remaining reaction that presses a button of the same subject."""
        if press.message is None:
            return None
        emoji = await reactions.emoji_of_user(self.uow, press.account, press.room, press.message, press.person.user)
        placed = (await placements.placements_at(self.uow, [(press.account, press.room, press.message)])).values()
        ids = {normalize_emoji(one): button for shown in placed for one, button in json.loads(shown.buttons)}
        buttons = (ButtonId.parse(ids.get(normalize_emoji(one), "")) for one in emoji)
        same = (button for button in buttons if (button.verb, button.subject) == (press.id.verb, press.subject))
        return next((button.choice for button in same if button.choice), None)

    def schedule(self, kind: str, subject: str, due: datetime) -> None:
        """Set the timer of this kind and subject; replace its due time if it exists."""
        self.uow.defer(timers.SET_TIMER, {"kind": kind, "subject": subject, "due": due})
        self.effects.note_timer(due)
