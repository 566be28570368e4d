"""The people who may vote: everybody, those with a role, or those whom the bot has known for some time."""

from __future__ import annotations

from datetime import datetime, timedelta

from bots.core.refusal import Refusal
from bots.features.polls import rules, settings
from bots.features.polls.settings import Settings
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Member, Poll, Role

ROLES = {"connectors": frozenset({Role.CONNECTOR}), "greeters": frozenset({Role.GREETER, Role.CONNECTOR})}
"""The roles that may vote, by the choice of the argument `voters`. Connectors can do what greeters do."""


def roles_of(poll: Poll, given: Settings) -> frozenset[Role]:
    """Return the roles that let somebody vote; none where everybody may. A network has coordinators."""
    if given.voters and given.spread:
        return ROLES[given.voters] | {Role.COORDINATOR}
    if given.voters and poll.network_id is not None:
        return frozenset({Role.COORDINATOR})
    return ROLES.get(given.voters, frozenset())


def known_since(poll: Poll, given: Settings) -> datetime | None:
    """Return when a voter must have been known at the latest; None if that does not matter."""
    return poll.created_at - timedelta(days=given.since_days) if given.since_days else None


async def check(poll: Poll, turn: Turn, *, cast_at: datetime | None = None) -> None:
    """Raise Refusal if a poll does not accept a ballot of the acting member, cast at the time of the value."""
    rules.check_accepts(poll, cast_at or turn.occurred_at, turn.now)
    given = settings.of(poll)
    if not given.is_restricted:
        return
    roles = roles_of(poll, given)
    networks = (poll.network_id,) if poll.network_id is not None else ()
    here = turn.room_context.community or turn.room_context.home_community
    community = here.id if here is not None and given.spread else poll.community_id
    if roles and not roles & await members.roles(turn.uow, turn.member_id, community, networks):
        raise Refusal(f"poll-only-{given.voters}", number=poll.number)
    since, member = known_since(poll, given), await turn.uow.get(Member, turn.member_id)
    if since is not None and (member is None or member.created_at > since):
        raise Refusal("poll-only-known", number=poll.number, days=given.since_days)
