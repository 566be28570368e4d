"""The digest's list of published highlights."""

from __future__ import annotations

from bots.core.richtext import plain
from bots.features.highlights import views
from bots.features.highlights.wording import words
from bots.turn.digest_section import Line, Scope, Section, shorten
from bots.turn.notices import DigestPosted
from bots.turn.turn import Turn
from storage.queries import editions, highlights, memberships
from storage.tables import Community, Highlight

_KEY = "highlight."


async def digest_section(scope: Scope, turn: Turn) -> Section:
    """Return one line for each highlight of the period: those that rose to a network, or that a community saw."""
    period = (scope.since, scope.until, scope.limit)
    if isinstance(scope.place, Community):
        found, total = await highlights.heard_between(
            turn.uow, scope.place, await _shown_networks(scope.place, turn), *period
        )
    else:
        found, total = await highlights.told_between(turn.uow, scope.place.id, *period)
    lines = [_line(highlight, community, scope, turn) for highlight, community in found]
    return Section(turn.text("digest-highlights"), lines, total)


async def _shown_networks(community: Community, turn: Turn) -> list[int]:
    """Return the networks whose highlights a community's home shows."""
    above = await memberships.above(turn.uow, community) if community.receives_highlights else ()
    return [network.id for membership, network in above if membership.listens]


def _line(highlight: Highlight, community: Community, scope: Scope, turn: Turn) -> Line:
    args = {"text": shorten(plain(words(highlight))), "link": views.link(highlight, turn)}
    if isinstance(scope.place, Community) and scope.place.id == community.id:
        text = turn.text("digest-highlight-own", **args)
    else:
        text = turn.text("digest-highlight", community=community.name, **args)
    kept = turn.text("digest-highlight-kept", community=community.name, link=views.link(highlight, turn))
    return Line(f"{_KEY}{highlight.id}", text, community.id, kept)


async def remember_digest(notice: DigestPosted, turn: Turn) -> None:
    """Store which highlights the digest shows, so that it follows their changes."""
    quoted = [int(key.removeprefix(_KEY)) for key in notice.lines if key.startswith(_KEY)]
    editions.quote(turn.uow, quoted, notice.card)
