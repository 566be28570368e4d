"""The things that a community needs help with, and its state in words. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from storage.queries.community_states import CommunityState


class Need(StrEnum):
    """What coordinators may help with, the most urgent first. The names are those of alerts."""

    ROOM = "room"  # a room was lost
    CONNECTOR = "connector"  # no connector was seen for long
    NEWCOMER = "newcomer"  # somebody waits for a hello


PERIOD = timedelta(days=30)
"""Figures are about this time."""
QUIET_AFTER = timedelta(days=14)
WAITING_AFTER = timedelta(days=1)


def days_unseen(state: CommunityState, now: datetime) -> int | None:
    """Return for how many days no connector was seen; None if none was seen since we look for signs."""
    return None if state.seen_on is None else max(0, (now.astimezone(UTC).date() - state.seen_on.date()).days)


def needs_of(state: CommunityState, now: datetime) -> Sequence[Need]:
    """Return what a community needs a hand with."""
    unseen = days_unseen(state, now)
    waits = state.waiting_since is not None and state.waiting_since <= now - WAITING_AFTER
    found = {
        Need.ROOM: state.lost_rooms > 0 or not state.active_rooms,
        Need.CONNECTOR: not state.connectors or (unseen is not None and unseen >= QUIET_AFTER.days),
        Need.NEWCOMER: waits,
    }
    return [need for need, present in found.items() if present]


def is_quiet(state: CommunityState, now: datetime) -> bool:
    """Return whether nothing happened: no connector was seen for long, no event took place and no poll was opened."""
    return Need.CONNECTOR in needs_of(state, now) or not (state.events or state.polls or state.arrived)


def ordered(states: Sequence[CommunityState], now: datetime) -> list[CommunityState]:
    """Return the states of those first that need a hand, then by name. Nobody is ranked beyond that."""

    def key(state: CommunityState) -> tuple[bool, int, str]:
        needs = needs_of(state, now)
        first = list(Need).index(needs[0]) if needs else len(Need)
        return not needs, first, state.community.name.casefold()

    return sorted(states, key=key)
