"""A digest goes out: to a network's highlights rooms, or to a community's home rooms."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

import msgspec

from bots.core.outbound import Content
from bots.features.digests import charts, collecting, drafts, pages, rules, sections
from bots.turn.notices import DigestPosted
from bots.turn.turn import Turn
from storage.queries import communities
from storage.queries.memberships import Place
from storage.tables import Edition, EditionState, Network, Room, RoomRole

SEND = "send"
"""The purpose of figures that are collected for a digest that goes out."""


async def rooms_of(place: Place, turn: Turn) -> Sequence[Room]:
    """Return the rooms that show the digest of a place."""
    if isinstance(place, Network):
        return await communities.highlights_rooms(turn.uow, place.id)
    return await communities.rooms_of_community(turn.uow, place.id, RoomRole.HOME)


async def send_out(edition: Edition, place: Place, turn: Turn) -> None:
    """Collect the figures of a digest, then post it; at once where that is little work."""
    if await collecting.collect(edition, place, SEND, turn) is not None:
        await post(edition, place, turn.now, turn)


async def post(edition: Edition, place: Place, until: datetime, turn: Turn) -> None:
    """End the period of a digest, whose figures are collected, and post it unless it is empty or skipped.

    State and messages are in one transaction, and only a draft goes out: the same period never does so twice.
    """
    if edition.state != EditionState.DRAFT:
        return
    keys: dict[str, None] = {}
    for room in () if edition.skip else await rooms_of(place, turn):
        there = await turn.for_room(room)
        composed = await sections.compose(edition, place, until, there)
        text = composed.text(there)
        if text is not None:
            if not keys:
                pages.keep(edition, composed, there)
            keys |= dict.fromkeys(composed.keys())
            key = f"digest:{edition.id}:{room.id}"
            pictures = await charts.picture(edition, place, there)
            content = Content(text=text, silent=True, attachments=pictures)
            there.post_content(content, card=rules.card_of(edition), key=key)
    edition.state = EditionState.SKIPPED if edition.skip else EditionState.SENT if keys else EditionState.EMPTY
    edition.until = place.digested_at = until
    edition.changed_at, edition.shown = turn.now, msgspec.json.encode(list(keys)).decode()
    if keys:
        await turn.notify(DigestPosted(rules.card_of(edition), list(keys)))
    turn.refresh_card(f"digestreview:{edition.id}")


async def render(subject: str, turn: Turn) -> Content | None:
    """Render a posted digest again, after a highlight in it changed or was taken back."""
    if "/" in subject:
        return await _render_old(subject, turn)
    edition = await turn.uow.get(Edition, int(subject))
    place = await drafts.place_of(edition, turn) if edition is not None else None
    if edition is None or place is None or edition.until is None:
        return None
    text = (await sections.compose(edition, place, edition.until, turn)).text(turn)
    if text is None:
        return Content(text=turn.text("digest-taken-back", network=place.name))
    return Content(text=text, attachments=await charts.picture(edition, place, turn))


async def _render_old(subject: str, turn: Turn) -> Content | None:
    """Render a digest of the time before editions had rows, without figures."""
    network_id, since, until = rules.parse_old_subject(subject)
    network = await turn.uow.get(Network, network_id)
    if network is None:
        return None
    then = Edition(network_id=network.id, since=since, until=until, changed_at=until)
    text = (await sections.compose(then, network, until, turn)).text(turn)
    return Content(text=text if text is not None else turn.text("digest-taken-back", network=network.name))
