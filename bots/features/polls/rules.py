"""How a poll is shown and counted: its style, its options and their emojis, and which ballots it takes."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime, timedelta

from bots.core.outbound import CHOICE_EMOJI
from bots.core.refusal import Refusal
from bots.features.polls import settings
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.registry import KINDS
from bots.features.polls.kinds.tally import Tally
from bots.features.polls.limits import MAX_NATIVE_OPTIONS
from bots.features.polls.settings import Settings
from bots.ports import Capabilities
from storage.tables import Poll, PollKind, PollState, PollStyle

LATE_BALLOTS = timedelta(days=1)
"""How long after the close we still accept ballots that people cast before it."""
RETRY_INTERVAL, MAX_WAIT = timedelta(hours=1), timedelta(days=30)
"""Pause between attempts to close a poll whose holder has no room, and the end of these attempts."""


def choose_style(
    capabilities: Capabilities, wanted: str | None, usual: PollStyle, most: int, count: int, *, plain: bool = True
) -> PollStyle:
    """Return how to show a poll with `most` choices out of `count` options; `usual` is its holder's choice.

    `plain`: a platform's own poll can count it. Raises Refusal("poll-native-not") if a native poll is wanted but
    impossible.
    """
    answer = wanted.lower() if wanted is not None else ""
    if not plain:
        if answer == "yes":
            raise Refusal("poll-native-plain", argument="native")
        return PollStyle.CARD
    if not capabilities.buttons:
        if not capabilities.native_polls or answer == "no":
            return PollStyle.CARD
        return PollStyle.NATIVE if answer == "yes" and usual == PollStyle.CARD else usual
    if answer != "yes":
        return PollStyle.CARD
    if not capabilities.native_polls or most > 1 or count > MAX_NATIVE_OPTIONS:
        raise Refusal("poll-native-not", argument="native", limit=MAX_NATIVE_OPTIONS)
    return PollStyle.BOTH


def is_single_step(kind: PollKind) -> bool:
    """Return whether one press is a whole ballot."""
    return not KINDS[kind].private_steps


def is_plain(kind: PollKind, given: Settings) -> bool:
    """Return whether a platform's own poll can count this one: one press, nothing hidden, all in one room."""
    own = given.is_secret or given.is_restricted or given.emoji or given.spread or given.additions
    return not (KINDS[kind].private_steps or own)


def needs_ballot(poll: Poll, capabilities: Capabilities) -> bool:
    """Return whether each person gets a ballot of their own beside the card: reactions would tell what they chose."""
    return KINDS[poll.kind].private_steps or (settings.of(poll).is_secret and not capabilities.buttons)


def labels(poll: Poll) -> tuple[str, ...]:
    """Return the options' texts; an empty one for each that was removed, so that the others keep their numbers."""
    return tuple(json.loads(poll.options))


def standing(poll: Poll) -> list[tuple[int, str, str]]:
    """Return the options that people can vote for: the index, the emoji and the text of each."""
    signed = zip(option_emoji(poll), labels(poll), strict=True)
    return [(index, emoji, label) for index, (emoji, label) in enumerate(signed) if label]


def kept(poll: Poll, ballot: str) -> str:
    """Return a ballot without the options that were removed."""
    removed = form(poll).removed
    if not removed:
        return ballot
    return ",".join(part for part in ballot.split(",") if part and int(part.partition(":")[0]) not in removed)


def check_open(poll: Poll) -> None:
    """Raise Refusal("poll-closed" | "poll-number-unknown") if the poll is not open."""
    if poll.state == PollState.DELETED:
        raise Refusal("poll-number-unknown", given=str(poll.number))
    if poll.state == PollState.WAITING:
        raise Refusal("poll-waiting", number=poll.number, at=poll.starts_at or poll.created_at)
    if poll.state != PollState.OPEN:
        raise Refusal("poll-closed", number=poll.number, question=poll.question)


def check_changeable(poll: Poll) -> None:
    """Raise Refusal as `check_open` does, but not about a poll that opens later: it can be changed before."""
    if poll.state != PollState.WAITING:
        check_open(poll)


def check_closed(poll: Poll) -> None:
    """Raise Refusal("poll-not-over") if nothing is decided yet."""
    if poll.state != PollState.CLOSED:
        raise Refusal("poll-not-over", number=poll.number, question=poll.question)


def check_accepts(poll: Poll, cast_at: datetime, now: datetime) -> None:
    """Raise Refusal for a ballot cast after the close or received too late after it ("poll-closed"), or cast for words
    that were changed ("poll-changed")."""
    if poll.changed_at is not None and cast_at < poll.changed_at:
        raise Refusal("poll-changed", number=poll.number)
    if poll.state == PollState.WAITING:
        raise Refusal("poll-waiting", number=poll.number, at=poll.starts_at or now)
    ends_at = poll.closes_at or poll.closed_at
    too_late = poll.closed_at is not None and now >= poll.closed_at + LATE_BALLOTS
    if too_late or (ends_at is not None and cast_at >= ends_at):
        raise Refusal("poll-closed", number=poll.number, question=poll.question)


def form(poll: Poll) -> Form:
    """Return the blank form of a poll's ballots."""
    given, texts = settings.of(poll), labels(poll)
    removed = frozenset(index for index, text in enumerate(texts) if not text)
    return Form(len(texts), poll.max_choices, given.points, given.pairwise, removed)


def tally(poll: Poll, ballots: Sequence[tuple[str, int]]) -> Tally:
    """Count ballots, given as the poll's kind writes them, with the number of each."""
    blank = form(poll)
    counted = [(kept(poll, ballot), number) for ballot, number in ballots] if blank.removed else ballots
    return KINDS[poll.kind].tally(blank, counted)


def option_emoji(poll: Poll) -> tuple[str, ...]:
    """Return the emoji of each option."""
    return settings.of(poll).emoji or usual_emoji(poll.kind, len(labels(poll)))


def usual_emoji(kind: PollKind, count: int) -> tuple[str, ...]:
    """Return the emoji of `count` options of a poll of this kind."""
    return consent.EMOJI if kind == PollKind.CONSENT else CHOICE_EMOJI[:count]
