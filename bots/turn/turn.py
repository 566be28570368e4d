"""The turn of one inbound value: what its handler may read, write, send and schedule."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from bots.core.card_id import CardId
from bots.core.inbound import CommandInvoked, MessagePosted, ReactionAdded
from bots.core.permissions import Right
from bots.turn.card_messages import CardMessages
from bots.turn.notices import Notice
from storage.queries import dialogs, placements, reactions, timers
from storage.tables import Community, Dialog, Network, Room

DIALOG_LIFE = timedelta(days=7)
DECISION_LIFE = timedelta(hours=1)
"""How long a question waits whose yes does something at once. A "yes" on another day answers something else."""
OUTLIVES_COMMANDS = "stands"
"""A key of a dialog's state: the dialog stays open when the person invokes a command before answering."""
_BENEATH = "beneath"
"""A key of a dialog's state: the dialog that comes back when this one is closed."""


class Turn(CardMessages):
    """The interface of a handler. Everything happens in one transaction."""

    def cancel_timer(self, kind: str, subject: str) -> None:
        """Cancel the timer of this kind and subject."""
        self.uow.defer(timers.DELETE_TIMER, {"b_kind": kind, "b_subject": subject})

    async def open_dialog(
        self, kind: str, subject: str, state: Mapping[str, object], *, user: str, room: str | None = None,
        life: timedelta = DIALOG_LIFE, above: bool = False,
    ) -> None:  # fmt: skip
        """Expect the next message of `user` in the room to answer the dialog `kind` (a feature's, or `command`).

        The state also gets the `message` of the command that opens it, so that an edit of the message replaces it. A
        dialog that outlives commands waits beneath one that does not, and comes back when that one is closed. `above`:
        so does any other dialog, since this question is beside it.
        """
        account, where = self.account, room or self.room.room
        present = await dialogs.dialog_at(self.uow, account, where, user)
        if present is not None:
            if not state.get(OUTLIVES_COMMANDS) and (beneath := _beneath(present, above=above)):
                state = {**state, _BENEATH: beneath}
            await self.uow.delete(present)
        if isinstance(self.value, CommandInvoked):
            state = {"message": self.value.message, **state}
        dialog = Dialog(
            account=account, room=where, user=user, kind=kind, subject=subject,
            state=json.dumps(state), expires_at=self.now + life,
        )  # fmt: skip
        await self.uow.add(dialog)
        self.effects.dialogs[(account, where, user)] = True

    async def interrupt_dialog(self, *, user: str, room: str) -> None:
        """Close the person's dialog because they invoked a command, unless the dialog outlives commands."""
        dialog = await dialogs.dialog_at(self.uow, self.account, room, user)
        if dialog is not None and not json.loads(dialog.state).get(OUTLIVES_COMMANDS):
            await self.close_dialog(user=user, room=room)

    async def close_dialog(self, *, user: str, room: str | None = None) -> bool:
        """Close the person's dialog in the room. Return False when none was open."""
        account, where = self.account, room or self.room.room
        dialog = await dialogs.dialog_at(self.uow, account, where, user)
        if dialog is None:
            return False
        await self.uow.delete(dialog)
        beneath = json.loads(dialog.state).get(_BENEATH)
        if beneath is not None and (expires_at := datetime.fromisoformat(beneath.pop("expires_at"))) >= self.now:
            again = Dialog(account=account, room=where, user=user, expires_at=expires_at, **beneath)
            await self.uow.add(again)
        else:
            self.effects.dialogs[(account, where, user)] = False
        return True

    async def card_replied_to(self, call: CommandInvoked | MessagePosted) -> CardId | None:
        """Return the card that a command or a message replies to, if it is one of ours."""
        if not call.reply_to:
            return None
        address = (call.account, call.room, call.reply_to)
        placed = (await placements.placements_at(self.uow, [address])).get(address)
        return CardId.parse(placed.card) if placed is not None else None

    def record_reaction(self, value: ReactionAdded) -> None:
        """Store a reaction, so that its removal can be handled later."""
        row = {
            "account": value.account, "room": value.room, "message": value.message, "reaction": value.reaction,
            "emoji": value.emoji, "user": value.person.user, "member_id": self.member_id, "at": value.at,
        }  # fmt: skip
        self.uow.defer(reactions.ADD_REACTION, row)

    async def notify(self, notice: Notice) -> None:
        """Run the other features' handlers of a notice, in this transaction."""
        for handle in self.extensions.notice_handlers.get(type(notice), ()):
            await handle(notice, self)

    def describe_act(
        self, *, subject: int | None = None, place: Community | Network | None = None, by: Right | None = None,
        **details: str,
    ) -> None:  # fmt: skip
        """Add to what the audit log says of this act: the member it is about, whose act it is, what was given.

        `by`: the right, where the handler checked it in another way than by `use_right`.
        """
        used = self.effects.used
        used.subject, used.place = subject or used.subject, place or used.place
        used.details |= {name: value for name, value in details.items() if value}
        if by is not None:
            used.rights.add(by)

    def cache_messages(self, room: Room, *, on: bool) -> None:
        """Start or stop caching the room's messages for some hours."""
        self.effects.cached_rooms[(room.account, room.room)] = on

    def count_active(self, room: Room, *, on: bool) -> None:
        """Start or stop noting the day on which people of the room did something."""
        self.effects.counted_rooms[(room.account, room.room)] = on

    def count_replies(self, room: Room) -> None:
        """Pass replies in the room to the handlers."""
        self.effects.answered_rooms[(room.account, room.room)] = True

    def expect_replies(self, room: Room) -> None:
        """Pass what may say that somebody comes to an event, in a room that shows one, to the handlers."""
        self.effects.inviting_rooms[(room.account, room.room)] = True

    def note_connector(self, user: str) -> None:
        """Pass the first message that somebody writes each day: the bot notes when connectors were last seen."""
        self.effects.connectors[(self.account, user)] = True

    def watch_room(self, room: Room, *, on: bool) -> None:
        """Start or stop passing every message of the room to the handlers."""
        self.effects.watched_rooms[(room.account, room.room)] = on


def _beneath(dialog: Dialog, *, above: bool) -> Mapping[str, str] | None:
    """Return the dialog that waits while a question is open: this one, or the one beneath it."""
    state: dict[str, Mapping[str, str] | None] = json.loads(dialog.state)
    if not above and not state.get(OUTLIVES_COMMANDS):
        return state.get(_BENEATH)
    expires_at = dialog.expires_at.isoformat()
    return {"kind": dialog.kind, "subject": dialog.subject, "state": dialog.state, "expires_at": expires_at}
