"""What may be set to what."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from rapidfuzz import process

from bots.commands import localization
from bots.core.integers import whole
from bots.core.refusal import Refusal
from bots.core.sanitize import clean
from bots.dates import durations, time_zones
from bots.i18n import texts

_SWITCH = {
    **dict.fromkeys(("on", "yes", "true", "oui", "allumé"), True),
    **dict.fromkeys(("off", "no", "false", "non", "éteint"), False),
}
_NOTHING = frozenset({"none", "off", "-", "aucun", "aucune"})
LONGEST_NAME = 60
LONGEST_TEXT = 2000
_LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"


def name(text: str, argument: str = "name") -> str:
    """A community's or network's name on one line. Raises Refusal("name-empty" | "name-too-long")."""
    short = " ".join(clean(text).split())
    if not short:
        raise Refusal("name-empty", argument=argument)
    if len(short) > LONGEST_NAME:
        raise Refusal("name-too-long", argument=argument, length=len(short), limit=LONGEST_NAME)
    return short


def locale(text: str) -> str:
    """A language we have texts in. Raises Refusal("locale-unknown")."""
    found = texts.named(text)
    if found is None:
        raise Refusal("locale-unknown", argument="locale", given=text)
    return found


def zone(text: str) -> str:
    """An IANA zone's key. Raises Refusal (CalendarProblem) with the nearest names."""
    try:
        return time_zones.find_zone(text).key
    except Refusal as problem:
        text_id = problem.text_id if problem.args_of_text.get("nearest") else "zone-unknown-bare"
        raise Refusal(text_id, argument="zone", **problem.args_of_text) from None


def new_code() -> str:
    """Eight letters without look-alikes: what a community types to link itself."""
    return "".join(secrets.choice(_LETTERS) for _ in range(8))


def _number(least: int, most: int) -> Callable[[str], int]:
    def read(text: str) -> int:
        number = whole(text)
        if number is None or not least <= number <= most:
            raise Refusal("config-number", argument="value", given=text, least=least, most=most)
        return number

    return read


def _text(text: str) -> str:
    if text.strip().lower() in _NOTHING:
        return ""
    if len(text) > LONGEST_TEXT:
        raise Refusal("text-too-long", argument="value", length=len(text), limit=LONGEST_TEXT)
    return clean(text.strip())


def _switch(text: str) -> bool:
    """Raises Refusal("config-switch")."""
    word = text.strip().lower()
    if word not in _SWITCH:
        raise Refusal("config-switch", argument="value", given=text)
    return _SWITCH[word]


def _reminders(text: str) -> str:
    if text.strip().lower() in _NOTHING:
        return ""
    return ",".join(offset.short for offset in durations.parse_spans(text))


def _name(text: str) -> str:
    return name(text, "value")


@dataclass(frozen=True)
class Setting:
    """One key of `config`: the column it sets, and how a value is read (raises Refusal)."""

    column: str
    read: Callable[[str], object]


COMMUNITY: Mapping[str, Setting] = {
    "name": Setting("name", _name),
    "locale": Setting("locale", locale),
    "zone": Setting("zone", zone),
    "welcome": Setting("welcome", _text),
    "rules": Setting("rules", _text),
    "question": Setting("question", _text),
    "greeting-seconds": Setting("greeting_seconds", _number(0, 3600)),
    "greeter-minutes": Setting("greeter_minutes", _number(1, 10080)),
    "listening": Setting("listening", _switch),
    "threshold": Setting("threshold", _number(1, 50)),
    "hold-back": Setting("hold_back_minutes", _number(0, 1440)),
    "reminders": Setting("reminders", _reminders),
}
NETWORK: Mapping[str, Setting] = {
    "name": Setting("name", _name),
    "locale": Setting("locale", locale),
    "zone": Setting("zone", zone),
    "digest-hour": Setting("digest_hour", _number(0, 23)),
}


def shown(value: object, locale: str) -> str:
    """A setting's value as it is typed."""
    if isinstance(value, bool):
        return texts.words(locale, "choice-on" if value else "choice-off")
    return str(value) or "–"


def called(key: str, locale: str) -> str:
    """A setting's key in a language."""
    return texts.words(locale, f"setting-{key}")


def key(typed: str, settings: Mapping[str, Setting], locale: str) -> str:
    """The key that somebody means. Raises Refusal("config-unknown") with the nearest keys in their language."""
    found = localization.meant(typed, "setting", settings)
    if found is not None:
        return found
    keys = tuple(called(one, locale) for one in settings)
    near = tuple(found for found, _, _ in process.extract(typed.strip().lower(), keys, limit=2))
    raise Refusal("config-unknown", argument="key", given=typed, nearest=near, keys=keys)
