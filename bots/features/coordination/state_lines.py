"""A community's state as coordinators read it: a line of a list, and a sheet of its own."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.richtext import Rich, Text, join
from bots.features.coordination import needs
from bots.features.coordination.needs import Need
from bots.turn.turn import Turn
from storage.queries.community_states import CommunityState
from storage.queries.figures import LEAST_COUNT

_DOT: Rich = (Text(" · "),)


def line(state: CommunityState, tags: Sequence[str], turn: Turn) -> Rich:
    """Return one line: what needs a hand first, then the figures of the last weeks, then the tags."""
    wanted = needs.needs_of(state, turn.now)
    parts = [_need(need, state, turn) for need in wanted]
    if Need.CONNECTOR not in wanted:
        parts.append(_seen(state, turn))
    people = [_people(state, turn)] if state.arrived >= LEAST_COUNT else []
    parts += [*people, *_figures(state, turn)]
    parts += [(Text(f"#{tag}"),) for tag in tags]
    text_id = "communities-line-hand" if wanted else "communities-line"
    return turn.text(text_id, place=state.community.name, state=join(parts, _DOT))


def sheet(state: CommunityState, tags: Sequence[str], turn: Turn) -> Rich:
    """Return a line for each thing that coordinators may know of a community."""
    wanted = needs.needs_of(state, turn.now)
    lines = [turn.text("communities-sheet", place=state.community.name, days=needs.PERIOD.days)]
    lines += [(Text("⚠️ "), *_need(need, state, turn)) for need in wanted]
    lines += [(Text("• "), *_seen(state, turn)), (Text("• "), *_people(state, turn))]
    lines.append(turn.text("communities-sheet-held", events=state.events, polls=state.polls))
    lines.append(turn.text("communities-sheet-rooms", active=state.active_rooms, lost=state.lost_rooms))
    if tags:
        lines.append((Text("• "), Text(" ".join(f"#{tag}" for tag in tags))))
    return join(lines)


def _need(need: Need, state: CommunityState, turn: Turn) -> Rich:
    match need:
        case Need.ROOM:
            return turn.text("need-room" if state.active_rooms else "need-room-none", count=state.lost_rooms)
        case Need.CONNECTOR:
            days = needs.days_unseen(state, turn.now)
            if not state.connectors or days is None:
                return turn.text("need-connector-none")
            return turn.text("need-connector", count=days)
        case Need.NEWCOMER:
            return turn.text("need-newcomer")


def _seen(state: CommunityState, turn: Turn) -> Rich:
    """Return when a connector was last seen."""
    days = needs.days_unseen(state, turn.now)
    if days is None:
        return turn.text("seen-not-yet")
    return turn.text("seen-today") if days == 0 else turn.text("seen-days", count=days)


def _people(state: CommunityState, turn: Turn) -> Rich:
    """Return how many newcomers came and were greeted, without a number below five."""
    if state.arrived < LEAST_COUNT:
        return turn.text("communities-few-newcomers")
    if state.greeted < LEAST_COUNT:
        return turn.text("communities-newcomers-few-greeted", arrived=state.arrived)
    if 0 < state.arrived - state.greeted < LEAST_COUNT:
        return turn.text("communities-newcomers-most-greeted", arrived=state.arrived)
    return turn.text("communities-newcomers", arrived=state.arrived, greeted=state.greeted)


def _figures(state: CommunityState, turn: Turn) -> list[Rich]:
    """Return how many events and polls there were, unless there were none."""
    found = {"communities-events": state.events, "communities-polls": state.polls}
    return [turn.text(text_id, count=count) for text_id, count in found.items() if count]
