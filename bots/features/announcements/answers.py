"""What members say to the coordinators about an announcement. Only what somebody gives on purpose leaves the room."""

from __future__ import annotations

from bots.commands.declaration import Args
from bots.core.card_id import CardId
from bots.core.inbound import ButtonPressed, CommandInvoked, ReactionAdded, ReactionRemoved
from bots.core.integers import parse_int
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.core.sanitize import display_name
from bots.dialogs import forms, prompts
from bots.features.announcements import commands, lookup, rules, views
from bots.turn import cards
from bots.turn.turn import Turn
from storage.queries import communities, consents
from storage.tables import Announcement, AnnouncementAnswer, AnnouncementState, Community, Network, RelayConsent

CARD = "announceanswer"
"""The kind of card that coordinators read. Its subject: the answer."""
_QUESTIONS = {
    ("circle", "named"): "announce-answer-circle-named",
    ("circle", "unnamed"): "announce-answer-circle-unnamed",
    ("room", "named"): "announce-answer-room-named",
    ("room", "unnamed"): "announce-answer-room-unnamed",
}
"""Where an answer goes, and whether with a name."""


async def press_answer(press: ButtonPressed, turn: Turn) -> None:
    """Ask for the words, and say where they go and with which name."""
    announcement = await turn.row_of_id(Announcement, press.subject)
    if announcement.state != AnnouncementState.SENT or turn.room_context.community is None:
        raise Refusal("announce-over-recalled")
    network = await _network(announcement, turn)
    values = {"number": str(announcement.number)}
    if turn.capabilities.forms and turn.token is not None:
        forms.show(commands.ANNOUNCE_ANSWER, Args(values), turn)
        return
    state = {"values": values, "asking": commands.TEXT.name, "message": None, "reply_to": press.message}
    await turn.open_dialog(prompts.COMMAND_DIALOG, commands.ANNOUNCE_ANSWER.name, state, user=press.person.user)
    where = await _destination(network, turn)
    named = "named" if await _is_named(turn) else "unnamed"
    prompts.ask(commands.TEXT, turn, _QUESTIONS[where, named], network=network.name)


async def _network(announcement: Announcement, turn: Turn) -> Network:
    network = await turn.uow.get(Network, announcement.network_id)
    assert network is not None, "an announcement has a network"
    return network


async def _destination(network: Network, turn: Turn) -> str:
    """Return "circle", or "room" where everybody in the network's room would read an answer."""
    return "circle" if await communities.circle_rooms(turn.uow, network.id) else "room"


async def _is_named(turn: Turn) -> bool:
    """Return whether somebody's words leave with their name: not after they chose otherwise."""
    chosen = await consents.of_member(turn.uow, turn.member_id, turn.community.id)
    return chosen not in (RelayConsent.UNNAMED, RelayConsent.OFF)


async def answer(call: CommandInvoked, args: Args, turn: Turn) -> None:
    """Handle `announce answer [NUMBER] text`: give it to the coordinators, and say that it can be taken back."""
    _, announcement = await lookup.received(call, args, turn)
    if announcement.state != AnnouncementState.SENT:
        raise Refusal("announce-over-recalled")
    network = await _network(announcement, turn)
    name = turn.person_event().person.name if await _is_named(turn) else ""
    row = AnnouncementAnswer(
        announcement_id=announcement.id, community_id=turn.community.id, member_id=turn.member_id, name=name,
        text=rules.text(args.text("text")), at=turn.now,
    )  # fmt: skip
    await turn.uow.add(row)
    for room in await communities.coordination_rooms(turn.uow, network.id):
        await cards.post(render, f"{CARD}:{row.id}", await turn.for_room(room), key=f"{CARD}:{row.id}@{room.id}")
    text = turn.answer_text(f"announce-answered-{await _destination(network, turn)}", network=network.name)
    back = Button(f"annback:{row.id}", turn.in_language(turn.answer_locale).label("announce-take-back"), "🚫")
    turn.answer_content(Content(text=text, buttons=(back,)))


async def render(subject: str, turn: Turn) -> Content | None:
    """Render an answer for the coordinators, or that it was taken back."""
    row = await turn.uow.get(AnnouncementAnswer, parse_int(subject))
    if row is None:
        return Content(text=turn.text("announce-answer-gone"))
    announcement, community = (
        await turn.uow.get(Announcement, row.announcement_id),
        await turn.uow.get(Community, row.community_id),
    )
    if announcement is None or community is None:
        return None
    return Content(text=_line(row, announcement, community, turn))


def _line(row: AnnouncementAnswer, announcement: Announcement, community: Community, turn: Turn) -> Rich:
    who = display_name(row.name) if row.name else turn.label("announce-somebody")
    return turn.text(
        "announce-answer-card", number=str(announcement.number), community=community.name, who=who,
        about=views.quote(row.text),
    )  # fmt: skip


async def press_back(press: ButtonPressed, turn: Turn) -> None:
    """Take an answer back, as its author."""
    row = await turn.row_of_id(AnnouncementAnswer, press.subject)
    if row.member_id != turn.member_id:
        raise Refusal("announce-answer-not-yours")
    card = f"{CARD}:{row.id}"
    await turn.uow.delete(row)
    turn.refresh_card(card, rewrite=True)
    turn.answer("announce-answer-back")


async def count_reaction(_value: ReactionAdded | ReactionRemoved, _card: CardId, _turn: Turn) -> None:
    """Leave a reaction to an announcement as it is stored: the report counts it."""
