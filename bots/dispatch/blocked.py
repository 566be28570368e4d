"""The one place where a blocked person is stopped: what they do in a community that blocks them goes nowhere.

Left through: `appeal` with the answer to its question, what people take back, and what is about their own earlier
messages. A moderator of the room is not stopped: they could not undo it.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bots.commands import lookup
from bots.core.card_id import FORM_VERB
from bots.core.inbound import (
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    FormSubmitted,
    JoinRequested,
    MemberJoined,
    MessagePosted,
    PersonInbound,
    RateLimited,
    ReactionAdded,
    Value,
)
from bots.core.refusal import Refusal
from bots.dialogs import answering, prompts
from bots.dispatch.prefetch import Prefetched
from bots.routing.router import Router
from bots.turn.turn import Turn
from storage.queries import dialogs

APPEAL = "appeal"
"""The command that is left to a blocked person."""
_STOPPED = (
    ButtonPressed, ChoiceMade, CommandInvoked, FormSubmitted, JoinRequested, MemberJoined, MessagePosted,
    RateLimited, ReactionAdded,
)  # fmt: skip


@dataclass(frozen=True)
class Stop:
    """Run this instead of a handler."""

    run: Callable[[Turn], Awaitable[None]]


def stop(value: Value, prefetched: Prefetched, router: Router) -> Stop | None:
    """Return what to do instead if a blocked person did this, or None for everything else."""
    if not prefetched.blocked or not isinstance(value, _STOPPED) or not _is_blocked(value, prefetched):
        return None
    if (isinstance(value, ButtonPressed) and value.released) or (isinstance(value, ChoiceMade) and not value.choices):
        return None
    if _is_appeal(value, router):
        return None
    if isinstance(value, MessagePosted):
        return Stop(lambda turn: _take_appeal(value, turn, router))
    return Stop(_say_nothing)


def _is_blocked(value: PersonInbound, prefetched: Prefetched) -> bool:
    person, room = value.person, prefetched.rooms.get((value.account, value.room))
    actor = prefetched.people.get((person.platform, person.user))
    if room is None or room.community_id is None or actor is None or person.admin:
        return False
    return (room.community_id, actor.member_id) in prefetched.blocked


def _is_appeal(value: Value, router: Router) -> bool:
    """Return whether this is `appeal`, as a command, its form, or the button that shows the form."""
    if isinstance(value, FormSubmitted):
        return value.form.partition(":")[2] == APPEAL
    if isinstance(value, ButtonPressed):
        return value.button == f"{FORM_VERB}:{APPEAL}"
    if not isinstance(value, CommandInvoked):
        return False
    try:
        command, _ = lookup.find_command(value.line, router.commands_by_name)
    except Refusal:
        return False
    return command.name == APPEAL


async def _take_appeal(message: MessagePosted, turn: Turn, router: Router) -> None:
    """Take a message that answers the question of `appeal`, and no other."""
    dialog = await dialogs.dialog_at(turn.uow, message.account, message.room, message.person.user)
    if dialog is not None and (dialog.kind, dialog.subject) == (prompts.COMMAND_DIALOG, APPEAL):
        await answering.handle_answer(message, turn, router)


async def _say_nothing(_turn: Turn) -> None:
    """Do nothing. An interaction is acknowledged all the same, as the platform wants it."""
