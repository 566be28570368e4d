"""Note the last day on which somebody was active, in communities that count their active members, and nothing else."""

from __future__ import annotations

from bots.core.inbound import (
    ButtonPressed,
    ChoiceMade,
    CommandInvoked,
    FormSubmitted,
    MemberLeft,
    MessagePosted,
    PersonInbound,
    ReactionAdded,
)
from bots.turn.turn import Turn
from storage.queries.activity import DELETE_ACTIVITY, NOTE_ACTIVITY, day_of
from storage.queries.members import SET_SEEN

ACTS = (MessagePosted, ReactionAdded, CommandInvoked, ButtonPressed, ChoiceMade, FormSubmitted)
"""The values that show that a person is present."""


def note(turn: Turn) -> None:
    """Note that somebody is here again who gets digests while away, and the day where active members are counted.

    Forget the day of somebody who leaves.
    """
    community, value = turn.room_context.community, turn.value
    if turn.actor is not None and turn.actor.away and isinstance(value, ACTS):
        turn.uow.defer(SET_SEEN, {"b_id": turn.member_id})
    if community is None or not community.relaying or not community.threshold_percent:
        return
    if not isinstance(value, PersonInbound) or value.person.bot or turn.actor is None:
        return
    if isinstance(value, MemberLeft):
        turn.uow.defer(DELETE_ACTIVITY, {"b_community_id": community.id, "b_member_id": turn.member_id})
    elif isinstance(value, ACTS):
        day = day_of(turn.occurred_at)
        turn.uow.defer(NOTE_ACTIVITY, {"community_id": community.id, "member_id": turn.member_id, "day": day})
