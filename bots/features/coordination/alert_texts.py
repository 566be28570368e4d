"""What an alert says: to coordinators as a card, and before that to the community's own connectors."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.outbound import Content
from bots.core.richtext import Rich, join
from bots.features.coordination.alert_rules import AGAIN_AFTER
from bots.turn.mentions import mention_all
from bots.turn.turn import Turn
from storage.queries import members
from storage.tables import Alert, AlertKind, Community, Identity, Network, Role

CARD = "alert"


async def render(subject: str, turn: Turn) -> Content | None:
    """Render an alert for coordinators, or how it ended; in a private conversation in the network's language."""
    alert = await turn.uow.get(Alert, int(subject))
    network = await turn.uow.get(Network, alert.network_id) if alert is not None else None
    community = await turn.uow.get(Community, alert.community_id) if alert is not None else None
    if alert is None or network is None or community is None:
        return None
    there = turn if turn.room_context.is_owned else turn.in_language(network.locale)
    if alert.closed_at is not None:
        over = f"alert-over-{alert.kind}" if alert.solved else "alert-dropped"
        return Content(text=there.text(over, place=community.name))
    days = (turn.now - alert.since).days
    if alert.kind == AlertKind.CONNECTOR and not await _has_connector(community, turn):
        matter = there.text("alert-nobody", place=community.name)
        return Content(text=join([matter, there.text("alert-nobody-footer", days=AGAIN_AFTER.days)]))
    matter = there.text(f"alert-{alert.kind}", place=community.name, since=alert.since, count=days)
    foot = there.text("alert-footer", days=AGAIN_AFTER.days)
    return Content(text=join([matter, foot]))


async def _has_connector(community: Community, turn: Turn) -> bool:
    return bool(await members.role_assignments(turn.uow, Role.CONNECTOR, community=community.id))


async def tell_community(alert: Alert, community: Community, network: Network, there: Turn, *, reachable: bool) -> None:
    """Tell the connectors first: in a room of the community, or in private where it has none that works."""
    key = f"{CARD}:{alert.id}:community"
    people = await members.role_holders(there.uow, there.room.platform, Role.CONNECTOR, community=community.id)
    content = Content(
        text=_first_word(alert, community, network, people, there), mentions=tuple(p.user for p in people)
    )
    if reachable:
        there.post_content(content, key=key)
        return
    for person in people:
        there.send_direct(person.user, content, key=f"{key}:{person.id}")


def _first_word(alert: Alert, community: Community, network: Network, people: Sequence[Identity], there: Turn) -> Rich:
    days = (there.now - alert.since).days
    matter = there.text(f"alert-own-{alert.kind}", place=community.name, since=alert.since, count=days)
    called = (*mention_all(people), *there.text("addressed")) if people else ()
    return join([(*called, *matter), there.text("alert-own-footer", network=network.name)])
