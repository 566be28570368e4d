"""The digest's list of closed polls."""

from __future__ import annotations

from bots.features.polls import rules, views
from bots.turn.digest_section import Line, Scope, Section
from bots.turn.turn import Turn
from storage.queries import polls
from storage.tables import Community, Network, Poll


async def digest_section(scope: Scope, turn: Turn) -> Section:
    """Return one line for each poll that was closed in the period."""
    found, total = await polls.closed_between(turn.uow, scope.place, scope.since, scope.until, scope.limit)
    lines = [await _line(poll, holder, scope, turn) for poll, holder in found]
    return Section(turn.text("digest-polls"), lines, total)


async def _line(poll: Poll, holder: Community | Network, scope: Scope, turn: Turn) -> Line:
    tally = await views.count_ballots(poll, turn)
    winners = tuple(rules.labels(poll)[index] for index in tally.winners())
    args: dict[str, object] = {"question": poll.question, **({"result": winners} if winners else {})}
    if scope.is_own:
        text_id = "digest-poll-own" if winners else "digest-poll-empty-own"
    else:
        text_id, args["community"] = "digest-poll" if winners else "digest-poll-empty", holder.name
    return Line(f"poll.{poll.id}", turn.text(text_id, **args), poll.community_id)
