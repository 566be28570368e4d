"""Options that are dates: read in the room's zone, shown with their weekday, and turned into an event afterwards."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bots.core.inbound import ButtonPressed
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.dates import formatting
from bots.dates.date_option import parse_option
from bots.dates.errors import CalendarProblem
from bots.dates.resolution import Slot
from bots.features.polls import choices, rules, settings, wording
from bots.features.polls.settings import DateOption
from bots.turn.authorization import check_right
from bots.turn.notices import DateChosen
from bots.turn.turn import Turn
from storage.tables import Poll


def read(given: Sequence[str], turn: Turn) -> tuple[tuple[str, ...], tuple[DateOption, ...]]:
    """Return the options of a poll of dates, in the room's language and earliest first, and their times.

    Raises Refusal about the first text that is not a single future date, and what `wording.options` raises.
    """
    wording.options(given)
    slots = sorted((_read(text, turn) for text in given), key=lambda slot: (slot.start, slot.end or slot.start))
    labels = wording.options([_label(slot, turn) for slot in slots])
    return labels, tuple(DateOption(slot.start, slot.end, slot.all_day) for slot in slots)


def read_one(text: str, turn: Turn) -> tuple[str, DateOption]:
    """Return one more option of a poll of dates, and its times. Raises Refusal as `read` does."""
    slot = _read(text, turn)
    return _label(slot, turn), DateOption(slot.start, slot.end, slot.all_day)


def _read(text: str, turn: Turn) -> Slot:
    context = turn.room_context
    try:
        return parse_option(text, locale=context.locale, zone=context.zone, now=turn.occurred_at)
    except CalendarProblem as problem:
        if problem.text_id == "date-past":
            raise Refusal("poll-date-past", argument="options", given=text) from None
        raise Refusal(problem.text_id, argument="options", **{"given": text, **problem.text_args}) from None


def _label(slot: Slot, turn: Turn) -> str:
    """Return a date in words: "Saturday, 5 December at 15:00"; with its end if it has one."""
    zone, locale = turn.room_context.zone, turn.room_context.locale
    if slot.all_day and slot.end is not None:
        first, last = slot.start.date(), (slot.end - timedelta(minutes=1)).date()
        days = dict.fromkeys(formatting.format_date(day, zone, locale) for day in (first, last))
        return " – ".join(days)
    start = formatting.format_instant(slot.start, zone, locale, year_of=turn.occurred_at, named_zone=False)
    if slot.end is None:
        return start
    same_day = slot.end.date() == slot.start.date()
    end = formatting.format_instant(
        slot.end, zone, locale, "time" if same_day else "long", year_of=turn.occurred_at, named_zone=False
    )
    return f"{start} – {end}"


def check_ahead(labels: Sequence[str], dates: Sequence[DateOption], turn: Turn) -> None:
    """Raise Refusal("poll-date-past") if one of the dates is over before people vote."""
    over = next((label for label, date in zip(labels, dates, strict=False) if (date.end or date.start) <= turn.now), "")
    if over:
        raise Refusal("poll-date-past", argument="options", given=over)


async def press_make_event(press: ButtonPressed, turn: Turn) -> None:
    """Hand the date of the button to the events, as a draft that the connector confirms.

    Raises Refusal("poll-not-over" | "poll-date-past" | "button-unknown"), and what `check_right` raises.
    """
    await check_right(Right.CONNECTOR, "event", turn)
    poll = await turn.held_row(Poll, press.subject)
    rules.check_closed(poll)
    index, dates = choices.parse_choice(poll, press.choice or ""), settings.of(poll).dates
    if index >= len(dates):
        raise Refusal("button-unknown")
    check_ahead([rules.labels(poll)[index]], [dates[index]], turn)
    chosen = dates[index]
    await turn.notify(DateChosen(poll.question, chosen.start, chosen.end, chosen.all_day))
