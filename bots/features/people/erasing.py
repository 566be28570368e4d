"""`me erase`: forget the person who asks, after a question that says what goes and what remains."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import timedelta

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.richtext import join
from bots.dialogs.yes_no import YesNo
from bots.features.people import accounts, commands
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import audit, blocks, members, person_erasure, persons
from storage.queries.audit import Act
from storage.tables import Identity, Room, RoomRole

TRACES_TIMER = "person-traces"
"""Deletes the answer to the person who was erased, when it has been sent."""
_ANSWERED = timedelta(minutes=10)
_SCOPE = "people"
"""The chain of the audit log that says when somebody was erased. It does not say who."""


async def ask(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `me erase`: ask first."""
    lines = [turn.answer_text("people-erase-ask"), turn.answer_text("people-erase-stays")]
    lines.append(turn.answer_text("people-erase-platforms"))
    if await _linked(turn):
        lines.append(turn.answer_text("people-erase-linked"))
    alone = await members.only_connector_of(turn.uow, turn.member_id)
    if alone:
        lines.append(turn.answer_text("people-erase-connector", names=tuple(place.name for place in alone)))
    if await blocks.all_of_member(turn.uow, turn.member_id, turn.now):
        lines.append(turn.answer_text("people-erase-block"))
    lines.append(turn.answer_text("people-erase-sure"))
    await ERASE.ask(str(turn.member_id), join(lines), turn)


async def _erase(_subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    """Take back what others see, erase the rows, and say so. The act is logged without the person."""
    member = turn.member_id
    mine, linked = await members.identities(turn.uow, member), await _linked(turn)
    traces = [(one.platform, one.user) for one in mine]
    if linked:
        await persons.leave(turn.uow, member)
    await turn.notify(PersonErased(member))
    await person_erasure.erase(turn.uow, member, turn.now)
    await audit.append(turn.uow, [Act(_SCOPE, commands.ERASE.name, member, turn.now)])
    await audit.erase_member(turn.uow, member)
    for one in linked:
        await accounts.tell(one, "people-linked-erased", turn, platform=mine[0].platform.capitalize())
    turn.answer("people-erased")
    turn.actor = None
    direct = _private_room(turn)
    for platform, user in traces:
        subject = json.dumps([platform, user, direct if user == turn.person_event().person.user else ""])
        turn.schedule(TRACES_TIMER, subject, turn.now + _ANSWERED)


async def _linked(turn: Turn) -> list[Identity]:
    """Return the accounts that are linked with the acting member's."""
    known = await persons.accounts(turn.uow, turn.member_id)
    return [one for one in known if one.member_id != turn.member_id]


def _private_room(turn: Turn) -> str:
    """Return the platform's id of the private chat where the person answered; empty in another room."""
    room: Room | None = turn.room_context.room
    return turn.value.room if room is None or room.role == RoomRole.DIRECT else ""


async def forget_traces(timer: TimerFired, turn: Turn) -> None:
    """Delete what the last answers to an erased person left."""
    platform, user, direct = json.loads(timer.subject)
    await person_erasure.forget_traces(turn.uow, platform, user, direct)


ERASE = YesNo(kind="meerase", yes="people-erase-confirm", command=commands.ERASE, act=_erase)
