"""A community decides whether to show a network's event: once for a series, or for all later events too."""

from __future__ import annotations

from collections.abc import Sequence

from bots.commands.declaration import Args, Command
from bots.core.inbound import ButtonPressed, CommandInvoked, RoomMoved
from bots.core.outbound import Button, Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.features.events import commands, lookup, rules, series, views, visibility
from bots.turn import cards, distribution
from bots.turn.authorization import check_right
from bots.turn.distribution import Reached
from bots.turn.quiet_hours import quiet_until
from bots.turn.turn import Turn
from storage.queries import communities, events, ownership, placements, showings
from storage.queries.events import EventOccurrence
from storage.tables import Community, Event, Membership, Network, NetworkEvents, Room, RoomRole, Showing, ShowingState

BUTTON = "eventshow"
SHOW, ALWAYS, NO = "show", "always", "no"


async def rows_for(planned: EventOccurrence, new: Sequence[Reached], turn: Turn) -> list[Showing]:
    """Return the rows of communities that an event reached: as they decided about its series, or else about all."""
    event = planned.event
    before = {}
    if event.series_id is not None:
        before = await showings.decided_in_series(turn.uow, event.series_id, [one.community.id for one in new])
    return [
        visibility.DISTRIBUTION.row(event.id, one, before.get(one.community.id) or _usual(one.bond), turn)
        for one in new
    ]


def _usual(bond: Membership) -> ShowingState:
    return ShowingState.SHOWN if bond.events == NetworkEvents.SHOW else ShowingState.ASKED


async def ask(planned: EventOccurrence, home: Room, turn: Turn) -> None:
    """Ask a community's connectors in its home, in quiet hours without a sound."""
    there, card = await turn.for_room(home), f"{visibility.ASK_CARD}:{planned.event.id}"
    silent = quiet_until(there.room_context.place, turn.now) is not None
    await cards.post(render, card, there, key=f"{card}@{home.id}", silent=silent)


async def ask_again(row: Showing, planned: EventOccurrence, turn: Turn) -> None:
    """Ask the connectors of a community that had left and came back; the earlier question says that it is over."""
    room = await distribution.room_of(row, turn)
    if room is not None:
        await cards.show_again(render, f"{visibility.ASK_CARD}:{planned.event.id}", await turn.for_room(room))


async def repost(value: RoomMoved, turn: Turn) -> None:
    """Ask again in the successor of a home what nobody decided yet, because nobody can answer in the old room."""
    community = turn.room_context.community
    if community is None or turn.room.room != value.new_room:
        return
    for row in await showings.of_place(turn.uow, visibility.KIND, community.id, (ShowingState.ASKED,)):
        card = f"{visibility.ASK_CARD}:{row.object_id}"
        if await turn.detach_card(card):
            await cards.post(render, card, turn, key=f"{value.key}:{card}")


async def show(row: Showing, planned: EventOccurrence, turn: Turn, *, key: str | None = None) -> None:
    """Show an event in a community: in its room for events, or else in its home."""
    rooms = await communities.rooms_of_community(turn.uow, row.community_id, RoomRole.EVENTS)
    room = rooms[0] if rooms else await distribution.room_of(row, turn)
    if room is None:
        row.state = ShowingState.HOMELESS
        return
    row.state, row.shown_at, row.room_id = ShowingState.SHOWN, turn.now, room.id
    there, card = await turn.for_room(room), f"event:{planned.event.id}"
    if key is None:
        await cards.show_again(views.render_card, card, there)
    else:
        silent = quiet_until(there.room_context.place, turn.now) is not None
        await cards.post(views.render_card, card, there, key=f"{key}@{room.id}", silent=silent)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the question to the connectors, or what became of it."""
    planned = await events.of_event(turn.uow, int(subject))
    row = await visibility.showing_here(planned.event, turn) if planned is not None else None
    if planned is None or row is None or planned.event.spread_to is None:
        return None
    event, title = planned.event, views.title(planned.event)
    network = await turn.uow.get(Network, event.spread_to)
    bond = await turn.uow.get(Membership, row.membership_id)
    through = await turn.uow.get(Network, bond.network_id) if bond is not None else None
    stands = rules.is_open(*planned, turn.now) and await visibility.hears(row, event, turn)
    if network is None or through is None or not stands or row.state not in lookup.ASKED:
        return Content(text=turn.text("event-ask-over", title=title))
    button = f"{BUTTON}:{event.id}"
    accept = Button(f"{button}:{SHOW}", turn.label("event-ask-show"), "✅")
    always = Button(f"{button}:{ALWAYS}", turn.label("event-ask-always", network=through.name), "🔁")
    if row.state == ShowingState.ASKED:
        decline = Button(f"{button}:{NO}", turn.label("event-ask-decline"), "❌")
        return Content(text=await _question(planned, network, turn), buttons=(accept, always, decline))
    if row.state == ShowingState.SHOWN:
        stop = Button(f"{button}:{NO}", turn.label("event-ask-stop"), "🚫")
        return Content(text=turn.text("event-ask-shown", title=title), buttons=(stop,))
    return Content(text=turn.text("event-ask-declined", title=title), buttons=(accept, always))


async def _question(planned: EventOccurrence, network: Network, turn: Turn) -> Rich:
    rule = await series.rule_line(planned.event, turn)
    host, title = await ownership.place_of(turn.uow, planned.event), views.title(planned.event)
    head = turn.text("event-ask", network=network.name, title=title)
    if isinstance(host, Community):
        head = turn.text("event-ask-by", host=host.name, network=network.name, title=title)
    lines = [line for line in views.describe(planned, turn, rule) if line]
    return join([head, *lines, turn.text("event-ask-series" if rule else "event-ask-who")])


async def press(press: ButtonPressed, turn: Turn) -> None:
    """Take the decision of a connector of the community."""
    planned = await lookup.event_to_decide(press.subject, turn)
    row = await visibility.showing_here(planned.event, turn)
    if row is None or press.choice not in (SHOW, ALWAYS, NO):
        raise Refusal("button-unknown")
    command = commands.EVENT_DECLINE if press.choice == NO else commands.EVENT_ACCEPT
    await check_right(Right.CONNECTOR, command.name, turn)
    await _decide(planned, row, press.choice, command, turn)


async def _decide(planned: EventOccurrence, row: Showing, choice: str, command: Command, turn: Turn) -> None:
    await _check_stands(planned, row, turn)
    turn.effects.used.command = command.name
    turn.describe_act(number=str(planned.event.number))
    if choice == ALWAYS:
        bond = await turn.uow.get(Membership, row.membership_id)
        assert bond is not None, "a row has a bond"
        bond.events = NetworkEvents.SHOW
        turn.uow.forget("memberships")
    for one, date in await _whole_series(planned, row, turn):
        if choice == NO:
            await _stop(one, date.event, turn)
        elif one.state != ShowingState.SHOWN:
            await show(one, date, turn)
        await redraw_question(one, date.event, turn)
    turn.acknowledge(f"event-ask-now-{choice}", title=views.title(planned.event))


async def _check_stands(planned: EventOccurrence, row: Showing, turn: Turn) -> None:
    rules.check_open(*planned, turn.now)
    if row.state not in lookup.ASKED or not await visibility.hears(row, planned.event, turn):
        raise Refusal("event-ask-gone", title=views.title(planned.event))


async def _whole_series(planned: EventOccurrence, row: Showing, turn: Turn) -> list[tuple[Showing, EventOccurrence]]:
    """Return the community's rows of an event, and of all dates of its series that are shown and still to come."""
    found = [(row, planned)]
    if planned.event.series_id is not None:
        others = await showings.of_series(turn.uow, planned.event.series_id, row.community_id)
        for other in others:
            date = await events.of_event(turn.uow, other.object_id) if other.id != row.id else None
            if date is not None and rules.is_open(*date, turn.now) and other.state in lookup.ASKED:
                found.append((other, date))
    return found


async def _stop(row: Showing, event: Event, turn: Turn) -> None:
    """Close the card of an event that a community declined or no longer wants."""
    row.state = ShowingState.DECLINED
    await redraw_here(f"event:{event.id}", row, turn)


async def redraw_question(row: Showing, event: Event, turn: Turn) -> None:
    """Show what became of the question in a community."""
    await redraw_here(f"{visibility.ASK_CARD}:{event.id}", row, turn)


async def redraw_here(card: str, row: Showing, turn: Turn) -> None:
    """Redraw a card in the rooms of one community only, since very many others may show it."""
    kind, _, subject = card.partition(":")
    renderer = render if kind == visibility.ASK_CARD else views.render_card
    for room in await communities.rooms_of_community(turn.uow, row.community_id):
        there = await turn.for_room(room)
        content = await renderer(subject, there)
        for placement in await placements.in_room(turn.uow, room.account, room.room, card):
            if content is not None:
                cards.enqueue_edit(placement, content, there, turn.value.key)


async def accept(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event accept [number]`: show an event of a network in this community."""
    await _by_command(call, args, SHOW, commands.EVENT_ACCEPT, turn)


async def decline(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event decline [number]`: don't show an event of a network in this community, or no longer."""
    await _by_command(call, args, NO, commands.EVENT_DECLINE, turn)


async def _by_command(call: CommandInvoked, args: Args, choice: str, command: Command, turn: Turn) -> None:
    planned, row = await lookup.find_asked(call, args.optional_text("number"), turn)
    await _decide(planned, row, choice, command, turn)
    if not turn.answers_privately:
        turn.answer(f"event-ask-now-{choice}", title=views.title(planned.event))
