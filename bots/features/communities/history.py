"""How long a community or a network keeps its past: polls, events and highlights that are over.

A time that is shorter than before asks first.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

from bots.commands import localization
from bots.commands.folding import fold, folded_words
from bots.core.inbound import TimerFired
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.dates import durations
from bots.dialogs.yes_no import YesNo
from bots.features.communities import commands
from bots.features.communities.configured_place import configured_place
from bots.i18n import answers, texts
from bots.turn import rounds
from bots.turn.notices import HistoryEnded
from bots.turn.turn import Turn
from storage.queries import communities, history, memberships, showings
from storage.queries.memberships import Place
from storage.queries.ownership import whole
from storage.queries.showings import KINDS
from storage.tables import Community, Network, Poll

COLUMN = "history_days"
ALWAYS = "always"
TIMER = "history"
"""Its subject is the id of a community, or of a network behind a prefix."""
_OF_NETWORK = "network:"
LEAST_DAYS, _MOST_DAYS = 30, 3650
_UNITS = {"months": 30, "years": 365}
"""Days of the units that lengths of time don't have elsewhere."""
_LONGEST = 60
NEWS = "history-news"
"""The timer that tells a network's communities. Its subject: the network, one whose communities are told, and the last
community that was told."""
_EVERY = timedelta(days=1)
"""It is tidied once a day; the first time a day after the yes, so that somebody can think better of it."""
_NOTICE = timedelta(days=7)
"""In a network the first time is later, so that its communities can save a copy."""


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
        if count is not None and unit.strip() in folded_words(f"history-{name}"):
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


async def ask(place: Place, days: int, turn: Turn) -> bool:
    """Ask before something of the past may go. Return False where nothing goes that would have stayed."""
    if not days or (place.history_days and place.history_days <= days):
        return False
    past = await history.count(turn.uow, whole(place), turn.now - timedelta(days=days))
    question = "history-ask" if isinstance(place, Community) else "history-ask-network"
    args = {"length": show(days, turn.answer_locale), **past._asdict()}
    await SHORTEN.ask(str(days), turn.answer_text(question, **args), turn)
    return True


async def _shorten(subject: str, _kept: Mapping[str, str], turn: Turn) -> None:
    place = await configured_place(turn)
    place.history_days = int(subject)
    turn.describe_act(key=texts.words(turn.answer_locale, "setting-history"))
    turn.schedule(TIMER, _subject(place), turn.now + (_EVERY if isinstance(place, Community) else _NOTICE))
    if isinstance(place, Network):
        for told in await memberships.listening_below(turn.uow, place):
            turn.schedule(NEWS, f"{place.id}/{told.id}/0", turn.now)
    done = "history-set" if isinstance(place, Community) else "history-set-network"
    turn.answer(done, length=show(subject, turn.answer_locale))


async def tell_communities(timer: TimerFired, turn: Turn) -> None:
    """Tell the next communities of a network, without a sound, how long it keeps its past from now on."""
    network_id, told_id, after = (parse_int(part) for part in timer.subject.split("/"))
    network = await turn.uow.get(Network, network_id)
    if network is None or told_id is None or after is None or not network.history_days:
        return
    told = await showings.next_listening(turn.uow, KINDS[Poll], told_id, after=after, limit=rounds.SIZE)
    for community, _ in told:
        for room in (await communities.rooms_of_community(turn.uow, community.id))[:1]:
            length = show(network.history_days, community.locale)
            (await turn.for_room(room)).post("history-news", silent=True, network=network.name, length=length)
    if len(told) == rounds.SIZE:
        turn.schedule(NEWS, f"{network_id}/{told_id}/{told[-1][0].id}", turn.now)


def _subject(place: Place) -> str:
    return str(place.id) if isinstance(place, Community) else f"{_OF_NETWORK}{place.id}"


async def _place(subject: str, turn: Turn) -> Place | None:
    if subject.startswith(_OF_NETWORK):
        return await turn.uow.get(Network, int(subject.removeprefix(_OF_NETWORK)))
    return await turn.uow.get(Community, int(subject))


async def tidy(timer: TimerFired, turn: Turn) -> None:
    """Let each feature erase what is over for longer than its place keeps it, and come back tomorrow."""
    place = await _place(timer.subject, turn)
    if place is None or not place.history_days or not place.name:
        return
    await turn.notify(HistoryEnded(place, turn.now - timedelta(days=place.history_days)))
    turn.schedule(TIMER, timer.subject, turn.now + _EVERY)


SHORTEN = YesNo(kind="history", yes="history-yes", no="history-no", command=commands.CONFIG, act=_shorten)
