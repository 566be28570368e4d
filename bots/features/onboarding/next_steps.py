"""What a greeted newcomer learns: upcoming events, open polls, and how to ask."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from bots.core.outbound import Content
from bots.core.richtext import Rich, Text, join
from bots.dates import formatting
from bots.features.onboarding import rules, steps
from bots.features.onboarding.greeters import MAX_NAMES, names_of
from bots.turn.digest_section import shorten
from bots.turn.turn import Turn
from storage.queries import events, polls
from storage.tables import Journey, Occurrence


async def tell(greeted: Sequence[Journey], turn: Turn) -> None:
    """Tell each newcomer in private where that conversation exists, the others together in the room."""
    outside = [journey for journey in greeted if not journey.place or journey.place == turn.room.room]
    for journey in greeted:
        if journey not in outside:
            there = await steps.in_own_language(journey, turn)
            head = there.text("onboarding-next", community=turn.community.name)
            content = Content(text=await _news(head, "onboarding-next-ask", there), silent=True)
            turn.send_direct(journey.user, content, key=f"journey:{rules.arrival_key(journey)}:next")
    named = outside[:MAX_NAMES]
    if named:
        head = turn.text("onboarding-next-here", names=names_of(named))
        text = await _news(head, "onboarding-next-ask-here", turn)
        turn.post_content(Content(text=text, mentions=tuple(journey.user for journey in named), silent=True))


async def _news(head: Rich, how_to_ask: str, turn: Turn) -> Rich:
    """Return the next event and the newest open poll, if there are any, and how to ask."""
    lines = [head]
    for event, occurrence in await events.upcoming(turn.uow, turn.holder, turn.now, 1):
        at = _day(occurrence, turn) if occurrence.all_day else turn.moment(occurrence.starts_at, style="short")
        lines.append(turn.text("onboarding-next-event", title=shorten(event.title), at=at))
    for poll in list(await polls.open_polls(turn.uow, turn.holder))[-1:]:
        lines.append(turn.text("onboarding-next-poll", question=shorten(poll.question)))
    return join([*lines, turn.text(how_to_ask)])


def _day(occurrence: Occurrence, turn: Turn) -> Text:
    """Return the first day of an event of whole days, which has no hour."""
    first = datetime.fromisoformat(occurrence.wall_start).date()
    return Text(formatting.format_date(first, ZoneInfo(occurrence.zone), turn.room_context.locale, "short"))
