"""How long a community keeps its past: polls, events and highlights that are over. Shorter than before asks first."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bots.commands import localization
from bots.core.inbound import TimerFired
from bots.core.refusal import Refusal
from bots.dates import durations
from bots.dates.vocabulary import fold
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands
from bots.i18n import answers, languages, texts
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.queries import history
from storage.tables import Community

COLUMN = "history_days"
ALWAYS = "always"
TIMER = "history"
LEAST_DAYS, _MOST_DAYS = 30, 3650
_UNITS = {"months": 30, "years": 365}
"""Days of the units that lengths of time don't have elsewhere."""
_LONGEST = 60
_EVERY = timedelta(days=1)
"""It is tidied once a day; the first time a day after the yes, so that somebody can think better of it."""


def parse(text: str) -> int:
    """Return a number of days from "1 year", "6 months" or "90"; 0 for always. Raises Refusal("config-history")."""
    typed = text.strip()[:_LONGEST]
    if typed == "0" or answers.match(typed, "none", "off") or localization.match_choice(typed, "choice", (ALWAYS,)):
        return 0
    days = _days(fold(typed))
    if days is None or not LEAST_DAYS <= days <= _MOST_DAYS:
        raise Refusal("config-history", argument="value", given=text, least=LEAST_DAYS)
    return days


def _days(typed: str) -> int | None:
    """Return the days in a folded text, or None."""
    if typed.isdecimal() and typed.isascii():
        return int(typed)
    number, _, unit = typed.partition(" ")
    count = durations.read_amount(number)
    for name, days in _UNITS.items():
        said = (fold(word) for code in languages.codes() for word in texts.words(code, f"history-{name}").split(", "))
        if count is not None and unit.strip() in said:
            return round(count * days)
    length = durations.read_offset(typed)
    return length.days if length is not None and not length.minutes else None


def show(value: object, locale: str) -> str:
    """Return a number of days as people read it."""
    days = int(str(value))
    if not days:
        return texts.words(locale, f"choice-{ALWAYS}")
    unit = next((unit for unit in ("years", "months") if not days % _UNITS[unit]), "days")
    return texts.words(locale, f"unit-{unit}", {"count": days // _UNITS.get(unit, 1)})


async def ask(days: int, turn: Turn) -> bool:
    """Ask before something of the past may go. Return False where nothing goes that would have stayed."""
    community, before = turn.community, turn.community.history_days
    if not days or (before and before <= days):
        return False
    past = await history.count(turn.uow, community.id, turn.now - timedelta(days=days))
    args = {"length": show(days, turn.answer_locale), **past._asdict()}
    await SHORTEN.ask(str(days), turn.answer_text("history-ask", **args), turn)
    return True


async def _shorten(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    community = turn.community
    community.history_days = int(subject)
    turn.schedule(TIMER, str(community.id), turn.now + _EVERY)
    turn.answer("history-set", length=show(subject, turn.answer_locale))


async def tidy(timer: TimerFired, turn: Turn) -> None:
    """Let each feature erase what is over for longer than a community keeps it, and come back tomorrow."""
    community = await turn.uow.get(Community, int(timer.subject))
    if community is None or not community.history_days or not community.name:
        return
    await turn.notify(HistoryEnded(community, turn.now - timedelta(days=community.history_days)))
    turn.schedule(TIMER, timer.subject, turn.now + _EVERY)


SHORTEN = YesNo(kind="history", yes="history-yes", no="history-no", command=commands.CONFIG, act=_shorten)
