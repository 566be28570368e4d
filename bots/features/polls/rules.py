"""What a poll may be, and how its ballots are counted."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta

from bots.core.integers import whole
from bots.core.refusal import Refusal
from bots.core.sanitize import clean
from bots.ports import Capabilities
from storage.tables import Poll

LONGEST_QUESTION = 300
LONGEST_OPTION = 100
MOST_OPTIONS = 20
LATE = timedelta(days=1)
AGAIN, HOMELESS = timedelta(hours=1), timedelta(days=30)
"""A poll that nobody could be told the results of is closed later: when it is tried again, and for how long."""
MOST_NATIVE = 10
"""Options of a native poll beside buttons: Discord and Telegram both take ten."""
_BAR = 8


def question(text: str) -> str:
    """Raises Refusal("poll-question-empty" | "poll-question-long")."""
    asked = " ".join(clean(text).split())
    if not asked:
        raise Refusal("poll-question-empty", argument="question")
    if len(asked) > LONGEST_QUESTION:
        raise Refusal("poll-question-long", argument="question", length=len(asked), limit=LONGEST_QUESTION)
    return asked


def options(given: Sequence[str]) -> tuple[str, ...]:
    """Raises Refusal for too few, too many, too long or equal options."""
    found = tuple(" ".join(clean(option).split()) for option in given)
    found = tuple(option for option in found if option)
    if len(found) < 2:
        raise Refusal("poll-options-few", argument="options", count=len(found))
    if len(found) > MOST_OPTIONS:
        raise Refusal("poll-options-many", argument="options", count=len(found), limit=MOST_OPTIONS)
    long = next((option for option in found if len(option) > LONGEST_OPTION), None)
    if long is not None:
        raise Refusal("poll-option-long", argument="options", length=len(long), limit=LONGEST_OPTION)
    seen: set[str] = set()
    for option in found:
        if option.lower() in seen:
            raise Refusal("poll-option-twice", argument="options", option=option)
        seen.add(option.lower())
    return found


def max_choices(text: str | None, count: int) -> int:
    """How many options a ballot may name. Raises Refusal("poll-choices")."""
    if text is None:
        return 1
    number = whole(text)
    if number is None or not 1 <= number <= count:
        raise Refusal("poll-choices", argument="choices", given=text, most=count)
    return number


def native_too(capabilities: Capabilities, wanted: str | None, poll: Poll) -> bool:
    """Whether a poll is native as well. Raises Refusal("poll-native-not") where that was asked for and can't be."""
    if not capabilities.buttons:
        return capabilities.native_polls
    if wanted is None or wanted.lower() != "yes":
        return False
    if not capabilities.native_polls or poll.max_choices > 1 or len(labels(poll)) > MOST_NATIVE:
        raise Refusal("poll-native-not", argument="native", limit=MOST_NATIVE)
    return True


def labels(poll: Poll) -> tuple[str, ...]:
    """The options' words."""
    return tuple(json.loads(poll.options))


def check_open(poll: Poll, cast: datetime, now: datetime) -> None:
    """Raises Refusal("poll-closed"). A ballot is as old as its press (`cast`), however late it is heard: one that was
    cast before the poll closed, by its time or by command, still counts for as long as LATE."""
    ends = poll.closes_at or poll.closed_at
    too_late = poll.closed_at is not None and now >= poll.closed_at + LATE
    if too_late or (ends is not None and cast >= ends):
        raise Refusal("poll-closed", number=poll.number, question=poll.question)


def choice(poll: Poll, text: str) -> int:
    """The option's index in a button's id. Raises Refusal("button-unknown")."""
    index = whole(text)
    if index is None or index >= len(labels(poll)):
        raise Refusal("button-unknown")
    return index


def choices(poll: Poll, ids: Sequence[str]) -> str:
    """A native vote as a ballot: known options, ascending, no more than allowed."""
    numbers = {whole(found) for found in ids}
    known = sorted(number for number in numbers if number is not None and number < len(labels(poll)))
    return ",".join(str(index) for index in known[: poll.max_choices])


def toggled(poll: Poll, held: str, index: int, *, on: bool | None) -> str:
    """A ballot with one choice more or less; `on` None turns it over. Raises Refusal("poll-too-many")."""
    chosen = {int(part) for part in held.split(",") if part}
    wanted = index not in chosen if on is None else on
    chosen = chosen | {index} if wanted else chosen - {index}
    if len(chosen) > poll.max_choices:
        raise Refusal("poll-too-many", most=poll.max_choices)
    return ",".join(str(found) for found in sorted(chosen))


@dataclass(frozen=True)
class Tally:
    """Votes by option, and how many people voted."""

    votes: tuple[int, ...]
    voters: int

    def percent(self, index: int) -> int:
        """Of the people who voted, rounded."""
        return round(100 * self.votes[index] / self.voters) if self.voters else 0

    def bar(self, index: int) -> str:
        """Narrow enough for a phone."""
        full = round(_BAR * self.votes[index] / self.voters) if self.voters else 0
        return "▓" * full + "░" * (_BAR - full)

    def winners(self) -> tuple[int, ...]:
        """The options with the most votes; none when nobody voted."""
        best = max(self.votes)
        return tuple(index for index, votes in enumerate(self.votes) if votes == best) if best else ()


def tally(poll: Poll, ballots: Sequence[tuple[str, int]]) -> Tally:
    """Count combinations of choices."""
    votes = [0] * len(labels(poll))
    voters = 0
    for combination, count in ballots:
        chosen = [int(part) for part in combination.split(",") if part]
        voters += count if chosen else 0
        for index in chosen:
            votes[index] += count
    return Tally(tuple(votes), voters)
