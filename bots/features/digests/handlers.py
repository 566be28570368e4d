"""The daily digest of a network, in its highlights rooms."""

from __future__ import annotations

from datetime import datetime

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, TimerFired
from bots.core.outbound import Content
from bots.features.digests import rules, sections
from bots.turn import room_context
from bots.turn.turn import Turn
from storage.queries import communities, highlights, timers
from storage.tables import Network
from storage.unit_of_work import UnitOfWork


async def due(timer: TimerFired, turn: Turn) -> None:
    """The network's hour has come: tell what happened since the last digest, or nothing when nothing did.

    After a downtime, or after days without a room to tell it in, there is one digest for all of them, not one each.
    """
    network = await turn.uow.get(Network, int(timer.subject))
    if network is None:
        return
    turn.schedule("digest", str(network.id), rules.next_due(network, turn.now))
    rooms = await communities.highlights_rooms(turn.uow, network.id or 0)
    if not rooms:
        return
    since = rules.since(network)
    card = rules.card(network, since, turn.now)
    for room in rooms:
        there = turn.at(await room_context.of_room(turn.uow, room))
        content = await sections.compose(network, since, turn.now, there)
        if content is not None:
            key = f"digest:{network.id}:{room.id}:{timer.due.isoformat()}"
            there.post_content(Content(text=content), card=card, key=key)
    for highlight, _ in await highlights.published_between(turn.uow, network.id or 0, since, turn.now):
        highlight.digest = card
    network.digested_at = turn.now


async def resume(uow: UnitOfWork, now: datetime) -> None:
    """A network whose last digest could not be made has one again at its next hour."""
    standing = await timers.timers_of(uow, "digest")
    for network in await communities.networks(uow):
        if str(network.id) not in standing:
            uow.defer(timers.TIMER, {"kind": "digest", "subject": str(network.id), "due": rules.next_due(network, now)})


async def shown(subject: str, turn: Turn) -> Content | None:
    """A digest drawn anew, after a highlight that it quotes was changed or taken back."""
    network_id, since, until = rules.period(subject)
    network = await turn.uow.get(Network, network_id)
    if network is None:
        return None
    content = await sections.compose(network, since, until, turn)
    return Content(text=content if content is not None else turn.text("digest-taken-back", network=network.name))


async def now(_call: CommandInvoked, _args: Args, turn: Turn) -> None:
    """`digest`: what tonight's digest would say so far."""
    network = turn.scene.network
    assert network is not None, "the command is declared with needs='network'"
    content = await sections.compose(network, rules.since(network), turn.now, turn)
    if content is None:
        turn.answer("digest-empty", at=rules.next_due(network, turn.now))
    else:
        turn.answer_content(Content(text=content))
