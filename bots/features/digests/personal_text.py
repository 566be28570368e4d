"""The words of a person's own digest: the news of each of their communities."""

from __future__ import annotations

from datetime import datetime

from bots.core.richtext import Rich
from bots.features.digests.sections import Composed, feature_sections
from bots.turn.digest_section import Scope
from bots.turn.figures import Figures
from bots.turn.turn import Turn
from storage.queries import blocks, communities, figures
from storage.tables import Community, Member


async def compose(member: Member, since: datetime, until: datetime, turn: Turn) -> tuple[list[Rich], list[str]]:
    """Return the news of each community that a person is in, without those that have none, and the keys of the lines.

    A community that blocked them tells them nothing. Highlights of networks are those that the community shows.
    """
    parts: list[Rich] = []
    keys: list[str] = []
    blocking = {block.community_id for block in await blocks.all_of_member(turn.uow, member.id, turn.now)}
    for community in await communities.of_member(turn.uow, member.id):
        if community.id in blocking:
            continue
        composed = await _of_community(community, since, until, turn)
        text = composed.text(turn)
        if text is not None:
            parts.append(text)
            keys += composed.keys()
    return parts, keys


async def _of_community(community: Community, since: datetime, until: datetime, turn: Turn) -> Composed:
    await figures.count_up(turn.uow, [community.id], until)
    found = Figures()
    rows = await figures.between(turn.uow, [community.id], since, until)
    found.add(rows, {community.id: community.created_at}, turn.room_context.zone, named=[community.id])
    sections = await feature_sections(Scope(community, since, until, found), turn)
    return Composed(turn.text("digest-title", network=community.name), sections, frozenset())
