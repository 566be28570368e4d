"""Alerts: an hourly look at each community of a network, in pages, and one message for each matter.

A community's connectors hear of it first. Coordinators hear of it when it lasts, in their circle or in private; its end
is an edit of that message.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from functools import partial

from bots.core.inbound import TimerFired
from bots.core.outbound import Content
from bots.features.coordination import alert_rules, alert_texts, needs
from bots.features.coordination.alert_texts import CARD
from bots.turn import cards
from bots.turn.notices import NetworkCreated
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import alerts, communities, community_states, member_selection, members, removal, timers
from storage.queries.community_states import CommunityState
from storage.tables import Alert, AlertKind, AlertRule, Community, Network, Role, Room
from storage.unit_of_work import UnitOfWork

TIMER, REST = "alerts", "alerts-rest"
EVERY = timedelta(hours=1)
PAGE = 25
"""Communities in one transaction."""
MOST_A_DAY = 5
"""Matters that coordinators read one by one. The rest of a day's alerts share one message: nobody reads ninety."""
_DAY = timedelta(days=1)


async def look(timer: TimerFired, turn: Turn) -> None:
    """Begin a look at a network's communities, and set the timer for the next one."""
    network = await turn.uow.get(Network, int(timer.subject))
    if network is None:
        return
    turn.schedule(TIMER, timer.subject, turn.now + EVERY)
    for alert in await alerts.orphans(turn.uow, network.id, PAGE):
        await _close(alert, turn, solved=False)
    await _look_at_page(network, 0, turn)


async def look_on(timer: TimerFired, turn: Turn) -> None:
    """Go on with the communities after the last one."""
    network_id, _, after = timer.subject.partition("@")
    network = await turn.uow.get(Network, int(network_id))
    if network is not None:
        await _look_at_page(network, int(after), turn)


async def _look_at_page(network: Network, after: int, turn: Turn) -> None:
    page = await member_selection.next_page(turn.uow, network.id, after=after, limit=PAGE)
    if len(page) == PAGE:
        turn.schedule(REST, f"{network.id}@{page[-1].id}", turn.now)
    rules = await alerts.rules_of(turn.uow, network.id)
    found = await community_states.states(turn.uow, network.id, turn.now - needs.PERIOD, turn.now, page)
    states = {state.community.id: state for state in found}
    opened = await alerts.open_in(turn.uow, network.id, [community.id for community in page])
    present = {(alert.community_id, alert.kind): alert for alert in opened}
    untold = {community.id for community in await alerts.untold(turn.uow, network.id)}
    for community in page:
        state = states.get(community.id) if community.id not in untold else None
        for kind in AlertKind:
            rule, alert = alert_rules.rule_of(network.id, kind, rules), present.get((community.id, kind))
            await _consider(alert, state, rule, network, turn)


async def _consider(
    alert: Alert | None, state: CommunityState | None, rule: AlertRule, network: Network, turn: Turn
) -> None:
    """Open, tell or close one matter of one community. `state` is None where it is held back, or not wanted."""
    if state is None or not rule.enabled:
        if alert is not None:
            await _close(alert, turn, solved=False)
        return
    since = alert_rules.began(rule.kind, state, alert, turn.now)
    if since is None or not alert_rules.is_worth_keeping(rule.kind, since, state, rule, turn.now):
        if alert is not None:
            await _close(alert, turn, solved=True)
        return
    if alert is None:
        row = Alert(network_id=network.id, community_id=state.community.id, kind=rule.kind, since=since)
        alert = await turn.uow.add(row)
    alert.since = since
    if alert_rules.has_nobody(rule.kind, state):
        await _tell_of_nobody(alert, network, turn)
    else:
        await _tell(alert, state.community, rule, network, turn)


async def _tell_of_nobody(alert: Alert, network: Network, turn: Turn) -> None:
    """Send the network an alert about a community without connectors, outside of its quiet hours, and again later."""
    alert.community_told_at = alert.community_told_at or turn.now  # there is nobody to tell
    told = alert.network_told_at
    due = told is None or turn.now >= told + alert_rules.AGAIN_AFTER
    if due and quiet_until(network, turn.now) is None:
        await _tell_network(alert, network, turn)


async def _tell(alert: Alert, community: Community, rule: AlertRule, network: Network, turn: Turn) -> None:
    """Send the alert to the community or to the network if it is due there, outside of their quiet hours."""
    if alert_rules.tells_community(alert, rule, turn.now) and quiet_until(community, turn.now) is None:
        alert.community_told_at = await alerts.told_elsewhere(turn.uow, alert)
        if alert.community_told_at is None:
            await _tell_community(alert, community, network, turn)
            alert.community_told_at = turn.now
    if alert_rules.tells_network(alert, rule, turn.now) and quiet_until(network, turn.now) is None:
        await _tell_network(alert, network, turn)


async def _tell_community(alert: Alert, community: Community, network: Network, turn: Turn) -> None:
    active = await communities.rooms_of_community(turn.uow, community.id)
    rooms = active or await removal.rooms_of(turn.uow, community.id)
    if rooms:
        there = await turn.for_room(rooms[0])
        await alert_texts.tell_community(alert, community, network, there, reachable=bool(active))


async def _tell_network(alert: Alert, network: Network, turn: Turn) -> None:
    """Post the alert in the network's circles; where it has none, write to its coordinators."""
    again, told_today = alert.network_told_at, await alerts.count_told(turn.uow, network.id, turn.now - _DAY)
    alert.network_told_at = turn.now
    card, circles = f"{CARD}:{alert.id}", await communities.circle_rooms(turn.uow, network.id)
    if told_today >= MOST_A_DAY:
        await _tell_of_more(circles, network, turn)
        return
    for room in circles:
        there = await turn.for_room(room)
        if again is not None:
            await cards.show_again(alert_texts.render, card, there)
        else:
            await cards.post(alert_texts.render, card, there, key=f"{card}@{room.id}")
    if not circles:
        key = f"{card}:{again.isoformat() if again else ''}"
        await _write_to_coordinators(partial(alert_texts.render, str(alert.id)), key, network, turn, card=card)


async def _tell_of_more(circles: Sequence[Room], network: Network, turn: Turn) -> None:
    """Say once a day that more matters exist than those reported."""
    key = f"alert-more:{network.id}:{turn.now.date()}"
    for room in circles:
        (await turn.for_room(room)).post("alert-more", network=network.name, key=f"{key}@{room.id}")
    if not circles:
        await _write_to_coordinators(partial(_more, network), key, network, turn)


async def _more(network: Network, there: Turn) -> Content:
    return Content(text=there.text("alert-more", network=network.name))


async def _write_to_coordinators(
    render: Callable[[Turn], Awaitable[Content | None]], key: str, network: Network, turn: Turn, *,
    card: str | None = None,
) -> None:  # fmt: skip
    rooms = await communities.rooms_of_place(turn.uow, network)
    if not rooms:
        return
    there = await turn.for_room(rooms[0])
    content = await render(there)
    for person in await members.role_holders(turn.uow, there.room.platform, Role.COORDINATOR, network=network.id):
        if content is not None:
            there.send_direct(person.user, content, card=card, key=f"{key}:{person.id}")


async def _close(alert: Alert, turn: Turn, *, solved: bool) -> None:
    """End a matter: with an edit where coordinators read of it, without a trace where they did not."""
    if alert.network_told_at is None:
        await turn.uow.delete(alert)
        return
    alert.closed_at, alert.solved = turn.now, solved
    turn.refresh_card(f"{CARD}:{alert.id}")


async def begin(notice: NetworkCreated, turn: Turn) -> None:
    """Set the timer of a new network."""
    turn.schedule(TIMER, str(notice.network.id), turn.now + EVERY)


async def restore_timers(uow: UnitOfWork, now: datetime) -> None:
    """Set the timer of each network that has none."""
    present = await timers.subjects_with_timer(uow, TIMER)
    for network in await communities.networks(uow):
        if str(network.id) not in present:
            uow.defer(timers.SET_TIMER, {"kind": TIMER, "subject": str(network.id), "due": now + EVERY})
