"""What somebody types as a ritual: the prompt, best in quotes, and how often it comes."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, time
from zoneinfo import ZoneInfo

from bots.commands.quotes import find_quotations
from bots.core.refusal import Refusal
from bots.dates.errors import CalendarProblem
from bots.dates.event_line import parse_event
from bots.dates.recurrence import Repetition
from bots.dates.rule_line import parse_repetition

MAX_PROMPT_LENGTH = 500
SILENT_AFTER = 3
"""After so many rounds in a row without a reply a ritual goes silent. A connector can set another number."""
_QUESTION = re.compile(r"(?P<question>[^?？]{1,1000}[?？])\s*(?P<rule>[^?？\s][^?？]{0,300})", re.DOTALL)
_MARKS = ("?", "？")
_WORD = re.compile(r"[^\s:–—-]\S*")
_MAX_LEAD, _MAX_RULE_WORDS = 300, 12
"""Characters and words of a rule in front of a question."""
_USUAL = time(9)
"""The hour of a ritual for which nobody says one."""


@dataclass(frozen=True, kw_only=True)
class Plan:
    """A prompt, its rule, its first date on the wall clock (naive), and what `ritual set` can change."""

    prompt: str
    rule: Repetition
    start: datetime
    rotates: bool = False
    silent_after: int = SILENT_AFTER


def read(text: str, locale: str, zone: ZoneInfo, now: datetime) -> Plan:
    """Read a prompt in quotes or a question, with a rule before or after it, or one line.

    Raises Refusal("ritual-how" | "ritual-no-prompt" | "ritual-too-long") and CalendarProblem.
    """
    quoted = find_quotations(text)
    if quoted:
        first = quoted[0]
        prompt, said = first.text.strip(), f"{text[: first.start]} {text[first.end :]}".strip()
        rule, start = read_rule(said, locale, zone, now)
    elif match := _QUESTION.fullmatch(text.strip()):
        prompt = match["question"]
        rule, start = read_rule(match["rule"], locale, zone, now)
    elif before := _rule_before(text.strip(), locale, zone, now):
        prompt, rule, start = before
    else:
        prompt, rule, start = _read_line(text, locale, zone, now)
    return Plan(prompt=checked(prompt), rule=rule, start=start)


def _rule_before(text: str, locale: str, zone: ZoneInfo, now: datetime) -> tuple[str, Repetition, datetime] | None:
    """Return a question and the rule in front of it, with or without a colon: "every monday 9am: what's up?"."""
    words = list(_WORD.finditer(text[:_MAX_LEAD])) if text.endswith(_MARKS) else []
    for word in reversed(words[1:_MAX_RULE_WORDS]):
        lead = text[: word.start()].rstrip(" :,–—-\n")
        try:
            rule, start = read_rule(lead, locale, zone, now)
        except Refusal:
            continue
        return text[word.start() :], rule, start
    return None


def checked(prompt: str) -> str:
    """Return a prompt that can be posted. Raises Refusal("ritual-no-prompt" | "ritual-too-long")."""
    if not prompt:
        raise Refusal("ritual-no-prompt", argument="what")
    if len(prompt) > MAX_PROMPT_LENGTH:
        raise Refusal("ritual-too-long", argument="what", limit=MAX_PROMPT_LENGTH)
    return prompt


def read_rule(said: str, locale: str, zone: ZoneInfo, now: datetime) -> tuple[Repetition, datetime]:
    """Return a rule and its first date on the wall clock; at nine where no hour is said. Raises Refusal."""
    today = now.astimezone(zone).date()
    usual = datetime.combine(today, _USUAL, zone)
    try:
        found = parse_repetition(said, start=usual, all_day=False, since=today, locale=locale, zone=zone, now=now)
    except CalendarProblem as problem:
        raise Refusal(problem.text_id, argument="what", **problem.text_args) from None
    if found is None:
        raise Refusal("ritual-how", argument="what")
    return found[0], _wall(found[1].start, zone)


def _read_line(text: str, locale: str, zone: ZoneInfo, now: datetime) -> tuple[str, Repetition, datetime]:
    """Read a line without quotes. What may be a part of the prompt or of its date needs them."""
    try:
        draft = parse_event(text, locale=locale, zone=zone, now=now)
    except CalendarProblem:
        raise Refusal("ritual-how", argument="what") from None
    if draft.rule is None or draft.place is not None or draft.leftover or draft.all_day:
        raise Refusal("ritual-how", argument="what")
    return draft.title, draft.rule, _wall(draft.start, zone)


def _wall(at: datetime, zone: ZoneInfo) -> datetime:
    return at.astimezone(zone).replace(tzinfo=None)
