"""Recurring polls: `poll "Who cooks?" Anna, Ben repeat="every friday 9:00"`.

When one opens, the next one is stored as a poll that waits for its time, with a number of its own. It is in the list of
polls, and deleting it drops all that would follow. A poll closes by the time the next one opens.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from datetime import date, datetime
from zoneinfo import ZoneInfo

import msgspec
from msgspec import structs

from bots.commands.declaration import Args
from bots.core.refusal import Refusal
from bots.core.richtext import Rich
from bots.dates import recurrence
from bots.dates.errors import CalendarProblem
from bots.dates.recurrence import Repetition
from bots.dates.rule_line import parse_repetition
from bots.features.polls import rules, settings
from bots.features.polls.settings import Repeats
from bots.turn import rule_dates
from bots.turn.rule_text import RuleText
from bots.turn.turn import Turn
from storage.queries import polls
from storage.queries.ownership import Holder
from storage.tables import Poll, PollState

_PACKED = "repeats"


def read(text: str | None, turn: Turn, begin: datetime | None) -> Repeats | None:
    """Return how often a poll recurs; at its own hour where no hour is said. Raises Refusal("poll-repeat-how")."""
    if not text:
        return None
    zone, now = turn.room_context.zone, turn.occurred_at
    start = (begin or now).astimezone(zone)
    try:
        found = parse_repetition(
            text, start=start, all_day=False, since=start.date(), locale=turn.room_context.locale, zone=zone, now=now
        )
    except CalendarProblem as problem:
        raise Refusal(problem.text_id, argument="repeat", **problem.text_args) from None
    if found is None:
        raise Refusal("poll-repeat-how", argument="repeat", given=text)
    repetition, slot = found
    return Repeats(
        rule=str(repetition.rule), start=slot.start.astimezone(zone).replace(tzinfo=None).isoformat(timespec="minutes"),
        zone=zone.key, left_out=tuple(repetition.left_out), skips_holidays=repetition.skips_holidays,
    )  # fmt: skip


def pack(repeats: Repeats) -> Mapping[str, str]:
    """Return the argument that keeps a rule in a draft. No command declares it, so that nobody can type one."""
    return {_PACKED: msgspec.json.encode(repeats).decode()}


def unpack(args: Args) -> Repeats | None:
    """Return the rule that a draft kept."""
    packed = args.optional_text(_PACKED)
    return from_the_start(msgspec.json.decode(packed, type=Repeats)) if packed else None


def without(args: Args) -> Args:
    """Return the arguments without the rule that a draft kept."""
    return Args({name: value for name, value in args.values.items() if name != _PACKED})


def from_the_start(repeats: Repeats) -> Repeats:
    """Return a rule for a new row of polls, which has nothing before it."""
    return structs.replace(repeats, before=0, unanswered=0, stopped=False)


def _repetition(repeats: Repeats) -> Repetition:
    return Repetition(
        rule=recurrence.parse_rule(repeats.rule), left_out=repeats.left_out, skips_holidays=repeats.skips_holidays
    )


def _coming(repeats: Repeats, after: datetime, turn: Turn) -> Iterator[datetime]:
    """Yield the instants of a rule after another one."""
    zone, start = ZoneInfo(repeats.zone), datetime.fromisoformat(repeats.start)
    return (at for _, at in rule_dates.dates_after(_repetition(repeats), start, zone, turn.place, after))


def lines(repeats: Repeats | None, turn: Turn) -> list[Rich]:
    """Return how often a poll recurs, in words."""
    if repeats is None:
        return []
    start: date = datetime.fromisoformat(repeats.start).date()
    place = turn.room_context.place
    holidays = rule_dates.holiday_place(place) if place is not None else ""
    said = RuleText(turn.room_context.locale, ZoneInfo(repeats.zone))
    words = said.describe(_repetition(repeats), start, holidays=holidays, since=turn.now.date())
    return [turn.text("poll-rule-repeats", rule=f"{words}, {repeats.start[-5:]}")]


async def plan_next(poll: Poll, turn: Turn) -> Poll | None:
    """Store the poll that follows one that opens now, and end this one by then. None where none follows."""
    given = settings.of(poll)
    at = next(_coming(given.repeats, turn.now, turn), None) if given.repeats is not None else None
    if given.repeats is None or at is None:
        return None
    begun = poll.starts_at or turn.now
    lasts = poll.closes_at - begun if poll.closes_at is not None else None
    poll.closes_at = min(at, turn.now + lasts) if lasts is not None else at
    holder = Holder(community=poll.community_id, network=poll.network_id)
    left, repeats = rules.standing(poll), structs.replace(given.repeats, before=poll.id)
    following = Poll(
        community_id=poll.community_id, network_id=poll.network_id, room_id=poll.room_id, question=poll.question,
        number=await polls.next_number(turn.uow, holder), options=json.dumps([label for _, _, label in left]),
        max_choices=poll.max_choices, kind=poll.kind, style=poll.style, state=PollState.WAITING,
        settings=settings.as_json(structs.replace(given, removed_at=None, repeats=repeats)), created_by=poll.created_by,
        created_at=turn.now, starts_at=at, closes_at=at + lasts if lasts is not None else None,
    )  # fmt: skip
    await turn.uow.add(following)
    turn.schedule("poll-open", str(following.id), at)
    return following


async def following(poll: Poll, turn: Turn) -> Poll | None:
    """Return the poll that waits to follow this one."""
    if settings.of(poll).repeats is None:
        return None
    waiting = await polls.waiting_polls(
        turn.uow, Holder(community=poll.community_id, network=poll.network_id, knows_circle=True)
    )
    return next((one for one in waiting if (of := settings.of(one).repeats) is not None and of.before == poll.id), None)
