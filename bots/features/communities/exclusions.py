"""`room exclude|include` and `highlight exclude|include`: whose messages stay here, whatever others think of them."""

from __future__ import annotations

from collections.abc import Mapping

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked
from bots.core.refusal import Refusal
from bots.dialogs.people import find_person
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands
from bots.turn.mentions import mention
from bots.turn.notices import MemberExcluded, RoomExcluded
from bots.turn.turn import Turn
from storage.queries import consents, members
from storage.tables import Identity


async def exclude_room(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `room exclude`: nothing said in this room becomes a highlight."""
    if turn.room.excluded:
        raise Refusal("room-excluded-already")
    turn.room.excluded = True
    turn.post("room-excluded")
    await turn.notify(RoomExcluded(turn.community, excluded=True))


async def include_room(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """Handle `room include`: what is said in this room from now on may become a highlight."""
    if not turn.room.excluded:
        raise Refusal("room-included-already")
    turn.room.excluded, turn.room.joined_at = False, turn.now
    turn.post("room-included")
    await turn.notify(RoomExcluded(turn.community, excluded=False))


async def exclude_person(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `highlight exclude NAME`: ask first, since what is shared of theirs is taken back."""
    person = await _person("highlight exclude", call, args, turn)
    if person is not None:
        question = turn.answer_text("highlight-exclude-ask", name=mention(person), community=turn.community.name)
        await EXCLUDE.ask(str(person.id), question, turn)


async def include_person(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `highlight include NAME`. Raises Refusal("highlight-not-excluded")."""
    person = await _person("highlight include", call, args, turn)
    if person is None:
        return
    if not await consents.include(turn.uow, person.member_id, turn.community.id):
        raise Refusal("highlight-not-excluded", name=mention(person))
    turn.answer("highlight-included", name=mention(person))


async def _person(command: str, call: CommandInvoked, args: Args, turn: Turn) -> Identity | None:
    pool = await members.identities_in_community(turn.uow, turn.community.id, turn.room.platform)
    return await find_person(command, call, args, turn, pool)


async def _exclude(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    person = await turn.row_of_id(Identity, subject)
    if not await consents.exclude(turn.uow, person.member_id, turn.community.id, turn.member_id, turn.now):
        raise Refusal("highlight-excluded-already", name=mention(person))
    turn.describe_act(subject=person.member_id)
    await turn.notify(MemberExcluded(turn.community, person.member_id))
    turn.answer("highlight-excluded", name=mention(person))


EXCLUDE = YesNo(
    kind="hlexclude", yes="highlight-exclude-confirm", command=commands.HIGHLIGHT_EXCLUDE, act=_exclude
)  # fmt: skip
