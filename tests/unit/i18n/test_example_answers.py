"""Every answer that a text gives as an example is understood, in each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from bots.commands import localization, topics
from bots.dates import deadline, event_line, leads, quiet_hours, reschedule, time_zones
from bots.dates.errors import CalendarProblem
from bots.features.communities.settings import COMMUNITY_SETTINGS
from bots.features.events import details
from bots.features.polls.command_reader import read_options
from bots.i18n import answers, languages
from bots.i18n.fluent import entries

LOCALES = Path(__file__).parents[3] / "bots" / "locales"
CODE = re.compile(r"`([^`]+)`")
ZONE = ZoneInfo("Europe/Paris")
NOW = datetime(2026, 11, 25, 10, 0, tzinfo=ZONE)
"""A Wednesday."""
CHOICES = (
    "home", "events", "named", "unnamed", "off", "on", "ask", "native", "card", "both", "everything", "curated",
    "digest", "nothing",
)  # fmt: skip
Check = Callable[[str, str], object]


def _time(shown: str, locale: str) -> object:
    """Return the time of an event, or the moment until which a poll is open."""
    try:
        return deadline.parse_when(shown, locale=locale, zone=ZONE, now=NOW)
    except CalendarProblem:
        return _event(f"Potluck {shown}", locale)


def _event(shown: str, locale: str) -> object:
    """Return the draft of an event with a title, or nothing if words are left over or nothing is the title."""
    draft = event_line.parse_event(shown, locale=locale, zone=ZONE, now=NOW)
    return draft if draft.title and not any(letter.isdigit() for letter in draft.title) else None


def _move(shown: str, locale: str) -> object:
    return reschedule.parse_reschedule(
        shown, start=NOW, end=NOW + timedelta(hours=2), locale=locale, zone=ZONE, now=NOW, all_day=False
    )


def _answer(shown: str, _locale: str) -> object:
    return answers.match(shown, "yes", "no", "on", "off", "maybe", "cancel", "none")


def _choice(shown: str, _locale: str) -> object:
    return localization.match_choice(shown, "choice", CHOICES)


def _field_or_answer(shown: str, locale: str) -> object:
    return details.read_changes(shown) if ":" in shown else _answer(shown, locale)


def _quiet_or_none(shown: str, locale: str) -> object:
    return quiet_hours.parse(shown) if any(map(str.isdigit, shown)) else _answer(shown, locale)


EXAMPLES: dict[str, Check] = {
    "event-several-days": _time, "event-day-unsure": _time, "event-hour-unsure": _time, "event-several-hours": _time,
    "event-hour-half": _time,
    "date-past": _time, "date-too-far": _time, "date-impossible": _time, "date-order-unsure": _time,
    "weekday-mismatch": _time, "when-unreadable": _time, "event-move-when": _move, "ask-event-what": _event,
    "span-unreadable": lambda shown, _: leads.parse_leads(shown),
    "about-reminders": lambda shown, _: COMMUNITY_SETTINGS["reminders"].parse(shown),
    "about-quiet-hours": _quiet_or_none, "quiet-hours-unclear": _quiet_or_none,
    "ask-setup-zone": lambda shown, _: time_zones.find_zone(shown),
    "ask-network-create-zone": lambda shown, _: time_zones.find_zone(shown),
    "zone-unknown": lambda shown, _: time_zones.find_zone(shown),
    "zone-unknown-bare": lambda shown, _: time_zones.find_zone(shown),
    "ask-room-role-role": _choice, "ask-me-relay-consent": _choice, "about-poll-style": _choice,
    "config-footer": _answer, "config-switch": _answer, "yes-no-how": _answer,
    "yes-no-hint": _answer, "rsvp-unreadable": _answer, "event-preview-how": _answer, "event-edit-picture": _answer,
    "help-footer": _answer, "answer-in-words": _answer, "event-draft-hint": _field_or_answer,
    "event-edit-what": _field_or_answer, "ask-poll-options": lambda shown, _: len(read_options(shown)) == 2,
    "poll-options-few": lambda shown, _: len(read_options(shown)) == 2,
    "poll-option-twice": lambda shown, _: len(read_options(shown)) == 2,
}  # fmt: skip
"""For the ids of texts: how the answers in them are read. It returns nothing, or raises, for what is not understood."""


def _shown() -> Iterator[tuple[str, str, str]]:
    """Return (language, id of the text, example) for the answers, and for the events that are typed in one line."""
    for code in languages.codes():
        for file in sorted(LOCALES.joinpath(code).glob("*.ftl")):
            for text_id, entry in entries(file.read_text(encoding="utf-8"), file).items():
                examples = (shown for shown in CODE.findall(entry.decode()) if not re.search("[{…]", shown))
                yield from ((code, text_id, shown) for shown in examples)


SHOWN = list(_shown())
ANSWERS = [one for one in SHOWN if one[1] in EXAMPLES and one[2][:1] != "!"]
EVENTS = [one for one in SHOWN if re.match(r"!event [A-Z]", one[2])]
TOPICS = [one for one in SHOWN if one[1] == "help-footer" and one[2].startswith("!help ")]


@pytest.mark.parametrize(("locale", "text_id", "shown"), ANSWERS)
def test_example_answer_is_understood(locale: str, text_id: str, shown: str) -> None:
    """An answer that a text shows is one."""
    assert EXAMPLES[text_id](shown, locale)


@pytest.mark.parametrize(("locale", "text_id", "shown"), EVENTS)
def test_example_event_is_understood(locale: str, text_id: str, shown: str) -> None:
    """An event that a text shows has a title and a time, and all its words are used."""
    assert _event(shown.removeprefix("!event "), locale), text_id


@pytest.mark.parametrize("locale", languages.codes())
def test_help_explains_the_topic_in_its_example(locale: str) -> None:
    """The first example at the foot of the help is a topic."""
    first = next(shown for code, _, shown in TOPICS if code == locale)
    assert topics.find_topic(first.removeprefix("!help ")) is not None


def test_every_kind_of_example_is_found() -> None:
    """None of the texts lost its example."""
    found = {text_id for _, text_id, _ in ANSWERS}
    assert found == EXAMPLES.keys()
    assert len(EVENTS) > 20
