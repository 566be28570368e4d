"""`event host`: who holds an event, by name. People offer themselves, or say yes when a connector asks them."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.inbound import CommandInvoked, MemberLeft
from bots.core.outbound import Content
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.richtext import Mention
from bots.dialogs.asked_person import AskedPerson
from bots.dialogs.people import find_person
from bots.features.events import lookup, rules, views
from bots.features.events.commands import EVENT_HOST
from bots.i18n import answers
from bots.turn import cards, presence
from bots.turn.authorization import check_right
from bots.turn.notices import PersonErased
from bots.turn.turn import Turn
from storage.queries import event_hosts, events, members
from storage.queries.events import EventOccurrence
from storage.tables import Event, Identity, Member

CARD = "eventhost"
"""The question to somebody. Its subject: the event."""


async def choose(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `event host [number]` (I do), `event host [number] no`, and `event host [number] person`."""
    planned = await lookup.find_event(call, args.optional_text("number"), turn)
    rules.check_changeable(*planned, turn.now)
    given = args.optional_text("person")
    if given is not None and answers.match(given, "no", "none", "off"):
        await _end(planned.event, turn)
        return
    person = await _person(call, args, turn) if given is not None else None
    if given is None or (person is not None and person.member_id == turn.member_id):
        await _volunteer(planned.event, turn)
    elif person is not None:
        await _ask(planned, person, turn)


async def _person(call: CommandInvoked, args: Args, turn: Turn) -> Identity | None:
    pool = await members.identities_in_place(turn.uow, turn.place, turn.room.platform)
    return await find_person(EVENT_HOST.name, call, args, turn, pool)


async def _volunteer(event: Event, turn: Turn) -> None:
    """Let the acting person host, unless somebody else does."""
    present = await _host(event, turn)
    if present is not None and present.id != turn.member_id:
        raise Refusal("event-host-taken", name=turn.name(present.name), title=views.title(event))
    await _set(event, turn.member_id, turn)
    turn.answer("event-host-you", title=views.title(event), number=str(event.number))


async def _end(event: Event, turn: Turn) -> None:
    """Take the host away: themself, or whom a connector asked."""
    if event.host_id is None:
        raise Refusal("event-host-nobody", title=views.title(event), number=str(event.number))
    if event.host_id != turn.member_id:
        await check_right(Right.CONNECTOR, EVENT_HOST.name, turn)
    await _set(event, None, turn)
    turn.refresh_card(f"{CARD}:{event.id}")
    turn.answer("event-host-nobody", title=views.title(event), number=str(event.number))


async def _ask(planned: EventOccurrence, person: Identity, turn: Turn) -> None:
    """Ask somebody in the room. The former host no longer hosts. The new one's name appears only after their yes."""
    await check_right(Right.CONNECTOR, EVENT_HOST.name, turn)
    event = planned.event
    if event.host_id == person.member_id and not event.host_asked:
        raise Refusal("event-host-taken", name=turn.name(person.name), title=views.title(event))
    turn.describe_act(subject=person.member_id, number=str(event.number))
    if event.host_id is not None and event.host_asked:
        await turn.withdraw_card(f"{CARD}:{event.id}")
    await _set(event, None, turn)
    event.host_id, event.host_asked = person.member_id, True
    await cards.post(render, f"{CARD}:{event.id}", turn)
    await QUESTION.expect(str(event.id), person.user, turn)


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the question to somebody, or what they said."""
    planned = await events.of_event(turn.uow, int(subject))
    if planned is None or rules.is_gone(planned.event) or turn.room_context.place is None:
        return None
    event = planned.event
    title = views.title(event)
    host = await _host(event, turn)
    if host is not None:
        return Content(text=turn.text("event-host-is", name=turn.name(host.name), title=title))
    asked = [event.host_id] if event.host_id is not None else []
    people = await members.identities_on_platform(turn.uow, asked, turn.room.platform)
    if not people:
        return Content(text=turn.text("event-host-nobody", title=title, number=str(event.number)))
    name = (Mention(people[0].user, turn.name(people[0].name)),)
    text = turn.text("event-host-ask", name=name, title=title, at=views.start(planned.occurrence, turn))
    return Content(text=text, buttons=QUESTION.buttons(subject, turn), mentions=(people[0].user,))


async def _decide(subject: str, choice: str, turn: Turn) -> None:
    """Say yes or no. Raises Refusal for anybody but the person who is asked."""
    planned = await lookup.event_of_id(subject, turn)
    event = planned.event
    if event.host_id != turn.member_id:
        raise Refusal("answer-not-asked")
    rules.check_changeable(*planned, turn.now)
    if choice == "yes":
        await _set(event, turn.member_id, turn)
    elif event.host_asked:
        event.host_id, event.host_asked = None, False
    turn.refresh_card(f"{CARD}:{event.id}")


async def _host(event: Event, turn: Turn) -> Member | None:
    """Return who hosts an event; not who is only asked."""
    return await turn.uow.get(Member, event.host_id) if event.host_id is not None and not event.host_asked else None


async def _set(event: Event, member: int | None, turn: Turn) -> None:
    """Store who hosts an event; of a series, the dates that follow too."""
    for one in (event, *await event_hosts.following(turn.uow, event, turn.now)):
        one.host_id, one.host_asked = member, False
        turn.refresh_card(f"event:{one.id}")


async def leave(_value: MemberLeft, turn: Turn) -> None:
    """Name nobody as the host who left the last room of their community or network."""
    if not turn.room_context.is_owned:
        return
    hosted = await event_hosts.hosted_by(turn.uow, turn.member_id, turn.holder)
    if hosted and not await presence.is_elsewhere(await presence.rooms_left(turn), turn):
        _clear(hosted, turn)


async def forget(notice: PersonErased, turn: Turn) -> None:
    """Name nobody as the host who wants to be forgotten."""
    _clear(await event_hosts.hosted_by(turn.uow, notice.member_id), turn)


def _clear(hosted: list[Event], turn: Turn) -> None:
    for event in hosted:
        event.host_id, event.host_asked = None, False
        for kind in ("event", CARD):
            turn.refresh_card(f"{kind}:{event.id}", rewrite=True)


QUESTION = AskedPerson(
    kind=CARD, decide=_decide, labels={"yes": ("event-host-yes", "✅"), "no": ("event-host-no", "❌")}
)
