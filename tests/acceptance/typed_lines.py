"""Runs a line of typed_lines/*.jsonl through the bot and says what it was taken for.

People type the lines on Wednesday 2026-11-25 at 10:00 UTC in a room with event 1 (Friday 2026-11-27 at 19:00), poll 1
and the settings of `SETTINGS`, and answer yes to what the bot asks. `right` is what comes of it: an event (its start,
its start and end, or days, with its words, and the `rule` of what comes again), a poll, the new time of event 1
(`move`), the new end of poll 1 (`closes`), a setting (`set`), a reply to event 1 (`rsvp`), the person's language
(`language`), the command that gives the same answer (`same`), or `"ask"` where nothing may happen before the bot has
asked. `means` is what a native speaker means by a line about which the bot asks; without it, a person would ask too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

from sqlmodel import select

from storage.tables import Community, Event, EventSeries, Identity, Member, Occurrence, Poll, Rsvp
from tests.acceptance.event_steps import plain_text
from tests.stage import Stage

Row = Mapping[str, object]
NOW = datetime(2026, 11, 25, 10, tzinfo=UTC)
ZONES = {"en": "Europe/London", "fr": "Europe/Paris", "de": "Europe/Berlin", "es": "Europe/Madrid"}
YES = {"en": "yes", "fr": "oui", "de": "ja", "es": "sí"}
SETTINGS: Mapping[str, object] = {"reminders": "2h", "quiet_hours": "23:30-06:00", "rules": "Be kind"}
SET_UP = "!event Potluck 2026-11-27 19:00", "yes", '!poll "Tea?" yes no'


def lines(locale: str) -> list[Row]:
    """Return the lines of a language."""
    text = (Path(__file__).parent / "typed_lines" / f"{locale}.jsonl").read_text(encoding="utf-8")
    return [json.loads(line) for line in text.splitlines()]


async def meaning(stage: Stage, locale: str, row: Row, room: str) -> object:
    """Type a line in a new room. Return what came of it as `right` says it, or "silence" for no answer."""
    zone, right = str(row.get("zone", ZONES[locale])), row["right"]
    community = await _set_up(stage, room, locale, zone)
    before = await _state(stage, community, room, zone)
    answer = await _answer(stage, str(row["typed"]), room)
    if isinstance(right, dict) and "same" in right:
        await _set_up(stage, f"{room}-twin", locale, zone)
        return right if answer == await _answer(stage, right["same"], f"{room}-twin") else answer
    await stage.say(f"@{room}", YES[locale], room)
    after = await _state(stage, community, room, zone)
    changes = [value for name, value in after.items() if value != before.get(name)]
    if changes:
        return changes[0] if len(changes) == 1 else changes
    return "ask" if answer else "silence"


async def _set_up(stage: Stage, room: str, locale: str, zone: str) -> int:
    """Make a community of this room, with an event and a poll. Return its id."""
    made = await stage.community(
        room, name="Town", locale=locale, zone=zone, connector=f"@{room}", network=None, **SETTINGS
    )
    for line in SET_UP:
        await stage.say(f"@{room}", line, room)
    return made.id


async def _answer(stage: Stage, line: str, room: str) -> str:
    """Type a line and return what the bot says."""
    seen = {message.id for message in stage.shown(room)}
    await stage.say(f"@{room}", line, room)
    return "\n".join(plain_text(message) for message in stage.shown(room) if message.id not in seen)


async def _state(stage: Stage, community: int, room: str, zone: str) -> dict[str, object]:
    """Return what a line may change, each by a name of its own."""
    async with stage.database.reading() as uow:
        query = select(Event, Occurrence).join(Occurrence).where(Event.community_id == community)
        events = await uow.rows(query)
        rules = {series.id: series.rule for series in await uow.all(select(EventSeries))}
        polls = await uow.all(select(Poll).where(Poll.community_id == community))
        [settings] = await uow.all(select(Community).where(Community.id == community))
        [member] = await uow.all(select(Member).join(Identity).where(Identity.user == f"@{room}"))
        replies = await uow.all(select(Rsvp).where(Rsvp.member_id == member.id))
        return {
            **{f"event {event.id}": _event(event, date, rules.get(event.series_id or 0)) for event, date in events},
            **{f"poll {poll.number}": _poll(poll, zone) for poll in polls},
            **{name: {"set": {name: value}} for name, value in settings.model_dump(mode="json").items()},
            **{f"reply {reply.occurrence_id}": {"rsvp": reply.answer} for reply in replies},
            "language": {"language": member.locale},
        }


def _event(event: Event, date: Occurrence, rule: str | None) -> object:
    start = date.wall_start[:16] + (f"/{date.wall_end[:16]}" if date.wall_end else "")
    if date.all_day and date.wall_end:
        first, last = date.wall_start[:10], datetime.fromisoformat(date.wall_end) - timedelta(days=1)
        start = f"{first}/{last:%Y-%m-%d}"
    if event.number == 1:
        return {"move": start}
    words = {
        "title": event.title, "place": event.place, "about": event.description, "link": event.link, "rule": rule or "",
    }  # fmt: skip
    return {"event": start, **{name: value for name, value in words.items() if value}}


def _poll(poll: Poll, zone: str) -> object:
    closes = f"{poll.closes_at.astimezone(ZoneInfo(zone)):%Y-%m-%dT%H:%M}" if poll.closes_at else None
    if poll.number == 1 and poll.question == "Tea?":
        return {"closes": closes}
    more = {"closes": closes, "choices": poll.max_choices if poll.max_choices > 1 else None}
    options = json.loads(poll.options)
    return {"poll": poll.question, "options": options, **{name: value for name, value in more.items() if value}}
