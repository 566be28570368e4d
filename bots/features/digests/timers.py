"""The timers of digests: when one is due, when somebody sees it before, and when its figures are collected further."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfoNotFoundError

import structlog

from bots.core.inbound import TimerFired
from bots.features.digests import collecting, drafts, posting, preview, rules
from bots.turn.notices import CommunitySettingChanged, NetworkCreated, NetworkSettingChanged
from bots.turn.turn import Turn
from storage.queries import communities, editions, timers
from storage.queries.memberships import Place
from storage.tables import Community, Edition, Network
from storage.unit_of_work import UnitOfWork

log = structlog.get_logger()
DUE, REVIEW = "digest", "digest-review"
_SPREAD = 300
"""Seconds within which the digests of communities that are due together go out: nobody waits for all of them."""
_TIMES = frozenset({"zone", "digest_hour", "digest_every", "digest_review", "quiet_hours"})
"""The settings that move a digest."""


async def on_due(timer: TimerFired, turn: Turn) -> None:
    """Let the digest of a place go out, unless it waits for somebody's answer.

    After a downtime, or after days without a room, one digest covers the whole time.
    """
    place = await _place(timer.subject, turn)
    if place is None:
        return
    edition = await drafts.draft_of(place, turn)
    waits = not edition.skip and await _waits(place, turn)
    if waits:
        await _review(edition, place, turn)  # in case there was nothing to show before
    await schedule(place, turn, after=timer.due)
    if not waits and await posting.rooms_of(place, turn):
        await posting.send_out(edition, place, turn)


async def _waits(place: Place, turn: Turn) -> bool:
    """Return whether a digest stays until its coordinators let it go. Without a circle nobody could."""
    wanted = isinstance(place, Network) and place.digest_waits and place.digest_review > 0
    return wanted and bool(await communities.circle_rooms(turn.uow, place.id))


async def _review(edition: Edition, place: Place, turn: Turn) -> None:
    if await collecting.collect(edition, place, preview.REVIEW, turn) is not None:
        await preview.post_review(edition, place, turn)


async def on_review(timer: TimerFired, turn: Turn) -> None:
    """Show the coordinators what is to go out."""
    network = await _place(timer.subject, turn)
    if isinstance(network, Network) and network.digest_review:
        await _review(await drafts.draft_of(network, turn), network, turn)


async def on_collect(timer: TimerFired, turn: Turn) -> None:
    """Collect the figures of the next communities, and do what they are for when all are there."""
    edition = await turn.uow.get(Edition, int(timer.subject))
    place = await drafts.place_of(edition, turn) if edition is not None else None
    if edition is None or place is None or not edition.collecting:
        return
    progress = await collecting.go_on(edition, place, turn)
    for purpose in progress.purposes if progress is not None else ():
        if progress is not None and purpose == posting.SEND:
            await posting.post(edition, place, progress.until, turn)
        elif purpose == preview.REVIEW:
            await preview.post_review(edition, place, turn)
        else:
            await preview.post_requested(purpose, edition, place, turn)


async def schedule(place: Place, turn: Turn, *, after: datetime | None = None) -> None:
    """Set the timers of a place's next digest after now, and after `after`."""
    due, subject = rules.next_due(place, max(turn.now, after or turn.now)), rules.subject_of(place)
    edition = await editions.draft(turn.uow, place)
    if edition is not None:
        edition.due = due
    if due is None:
        turn.cancel_timer(DUE, subject)
        turn.cancel_timer(REVIEW, subject)
        return
    spread = timedelta(seconds=place.id % _SPREAD if isinstance(place, Community) else 0)
    turn.schedule(DUE, subject, due + spread)
    if isinstance(place, Network) and place.digest_review:
        turn.schedule(REVIEW, subject, max(turn.now, due - timedelta(minutes=place.digest_review)))
    else:
        turn.cancel_timer(REVIEW, subject)


async def on_network_created(notice: NetworkCreated, turn: Turn) -> None:
    """Set the timer of a new network."""
    await schedule(notice.network, turn)


async def on_setting(notice: NetworkSettingChanged | CommunitySettingChanged, turn: Turn) -> None:
    """Set the timers again when the clock of a place, or the time of its digest, changed."""
    place = notice.network if isinstance(notice, NetworkSettingChanged) else notice.community
    if notice.column == "digest_every" and isinstance(place, Community):
        place.digested_at = place.digested_at or turn.now
    if notice.column in _TIMES:
        await schedule(place, turn)


async def _place(subject: str, turn: Turn) -> Place | None:
    if subject.startswith("c"):
        community = await turn.uow.get(Community, int(subject[1:]))
        return community if community is not None and community.name else None
    return await turn.uow.get(Network, int(subject))


async def restore(uow: UnitOfWork, now: datetime) -> None:
    """Set the timer of each place that has lost it because its last digest failed.

    Skip a place whose time zone this machine does not know: the others must not wait for it.
    """
    scheduled = await timers.subjects_with_timer(uow, DUE)
    places: list[Place] = [*await communities.networks(uow), *await editions.communities_with_digest(uow)]
    for place in places:
        if rules.subject_of(place) in scheduled:
            continue
        try:
            due = rules.next_due(place, now)
        except ZoneInfoNotFoundError:
            log.error("digest-zone-unknown", place=place.name, zone=place.zone)
            continue
        if due is not None:
            uow.defer(timers.SET_TIMER, {"kind": DUE, "subject": rules.subject_of(place), "due": due})
    for edition in await editions.being_collected(uow):
        uow.defer(timers.SET_TIMER, {"kind": collecting.TIMER, "subject": str(edition), "due": now})
