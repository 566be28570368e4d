"""The rules of a poll as people type them: `anonymous=yes quorum=5 threshold=2/3 remind=1d`."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta

import regex

from bots.commands.declaration import Args
from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.sanitize import normalize_emoji
from bots.dates import durations
from bots.features.polls import thresholds
from bots.features.polls.kind_phrase import DATES, YES_NO
from bots.features.polls.kinds.dots import DOTS
from bots.features.polls.kinds.score import TOP
from bots.features.polls.limits import MAX_POINTS, MAX_REMIND, MAX_SINCE_DAYS, MAX_VOTERS
from bots.features.polls.settings import EVERYBODY, Settings
from bots.i18n import answers
from storage.tables import PollKind

_SWITCHES = ("anonymous", "hidden", "reasons", "additions")
_WITH_THRESHOLD = (PollKind.CHOICE, PollKind.CONSENT)
_EMOJI = regex.compile(
    r"\p{RI}{2}|[0-9]\ufe0f?\u20e3|\p{Emoji}\p{EMod}?\ufe0f?(?:\u200d\p{Emoji}\p{EMod}?\ufe0f?)*", regex.V1
)


def kind_of(args: Args) -> PollKind:
    """Return the kind in the arguments. Yes or no is a choice, and so are dates."""
    named = args.optional_text("kind") or PollKind.CHOICE.value
    return PollKind.CHOICE if named in (YES_NO, DATES) else PollKind(named)


def read(args: Args, kind: PollKind, count: int) -> Settings:
    """Return the settings in the arguments of a poll with `count` options. Raises Refusal about the argument."""
    threshold = args.optional_text("threshold")
    if threshold and kind not in _WITH_THRESHOLD:
        raise Refusal("poll-threshold-kind", argument="threshold")
    additions = args.optional_text("additions") == "yes"
    if additions and (kind == PollKind.CONSENT or args.optional_text("kind") == YES_NO):
        raise Refusal("poll-additions-kind", argument="additions")
    per_community = args.optional_text("counting") == "communities"
    if per_community and not args.optional_text("to"):
        raise Refusal("poll-count-network", argument="counting")
    if per_community and args.optional_text("anonymous") == "yes":
        raise Refusal("poll-count-anonymous", argument="counting")
    return Settings(
        per_community=per_community,
        points=_points(args.optional_text("points"), kind),
        pairwise=args.optional_text("method") == "pairs",
        anonymous=args.optional_text("anonymous") == "yes",
        hidden=args.optional_text("hidden") == "yes",
        reasons=args.optional_text("reasons") == "yes",
        quorum=_number(args.optional_text("quorum"), "quorum", MAX_VOTERS),
        threshold=thresholds.read(threshold) if threshold else "",
        voters=_voters(args.optional_text("voters")),
        since_days=_span(args.optional_text("since"), "since", MAX_SINCE_DAYS).days,
        remind_minutes=_span(args.optional_text("remind"), "remind", MAX_REMIND) // timedelta(minutes=1),
        early=_early(args.optional_text("early")),
        spread=bool(args.optional_text("to")),
        additions=additions,
        emoji=_read_emoji(args.optional_text("emoji"), count),
    )


def as_values(given: Settings) -> Mapping[str, str]:
    """Return the arguments that make these settings."""
    early = "yes" if given.early == EVERYBODY else str(given.early or "")
    values = {name: "yes" if getattr(given, name) else "" for name in _SWITCHES} | {
        "to": "network" if given.spread else "",
        "counting": "communities" if given.per_community else "",
        "points": str(given.points or ""),
        "quorum": str(given.quorum or ""),
        "method": "pairs" if given.pairwise else "",
        "threshold": given.threshold,
        "voters": given.voters,
        "since": f"{given.since_days}d" if given.since_days else "",
        "early": early,
        "remind": f"{given.remind_minutes}m" if given.remind_minutes else "",
        "emoji": " ".join(given.emoji),
    }
    return {name: value for name, value in values.items() if value}


def is_none(text: str) -> bool:
    """Return whether somebody removes a rule: `quorum=none`, `remind=off`."""
    return answers.match(text, "no", "none", "off") is not None


def _voters(text: str | None) -> str:
    return "" if text is None or text == "everybody" else text


def _points(text: str | None, kind: PollKind) -> int:
    usual = usual_points(kind)
    return (_number(text, "points", MAX_POINTS) or usual) if usual else 0


def usual_points(kind: PollKind) -> int:
    """Return the top score, or the dots of each person, unless the poll says otherwise; 0 for other kinds."""
    return {PollKind.SCORE: TOP, PollKind.DOTS: DOTS}.get(kind, 0)


def _number(text: str | None, argument: str, most: int) -> int:
    """Return a number from 1 to `most`; 0 without one. Raises Refusal("poll-number")."""
    if not text:
        return 0
    number = parse_int(text)
    if number is None or not 1 <= number <= most:
        raise Refusal("poll-number", argument=argument, given=text, most=most)
    return number


def _early(text: str | None) -> int:
    """Return how many voters close a poll early: a number, or everybody."""
    if not text or answers.match(text, "no"):
        return 0
    if answers.match(text, "yes") or thresholds.read_all(text):
        return EVERYBODY
    return _number(text, "early", MAX_VOTERS)


def _span(text: str | None, argument: str, most: timedelta) -> timedelta:
    """Return a length of time; nothing without one. Raises Refusal("poll-span")."""
    if not text:
        return timedelta()
    offset = durations.read_offset(text)
    span = offset.length if offset is not None else timedelta()
    if not timedelta() < span <= most:
        raise Refusal("poll-span", argument=argument, given=text)
    return span


def _read_emoji(text: str | None, count: int) -> tuple[str, ...]:
    """Return one emoji for each option. Raises Refusal("poll-emoji")."""
    if not text or is_none(text):
        return ()
    emojis = tuple(text.replace(",", " ").split())
    emojis = emojis if len(emojis) == count else tuple(found[0] for found in _EMOJI.finditer(text[:200]))
    good = all(_EMOJI.fullmatch(emoji) and not emoji.isdigit() for emoji in emojis)
    if len({normalize_emoji(emoji) for emoji in emojis}) != count or len(emojis) != count or not good:
        raise Refusal("poll-emoji", argument="emoji", count=count)
    return emojis
