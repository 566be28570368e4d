"""The way of an announcement to its communities: a few in each transaction, network by network down the tree."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.announcements import asking, audience, network_tree, showing, views
from bots.turn import rounds
from bots.turn.turn import Turn
from storage.queries import recipients
from storage.tables import (
    Announcement,
    AnnouncementState,
    AnnouncementWay,
    Community,
    Membership,
    Network,
    Recipient,
    RecipientState,
)

SEND_TIMER = "announce-send"
"""Sends a scheduled announcement. Its subject: the announcement."""
FAN_TIMER = "announce-fan"
"""Goes on in a network. Its subject: the announcement, the network, and the last community that had its turn."""
_MISSED = (RecipientState.DEAF, RecipientState.LEFT)


async def send(announcement: Announcement, turn: Turn) -> None:
    """Send an announcement, once this transaction is committed."""
    announcement.state, announcement.sent_at = AnnouncementState.SENT, turn.now
    turn.cancel_timer(SEND_TIMER, str(announcement.id))
    await turn.uow.add(AnnouncementWay(announcement_id=announcement.id, network_id=announcement.network_id))
    _go_to(announcement, announcement.network_id, 0, turn)
    turn.refresh_card(views.draft_of(announcement))


def _go_to(announcement: Announcement, network: int, after: int, turn: Turn) -> None:
    turn.schedule(FAN_TIMER, f"{announcement.id}/{network}/{after}", turn.now)


async def reach_next(timer: TimerFired, turn: Turn) -> None:
    """Reach the next communities of a network; the first time, also begin with the networks below if it goes deep."""
    number, network_id, after = map(int, timer.subject.split("/"))
    announcement, network = await showing.on_its_way(number, turn), await turn.uow.get(Network, network_id)
    if announcement is None or network is None:
        return
    if not after and announcement.deep:
        for child in await network_tree.descend(announcement, network, turn):
            _go_to(announcement, child.id, 0, turn)
    chosen = await recipients.next_chosen(
        turn.uow, network.id, audience.decode(announcement.audience), after=after, limit=rounds.SIZE
    )
    ids = [community.id for community, _ in chosen]
    await showing.prepare(ids, turn)
    present = await recipients.present(turn.uow, announcement.id, ids)
    reached = [
        await _reach(announcement, community, bond, present.get(community.id), turn) for community, bond in chosen
    ]
    await turn.uow.add_all([row for row, is_new in reached if is_new])
    for (community, _), (row, _) in zip(chosen, reached, strict=True):
        if row.state == RecipientState.NEW:
            await asking.begin(row, announcement, community, turn)
    if len(chosen) == rounds.SIZE:
        _go_to(announcement, network.id, ids[-1], turn)
    else:
        turn.refresh_card(views.draft_of(announcement))


async def _reach(
    announcement: Announcement, community: Community, bond: Membership, row: Recipient | None, turn: Turn
) -> tuple[Recipient, bool]:
    """Return a community's row, and whether it is a new one. One missed on another way gets its chance."""
    home = await showing.home_of(community, turn)
    state = showing.hindrance(community, home, listens=bond.listens) or RecipientState.NEW
    if row is None:
        made = Recipient(announcement_id=announcement.id, community_id=community.id, membership_id=bond.id, state=state)
        return made, True
    if row.state in _MISSED and bond.listens:
        row.membership_id, row.state = bond.id, state
    return row, False
