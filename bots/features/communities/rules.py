"""Settings, and the values they accept."""

from __future__ import annotations

import re
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache, partial
from typing import TypeVar

from rapidfuzz import process

from bots.commands import localization, synonyms
from bots.commands.folding import fold
from bots.core.refusal import Refusal
from bots.core.sanitize import is_invisible, one_line, strip_controls
from bots.dates import durations, leads, public_holidays, quiet_hours, time_zones
from bots.features.communities.highlight_settings import (
    ANY,
    parse_age,
    parse_carry,
    parse_emoji,
    parse_threshold,
    show_age,
    show_carry,
    show_emoji,
    show_threshold,
)
from bots.features.communities.typed_numbers import number
from bots.i18n import answers, languages, texts
from bots.turn.lead_text import describe_lead
from storage.tables import AfterEvents, AnnouncementStyle, ConsentStyle, DigestEvery, PollStyle, Unanswered

MAX_NAME_LENGTH = 60
MAX_TEXT_LENGTH = 2000
Choice = TypeVar("Choice", bound=StrEnum)
_MAX_NAME_WORDS = 3
_LONGEST_LENGTH = 60
_MAX_REVIEW_MINUTES = 7 * 1440
_CODE_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def name(text: str, argument: str = "name") -> str:
    """Return the name of a community or network on one line. Raises Refusal("name-empty" | "name-too-long")."""
    short = one_line(text)
    if is_invisible(short):
        raise Refusal("name-empty", argument=argument)
    if len(short) > MAX_NAME_LENGTH:
        raise Refusal("name-too-long", argument=argument, length=len(short), limit=MAX_NAME_LENGTH)
    return short


def locale(text: str) -> str:
    """Return a language that we have texts in. Raises Refusal("locale-unknown")."""
    found = languages.named(text)
    if found is None:
        raise Refusal("locale-unknown", argument="locale", given=text, languages=languages.described())
    return found


def zone(text: str) -> str:
    """Return the key of an IANA time zone. Raises Refusal with the nearest names."""
    try:
        return time_zones.find_zone(text).key
    except Refusal as problem:
        text_id = problem.text_id if problem.text_args.get("nearest") else "zone-unknown-bare"
        raise Refusal(text_id, argument="zone", **problem.text_args) from None


def new_code() -> str:
    """Return the code by which communities join a network: eight letters without look-alikes."""
    return "".join(secrets.choice(_CODE_LETTERS) for _ in range(8))


def _is_none(text: str) -> bool:
    return text.strip() == "-" or answers.match(text, "none") is not None


def _text(text: str) -> str:
    """Return the text, or nothing for a word such as `none`. Raises Refusal("text-too-long")."""
    if _is_none(text):
        return ""
    if len(text) > MAX_TEXT_LENGTH:
        raise Refusal("text-too-long", argument="value", length=len(text), limit=MAX_TEXT_LENGTH)
    return strip_controls(text.strip())


def _switch(text: str) -> bool:
    """Return the meaning of a word such as `on` or `no`. Raises Refusal("config-switch")."""
    answer = answers.match(text, "on", "yes", "off", "no")
    if answer is None:
        raise Refusal("config-switch", argument="value", given=text)
    return answer in {"on", "yes"}


def _reminders(text: str) -> str:
    """Return the offsets before an event as the column stores them. Raises Refusal."""
    if _is_none(text):
        return ""
    return ",".join(offset.short for offset in leads.parse_list(_at_start().sub("0", text)))


@lru_cache(maxsize=1)
def _at_start() -> re.Pattern[str]:
    """Return the pattern of the words with which we show a reminder at the start, in any language."""
    said = (re.escape(texts.words(code, "lead-none")) for code in languages.codes())
    return re.compile(rf"(?<![^,;\n])\s{{0,9}}(?:{'|'.join(said)})(?=\s*(?:[,;\n]|$))", re.IGNORECASE)


def _one_of(choices: type[Choice], text: str) -> Choice:
    """Return one of a setting's choices. Raises Refusal("config-choice")."""
    chosen = localization.match_choice(text, "choice", choices)
    if chosen is None:
        raise Refusal("config-choice", argument="value", given=text, choices=tuple(map(str, choices)))
    return choices(chosen)


def _quiet_hours(text: str) -> str:
    """Return a span of the day as the column stores it; nothing for no quiet hours. Raises Refusal."""
    return "" if _is_none(text) or answers.match(text, "no") else str(quiet_hours.parse(text))


def _review(text: str) -> int:
    """Return how many minutes before a digest its coordinators see it; 0 for not at all. Raises Refusal."""
    if _is_none(text) or answers.match(text, "no", "off"):
        return 0
    length = durations.read_offset(fold(text[:_LONGEST_LENGTH]))
    minutes = int(length.length.total_seconds()) // 60 if length is not None else 0
    if not 1 <= minutes <= _MAX_REVIEW_MINUTES:
        raise Refusal("config-review-length", argument="value", given=text)
    return minutes


def _holidays(text: str) -> str:
    """Return the place whose public holidays count; nothing for the country of the zone. Raises Refusal."""
    return "" if _is_none(text) else public_holidays.parse_place(text)


def _name(text: str) -> str:
    return name(text, "value")


@dataclass(frozen=True)
class Setting:
    """A setting: its column, the parser of its values (raises Refusal), and the text that confirms a change.

    `topic`: the topic of the help under which it is listed. `unit`: the text `unit-<unit>` shows the value with it.
    `values`: those among which one chooses; with `free`, others may be typed. `show`: how a value is read, from it and
    a language.
    """

    column: str
    parse: Callable[[str], object]
    confirmation: str = "config-set"
    topic: str = "community"
    unit: str = ""
    values: tuple[str, ...] = ()
    show: Callable[[object, str], str] | None = None
    free: bool = False


_SWITCH = ("on", "off")


def _choice(column: str, choices: type[Choice], *, topic: str) -> Setting:
    return Setting(column, partial(_one_of, choices), topic=topic, values=tuple(map(str, choices)))


_DIGEST = Setting("digest_every", partial(_one_of, DigestEvery), topic="network", values=tuple(map(str, DigestEvery)))
_DIGEST_HOUR = Setting("digest_hour", number(0, 23, "hour"), topic="network", unit="hour")

# A new setting is a column of the table and one line here. Each language names it in `setting-<key>` and explains it in
# `about-<key>`.
COMMUNITY_SETTINGS: Mapping[str, Setting] = {
    "name": Setting("name", _name),
    "locale": Setting("locale", locale, values=languages.codes()),
    "zone": Setting("zone", zone, confirmation="config-zone-set"),
    "welcome": Setting("welcome", _text, topic="newcomers"),
    "rules": Setting("rules", _text, topic="newcomers"),
    "question": Setting("question", _text, topic="newcomers"),
    "greeting-seconds": Setting("greeting_seconds", number(0, 3600, "seconds"), topic="newcomers", unit="seconds"),
    "greeter-minutes": Setting("greeter_minutes", number(1, 10080, "minutes"), topic="newcomers", unit="minutes"),
    "quiet-hours": Setting("quiet_hours", _quiet_hours, topic="community"),
    "reminders": Setting("reminders", _reminders, topic="events"),
    "after-events": Setting(
        "after_events", partial(_one_of, AfterEvents), topic="events", values=tuple(map(str, AfterEvents))
    ),
    "holidays": Setting("holidays", _holidays, topic="events"),
    "next-date": Setting("next_date_days", number(0, 60, "days"), topic="events", unit="days"),
    "poll-style": Setting(
        "poll_style", partial(_one_of, PollStyle), topic="community", values=tuple(map(str, PollStyle))
    ),
    "consent": Setting(
        "consent", partial(_one_of, ConsentStyle), topic="network", values=tuple(map(str, ConsentStyle))
    ),
    "threshold": Setting("threshold", parse_threshold, topic="network", show=show_threshold),
    "highlight-age": Setting(
        "highlight_age_minutes", parse_age, topic="network", values=(ANY,), show=show_age, free=True
    ),
    "highlight-emoji": Setting(
        "highlight_emoji", parse_emoji, topic="network", values=(ANY,), show=show_emoji, free=True
    ),
    "hold-back": Setting("hold_back_minutes", number(0, 1440, "minutes"), topic="network", unit="minutes"),
    "digest": _DIGEST,
    "digest-hour": _DIGEST_HOUR,
    "announcements": Setting(
        "announcements", partial(_one_of, AnnouncementStyle), topic="network", values=tuple(map(str, AnnouncementStyle))
    ),
    "unanswered": Setting(
        "unanswered", partial(_one_of, Unanswered), topic="network", values=tuple(map(str, Unanswered))
    ),
    "listening": Setting("receives_highlights", _switch, topic="network", values=_SWITCH),
}
NETWORK_SETTINGS: Mapping[str, Setting] = {
    "name": Setting("name", _name),
    "locale": Setting("locale", locale, values=languages.codes()),
    "zone": Setting("zone", zone),
    "quiet-hours": Setting("quiet_hours", _quiet_hours, topic="community"),
    "reminders": Setting("reminders", _reminders, topic="events"),
    "poll-style": Setting(
        "poll_style", partial(_one_of, PollStyle), topic="community", values=tuple(map(str, PollStyle))
    ),
    "digest": _DIGEST,
    "digest-hour": _DIGEST_HOUR,
    "digest-review": Setting("digest_review", _review, topic="network"),
    "digest-waits": Setting("digest_waits", _switch, topic="network", values=_SWITCH),
    "auto-pick": Setting("carry_people", parse_carry, topic="network", values=("never",), show=show_carry, free=True),
    "answer-hours": Setting("answer_hours", number(1, 168, "hours"), topic="network", unit="hours"),
}


def format_value(setting: Setting, value: object, locale: str) -> str:
    """Return a setting's value as people read it, with its unit."""
    if setting.show is not None:
        return setting.show(value, locale)
    if isinstance(value, bool):
        return texts.words(locale, "choice-on" if value else "choice-off")
    if isinstance(value, StrEnum):
        return texts.words(locale, f"choice-{value}")
    if setting.unit:
        return texts.words(locale, f"unit-{setting.unit}", {"count": value})
    if setting.column == "locale":
        return languages.language(languages.supported(str(value))).name
    if setting.column == "digest_review" and value:
        return describe_lead(durations.Offset(*divmod(int(str(value)), 1440)), locale)
    if setting.column == "reminders" and value:
        return ", ".join(describe_lead(offset, locale) for offset in leads.parse_leads(str(value)))
    if setting.column == "holidays" and value:
        return public_holidays.name_of(str(value), locale)
    return str(value or "") or texts.words(locale, "config-none")


def value_label(setting: Setting, value: str, locale: str) -> str:
    """Return one of the values among which one chooses, for a button."""
    if setting.column == "locale":
        return languages.language(value).name
    return texts.words(locale, f"choice-{value}")


def setting_label(key: str, locale: str) -> str:
    """Return a setting's key in this language."""
    return texts.words(locale, f"setting-{key}")


def match_setting(
    typed: str, value: str | None, settings: Mapping[str, Setting], locale: str
) -> tuple[str, str | None]:
    """Return the key of the setting that somebody typed, and its value.

    The name may have more words than one ("quiet hours 22-7"). Raises Refusal("config-unknown") with the nearest ones.
    """
    words = (value or "").split(maxsplit=_MAX_NAME_WORDS)
    for more in range(min(len(words), _MAX_NAME_WORDS - 1), -1, -1):
        if (key := _find_setting(" ".join((typed, *words[:more])), settings)) is not None:
            rest = (value or "").split(maxsplit=more)[more:] if more else [value] if value else []
            return key, rest[0] if rest else None
    labels = tuple(setting_label(key, locale) for key in settings)
    nearest = tuple(label for label, _, _ in process.extract(typed.strip().lower(), labels, limit=2))
    raise Refusal("config-unknown", argument="key", given=typed, nearest=nearest, keys=labels)


def _find_setting(said: str, settings: Mapping[str, Setting]) -> str | None:
    """Return the key of the setting of this name in any language, or of another word for it."""
    key = localization.match_choice("-".join(said.split()), "setting", settings)
    meant = (line.partition(" ") for line in synonyms.meanings().get(fold(said[:MAX_NAME_LENGTH]), ()))
    return key or next((name for root, _, name in meant if root == "config" and name in settings), None)
