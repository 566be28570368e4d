"""The question to a community's connectors, and what happens when nobody answers in time."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from bots.core.inbound import TimerFired
from bots.core.outbound import Button, Content
from bots.features.announcements import showing, views
from bots.turn.turn import Turn
from storage.queries import announcements, members
from storage.tables import (
    Announcement,
    AnnouncementState,
    AnnouncementStyle,
    Community,
    Network,
    Recipient,
    RecipientState,
    Role,
    Unanswered,
)

UNANSWERED_TIMER = "announce-unanswered"
"""Ends the question to a community's connectors. Its subject: the recipient."""
MAX_ASKED = 5
"""How many of a community's connectors are asked."""


async def begin(row: Recipient, announcement: Announcement, community: Community, turn: Turn) -> None:
    """Show an announcement in a community, or ask its connectors first. Neither wakes anybody in quiet hours."""
    until = showing.quiet_end(announcement, community, turn.now)
    if until is not None:
        showing.wait(row, until, turn)
    elif community.announcements == AnnouncementStyle.ASK and not row.asked and row.decided_by is None:
        await _ask(row, announcement, community, turn)
    else:
        await showing.show(row, announcement, community, turn)


async def go_on(timer: TimerFired, turn: Turn) -> None:
    """Go on after quiet hours, or at the time that a connector named."""
    found = await showing.waiting_for(timer, turn)
    if found is not None and found[0].state == RecipientState.WAITING:
        await begin(*found, turn)
        showing.refresh_asked(found[0], found[1], turn)


async def _ask(row: Recipient, announcement: Announcement, community: Community, turn: Turn) -> None:
    """Ask the connectors in private; in the community's home where none can be reached."""
    network = await turn.uow.get(Network, announcement.network_id)
    home = await showing.home_of(community, turn)
    if network is None or home is None:
        showing.end(row, RecipientState.HOMELESS, turn)
        return
    row.state, row.asked, row.due_at = RecipientState.ASKED, True, turn.now + timedelta(hours=network.answer_hours)
    turn.schedule(UNANSWERED_TIMER, str(row.id), row.due_at)
    there, card = await turn.for_room(home), views.ask_of(row)
    content = await render(str(row.id), there)
    assert content is not None, "it was just stored"
    found = await members.role_holders(turn.uow, home.platform, Role.CONNECTOR, community=community.id)
    for number, identity in enumerate(found[:MAX_ASKED]):
        fallback = content if number == 0 else None
        there.send_direct(identity.user, content, card=card, fallback=fallback, key=f"{card}@{identity.id}")
    if not found:
        there.post_content(content, card=card, key=f"{card}@home")


async def give_up(timer: TimerFired, turn: Turn) -> None:
    """Show an announcement about which nobody decided in time, or leave it out: as the community chose."""
    found = await showing.waiting_for(timer, turn)
    if found is None or found[0].state != RecipientState.ASKED:
        return
    row, announcement, community = found
    if community.unanswered == Unanswered.SHOW:
        await showing.show(row, announcement, community, turn)
    else:
        showing.end(row, RecipientState.DECLINED, turn)
    showing.refresh_asked(row, announcement, turn)


def in_community(community: Community, turn: Turn) -> Turn:
    """Return the turn with a community's language and clock, also in a private room."""
    return turn.in_room(replace(turn.room_context, home_community=community, locale_override=community.locale))


async def render(subject: str, turn: Turn) -> Content | None:
    """Render the question to the connectors, or what became of the announcement."""
    row = await turn.uow.get(Recipient, int(subject))
    announcement = await turn.uow.get(Announcement, row.announcement_id) if row is not None else None
    community = await turn.uow.get(Community, row.community_id) if row is not None else None
    network = await turn.uow.get(Network, announcement.network_id) if announcement is not None else None
    if row is None or announcement is None or community is None or network is None:
        return None
    here = in_community(community, turn)
    if announcement.state != AnnouncementState.SENT:
        return Content(text=here.text("announce-recalled-here", network=network.name))
    texts = await announcements.texts_of(turn.uow, announcement.id)
    arguments: dict[str, object] = {
        "network": network.name, "community": community.name,
        "about": views.quote(views.text_for(texts, announcement, community.locale)),
    }  # fmt: skip
    return _content(row, community, arguments, here)


def _content(row: Recipient, community: Community, arguments: dict[str, object], here: Turn) -> Content:
    show = Button(f"annshow:{row.id}", here.label("announce-show-button"), "✅")
    line = Button(f"annline:{row.id}", here.label("announce-line-button"), "✏️")
    later = Button(f"annlater:{row.id}", here.label("announce-later-button"), "⏰")
    decline = Button(f"annno:{row.id}", here.label("announce-decline-button"), "❌")
    down = Button(f"annno:{row.id}", here.label("announce-down-button"), "🚫")
    match row.state:
        case RecipientState.ASKED:
            text = here.text(f"announce-ask-{community.unanswered}", at=row.due_at, **arguments)
            return Content(text=text, buttons=(show, line, later, decline))
        case RecipientState.WAITING:
            text = here.text("announce-ask-waiting", at=row.due_at, **arguments)
            return Content(text=text, buttons=(line, later, decline))
        case RecipientState.SHOWN:
            return Content(text=here.text("announce-ask-shown", **arguments), buttons=(line, down))
        case RecipientState.DECLINED:
            return Content(text=here.text("announce-ask-declined", **arguments), buttons=(show, line))
        case _:
            return Content(text=here.text("announce-ask-over", **arguments))
