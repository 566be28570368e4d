"""One inbound value's turn: what its handler reads, what it may say, and what is to follow."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime, timedelta

from bots.core.inbound import CommandInvoked, ReactionAdded
from bots.turn.outgoing import Outgoing
from storage.queries import dialogs, placements, reactions, timers
from storage.tables import Dialog, Room

DIALOG_LIFE = timedelta(days=7)
STANDS = "stands"
"""In a dialog's state: what is asked outlives the commands that are typed before it is answered."""


class Turn(Outgoing):
    """What a handler works with: it reads and writes rows, in one transaction."""

    def schedule(self, kind: str, subject: str, due: datetime) -> None:
        """A timer; one a kind and subject, the newest due time counts."""
        self.uow.defer(timers.TIMER, {"kind": kind, "subject": subject, "due": due})
        if self.batch.earliest is None or due < self.batch.earliest:
            self.batch.earliest = due

    def call_off(self, kind: str, subject: str) -> None:
        """The timer does not fire any more."""
        self.uow.defer(timers.TIMER_OFF, {"b_kind": kind, "b_subject": subject})

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

    async def interrupt(self, *, user: str, room: str) -> None:
        """A command ends what its author was being asked, unless that stands until it is answered."""
        dialog = await dialogs.dialog_at(self.uow, self.account, room, user)
        if dialog is not None and not json.loads(dialog.state).get(STANDS):
            await self.close_dialog(user=user, room=room)

    async def close_dialog(self, *, user: str, room: str | None = None) -> bool:
        """Nothing is asked of this person here any more; False when nothing was."""
        account, where = self.account, room or self.room.room
        dialog = await dialogs.dialog_at(self.uow, account, where, user)
        if dialog is None:
            return False
        await self.uow.delete(dialog)
        self.batch.asked[(account, where, user)] = False
        return True

    async def replied_to(self, call: CommandInvoked) -> tuple[str, str]:
        """The card of ours that a command is typed in reply to, as its kind and its subject; empty where it is none."""
        address = (call.account, call.room, call.reply_to or "")
        placed = (await placements.placements_at(self.uow, [address])).get(address) if call.reply_to else None
        kind, _, subject = placed.card.partition(":") if placed is not None else ("", "", "")
        return kind, subject

    def record_reaction(self, value: ReactionAdded) -> None:
        """Put a reaction on record, so that its removal can be understood."""
        row = {
            "account": value.account, "room": value.room, "message": value.message, "reaction": value.reaction,
            "emoji": value.emoji, "user": value.person.user, "member_id": self.member, "at": value.at,
        }  # fmt: skip
        self.uow.defer(reactions.REACTION, row)

    def keep_messages(self, room: Room, *, on: bool) -> None:
        """Keep the room's messages for some hours, or no longer."""
        self.batch.kept[(room.account, room.room)] = on

    def watch(self, room: Room, *, on: bool) -> None:
        """Let every message of the room reach the handlers, or no longer."""
        self.batch.watched[(room.account, room.room)] = on
