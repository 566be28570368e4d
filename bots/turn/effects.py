"""What the handlers of one transaction leave to do at its end and after it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime

from bots.core.permissions import Right
from storage.queries.audit import Act
from storage.tables import Community, Network, Outbox

DialogKey = tuple[str, str, str]
"""(account, room, user)"""


@dataclass
class UsedRights:
    """A handler's use of rights that not everybody has, for the audit log.

    `rights`: those that it asked for and the person had. `command`: the one it was checked for. `details`: what was
    given. `subject`: the member whom it is about. `place`: whose act it is, if not that of the room.
    """

    rights: set[Right] = field(default_factory=set)
    command: str = ""
    details: dict[str, object] = field(default_factory=dict)
    subject: int | None = None
    place: Community | Network | None = None


@dataclass
class Effects:
    """The effects of a transaction beyond its rows.

    - `dirty_cards`: the cards to redraw, with the key of the value that changed them.
    - `rewritten_cards`: those of them whose unsent posts change too.
    - `withdrawn_cards`: the cards whose messages are deleted.
    - `earliest_timer`: the earliest due time among the new timers.
    - `dialogs`, `watched_rooms`, `cached_rooms`, `counted_rooms`, `answered_rooms`, `inviting_rooms`, `connectors`:
      changes of the message filter; True adds, False removes.
    - `moved_rooms`: the new platform id of each moved room.
    - `queued`: the outbox rows that it inserted, as far as they are few; `outbox_changed`: it changed others.
    - `uncertain`: an earlier try may have committed too, and nobody knows what it wrote: its answer was lost.
    - `wrote`, `sent`: whether a handler wrote anything, and sent anything.
    - `used`: the rights that the turn used. `acts`: what was done by such rights, for the audit log.
    - `interaction_answered`: whether the turn's interaction has its answer.
    """

    dirty_cards: dict[str, str] = field(default_factory=dict)
    rewritten_cards: set[str] = field(default_factory=set)
    withdrawn_cards: set[str] = field(default_factory=set)
    earliest_timer: datetime | None = None
    dialogs: dict[DialogKey, bool] = field(default_factory=dict)
    watched_rooms: dict[tuple[str, str], bool] = field(default_factory=dict)
    cached_rooms: dict[tuple[str, str], bool] = field(default_factory=dict)
    counted_rooms: dict[tuple[str, str], bool] = field(default_factory=dict)
    answered_rooms: dict[tuple[str, str], bool] = field(default_factory=dict)
    inviting_rooms: dict[tuple[str, str], bool] = field(default_factory=dict)
    connectors: dict[tuple[str, str], bool] = field(default_factory=dict)
    moved_rooms: dict[tuple[str, str], str] = field(default_factory=dict)
    queued: list[Outbox] = field(default_factory=list)
    outbox_changed: bool = False
    uncertain: bool = False
    wrote: bool = False
    sent: bool = False
    interaction_answered: bool = False
    used: UsedRights = field(default_factory=UsedRights)
    acts: list[Act] = field(default_factory=list)

    def merge(self, later: Effects) -> None:
        """Add the effects of a later value."""
        self.dirty_cards = {**later.dirty_cards, **self.dirty_cards}
        self.rewritten_cards |= later.rewritten_cards
        self.withdrawn_cards |= later.withdrawn_cards
        self.dialogs.update(later.dialogs)
        self.watched_rooms.update(later.watched_rooms)
        self.cached_rooms.update(later.cached_rooms)
        self.counted_rooms.update(later.counted_rooms)
        self.answered_rooms.update(later.answered_rooms)
        self.inviting_rooms.update(later.inviting_rooms)
        self.connectors.update(later.connectors)
        self.moved_rooms.update(later.moved_rooms)
        self.queued += later.queued
        self.acts += later.acts
        self.outbox_changed = self.outbox_changed or later.outbox_changed
        self.wrote = self.wrote or later.wrote
        if later.earliest_timer is not None:
            self.note_timer(later.earliest_timer)

    def note_timer(self, due: datetime) -> None:
        """Remember a new timer's due time if it is the earliest."""
        if self.earliest_timer is None or due < self.earliest_timer:
            self.earliest_timer = due
