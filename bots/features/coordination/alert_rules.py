"""When to send an alert about a community: first to its connectors, then to the network's coordinators. Pure."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from bots.core.refusal import Refusal
from bots.dates import durations
from bots.dates.vocabulary import unaccent
from bots.features.coordination.needs import QUIET_AFTER, WAITING_AFTER
from storage.queries.community_states import CommunityState
from storage.tables import Alert, AlertKind, AlertRule

AFTER: Mapping[AlertKind, timedelta] = {
    AlertKind.CONNECTOR: QUIET_AFTER, AlertKind.NEWCOMER: WAITING_AFTER, AlertKind.ROOM: timedelta(days=1),
}  # fmt: skip
"""How long a matter lasts before coordinators hear of it, unless the network says otherwise."""
AGAIN_AFTER = timedelta(days=14)
"""Coordinators hear of a matter again when it still lasts."""
LEAST, MOST = timedelta(hours=2), timedelta(days=365)
_LEAST_UNSEEN = timedelta(days=2)
_LONGEST_HEAD_START = timedelta(days=1)
_LONGEST = 60


def rule_of(network: int, kind: AlertKind, rules: Mapping[AlertKind, AlertRule]) -> AlertRule:
    """Return a network's rule for one kind of matter, or what holds without one."""
    minutes = int(AFTER[kind].total_seconds()) // 60
    return rules.get(kind) or AlertRule(network_id=network, kind=kind, enabled=True, after_minutes=minutes)


def after(rule: AlertRule) -> timedelta:
    """Return how long a matter lasts before coordinators hear of it."""
    return timedelta(minutes=rule.after_minutes)


def head_start(rule: AlertRule) -> timedelta:
    """Return how long before its network a community hears of the matter: a day, or half the time if that is less."""
    return min(_LONGEST_HEAD_START, after(rule) / 2)


def parse_after(kind: AlertKind, text: str, label: str) -> int:
    """Return a length as minutes ("21 days"). Raises Refusal("alerts-length") with the kind's label."""
    found = durations.read_offset(unaccent(text)) if len(text) <= _LONGEST else None
    least = _LEAST_UNSEEN if kind == AlertKind.CONNECTOR else LEAST
    if found is None or not least <= found.length <= MOST:
        raise Refusal("alerts-length", argument="value", given=text, kind=label)
    return int(found.length.total_seconds()) // 60


def began(kind: AlertKind, state: CommunityState, alert: Alert | None, now: datetime) -> datetime | None:
    """Return since when a matter has lasted, or None. Without a time of its own, it begins when we notice it."""
    noticed = alert.since if alert is not None else now
    match kind:
        case AlertKind.CONNECTOR:
            return state.seen_on or noticed if state.connectors else noticed
        case AlertKind.NEWCOMER:
            return state.waiting_since
        case AlertKind.ROOM:
            return noticed if state.lost_rooms or not state.active_rooms else None


def is_worth_keeping(kind: AlertKind, since: datetime, state: CommunityState, rule: AlertRule, now: datetime) -> bool:
    """Return whether a matter has a row: it is due for the community, or only the row knows when it began."""
    unknown = kind == AlertKind.ROOM or (kind == AlertKind.CONNECTOR and state.seen_on is None)
    return unknown or has_nobody(kind, state) or now - since >= after(rule) - head_start(rule)


def has_nobody(kind: AlertKind, state: CommunityState) -> bool:
    """Return whether the matter is that a community has no connector left: coordinators hear of it at once."""
    return kind == AlertKind.CONNECTOR and not state.connectors


def tells_community(alert: Alert, rule: AlertRule, now: datetime) -> bool:
    """Return whether to tell the community's connectors now."""
    return alert.community_told_at is None and now - alert.since >= after(rule) - head_start(rule)


def tells_network(alert: Alert, rule: AlertRule, now: datetime) -> bool:
    """Return whether to tell coordinators now: the community had its time, or the matter goes on since they heard."""
    if alert.network_told_at is not None:
        return now >= alert.network_told_at + AGAIN_AFTER
    told = alert.community_told_at
    return told is not None and now >= told + head_start(rule) and now - alert.since >= after(rule)
