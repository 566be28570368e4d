"""The way of an announcement to its communities: a few in each transaction, network by network down the tree."""

from __future__ import annotations

from bots.core.inbound import TimerFired
from bots.features.announcements import asking, audience, reach, showing, views
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
    Room,
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
    """Reach the next communities of a network; at first, go on to the networks below if it is to go deep."""
    number, network_id, after = map(int, timer.subject.split("/"))
    announcement, network = await showing.on_its_way(number, turn), await turn.uow.get(Network, network_id)
    if announcement is None or network is None:
        return
    if not after and announcement.deep:
        for child in await reach.descend(announcement, network, turn):
            _go_to(announcement, child.id, 0, turn)
    chosen = await recipients.next_chosen(
        turn.uow, network.id, audience.decode(announcement.audience), after=after, limit=rounds.SIZE
    )
    ids = [community.id for community, _ in chosen]
    homes = await recipients.homes_of(turn.uow, ids)
    present = await recipients.present(turn.uow, announcement.id, ids)
    for community, bond in chosen:
        await _reach(announcement, community, bond, present.get(community.id), homes.get(community.id), turn)
    if len(chosen) == rounds.SIZE:
        _go_to(announcement, network.id, ids[-1], turn)
    else:
        turn.refresh_card(views.draft_of(announcement))


async def _reach(
    announcement: Announcement,
    community: Community,
    bond: Membership,
    row: Recipient | None,
    home: Room | None,
    turn: Turn,
) -> None:
    """Begin in a community, unless it was reached on another way."""
    if row is not None and (row.state not in _MISSED or not bond.listens):
        return
    state = showing.hindrance(community, home, listens=bond.listens)
    if row is None:
        row = Recipient(
            announcement_id=announcement.id, community_id=community.id, membership_id=bond.id,
            state=state or RecipientState.WAITING,
        )  # fmt: skip
        await turn.uow.add(row)
    row.membership_id, row.state = bond.id, state or RecipientState.WAITING
    if state is None:
        await asking.begin(row, announcement, community, turn)
