"""The values that settings accept, and how they are stored."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import TypeVar

from bots.commands import checks, localization
from bots.commands.folding import fold
from bots.core.refusal import Refusal
from bots.core.sanitize import strip_controls
from bots.dates import durations, leads, public_holidays, quiet_hours
from bots.features.communities import rules
from bots.i18n import answers
from bots.i18n.listed_words import listed

MAX_TEXT_LENGTH = 2000
Choice = TypeVar("Choice", bound=StrEnum)
_LONGEST_LENGTH = 60
_NOTHING = frozenset({"off", "no", "never", "nothing"})
"""The choices that `no` means, where one of them is offered."""
_MAX_REVIEW_MINUTES = 7 * 1440


def _is_none(text: str) -> bool:
    return text.strip() == "-" or answers.match(text, "none") is not None


def _is_off(text: str) -> bool:
    """Return whether a setting is emptied: `none`, and `no` and `off` where they can't be a value."""
    return _is_none(text) or answers.match(text, "no", "off") is not None


def parse_text(text: str) -> str:
    """Return the text, or nothing for a word such as `none` or `no`. Raises Refusal("text-too-long")."""
    if _is_off(text):
        return ""
    checks.check_length(text, MAX_TEXT_LENGTH, "value")
    return strip_controls(text.strip())


def parse_switch(text: str) -> bool:
    """Return the meaning of a word such as `on` or `no`. Raises Refusal("config-switch")."""
    answer = answers.match(text, "on", "yes", "off", "no")
    if answer is None:
        raise Refusal("config-switch", argument="value", given=text)
    return answer in {"on", "yes"}


def parse_reminders(text: str) -> str:
    """Return the offsets before an event as the column stores them. Raises Refusal."""
    if _is_off(text):
        return ""
    return ",".join(offset.short for offset in leads.parse_list(_at_start().sub("0", text)))


@lru_cache(maxsize=1)
def _at_start() -> re.Pattern[str]:
    """Return the pattern of our words for a reminder at the start, in any language."""
    said = "|".join(map(re.escape, listed("lead-none")))
    return re.compile(rf"(?<![^,;\n])\s{{0,9}}(?:{said})(?=\s*(?:[,;\n]|$))", re.IGNORECASE)


def parse_choice(choices: type[Choice], text: str) -> Choice:
    """Return one of a setting's choices. Raises Refusal("config-choice")."""
    chosen = localization.match_choice(text, "choice", choices) or localization.match_like(text, choices)
    if chosen is None and _is_off(text):
        chosen = next((choice for choice in choices if choice in _NOTHING), None)
    if chosen is None:
        raise Refusal("config-choice", argument="value", given=text, choices=tuple(map(str, choices)))
    return choices(chosen)


def parse_quiet_hours(text: str) -> str:
    """Return a span of the day as the column stores it; nothing for no quiet hours. Raises Refusal."""
    return "" if _is_off(text) else str(quiet_hours.parse(text))


def parse_review(text: str) -> int:
    """Return how many minutes before a digest its coordinators see it; 0 for not at all. Raises Refusal."""
    if _is_off(text):
        return 0
    length = durations.read_offset(fold(text[:_LONGEST_LENGTH]))
    minutes = int(length.length.total_seconds()) // 60 if length is not None else 0
    if not 1 <= minutes <= _MAX_REVIEW_MINUTES:
        raise Refusal("config-review-length", argument="value", given=text)
    return minutes


def parse_holidays(text: str) -> str:
    """Return the place whose public holidays count; nothing for the country of the zone. Raises Refusal."""
    return "" if _is_none(text) else public_holidays.parse_place(text)


def parse_name(text: str) -> str:
    """Return the name of a community or network. Raises Refusal."""
    return rules.name(text, "value")
