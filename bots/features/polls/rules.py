"""The limits of polls and the counting of ballots."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol

from rapidfuzz.distance import OSA

from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line
from bots.features.polls.limits import MAX_NATIVE_OPTIONS, MAX_OPTION_LENGTH, MAX_OPTIONS, MAX_QUESTION_LENGTH
from bots.features.polls.vocabulary import words_for_all
from bots.i18n.answers import without_accents
from bots.ports import Capabilities
from storage.tables import Poll, PollState, PollStyle

LATE_BALLOTS = timedelta(days=1)
"""How long after the close we still accept ballots that people cast before it."""
RETRY_INTERVAL, MAX_WAIT = timedelta(hours=1), timedelta(days=30)
"""Pause between attempts to close a poll whose community has no room, and the end of these attempts."""
_BAR_WIDTH = 8
_SHORT_WORD = 3
"""Letters: another letter in a word as short as "tea" makes another word."""
_SAYING = frozenset("LNS")
"""The categories of letters, digits and pictures: a text that has none of them says nothing."""


class Wording(Protocol):
    """The words of a poll that people vote for."""

    @property
    def question(self) -> str:
        """The question."""

    @property
    def options(self) -> tuple[str, ...]:
        """The options' texts."""

    @property
    def max_choices(self) -> int:
        """How many options one ballot may name."""


def question(text: str) -> str:
    """Return the question on one line. Raises Refusal("poll-question-empty" | "poll-question-long")."""
    line = one_line(text)
    if not any(unicodedata.category(letter)[0] in _SAYING for letter in line):
        raise Refusal("poll-question-empty", argument="question")
    if len(line) > MAX_QUESTION_LENGTH:
        raise Refusal("poll-question-long", argument="question", length=len(line), limit=MAX_QUESTION_LENGTH)
    return line


def options(given: Sequence[str]) -> tuple[str, ...]:
    """Return the options, each on one line. Raises Refusal for too few, too many, too long or equal options."""
    lines = (one_line(option) for option in given)
    found = tuple(line for line in lines if line)
    if len(found) < 2:
        raise Refusal("poll-options-few", argument="options", count=len(found))
    if len(found) > MAX_OPTIONS:
        raise Refusal("poll-options-many", argument="options", count=len(found), limit=MAX_OPTIONS)
    long = next((option for option in found if len(option) > MAX_OPTION_LENGTH), None)
    if long is not None:
        raise Refusal("poll-option-long", argument="options", length=len(long), limit=MAX_OPTION_LENGTH)
    seen: set[str] = set()
    for option in found:
        if option.lower() in seen:
            raise Refusal("poll-option-twice", argument="options", option=option)
        seen.add(option.lower())
    return found


def max_choices(text: str | None, count: int) -> int:
    """Return how many options one ballot may name. Raises Refusal("poll-choices")."""
    if text is None:
        return 1
    if without_accents(text.strip()).casefold() in words_for_all():
        return count
    number = parse_int(text)
    if number is None or not 1 <= number <= count:
        raise Refusal("poll-choices", argument="choices", given=text, most=count)
    return number


def choose_style(capabilities: Capabilities, wanted: str | None, usual: PollStyle, most: int, count: int) -> PollStyle:
    """Return how to show a poll with `most` choices out of `count` options; `usual` is the community's choice.

    Raises Refusal("poll-native-not") if a native poll is wanted but impossible.
    """
    answer = wanted.lower() if wanted is not None else ""
    if not capabilities.buttons:
        if not capabilities.native_polls or answer == "no":
            return PollStyle.CARD
        return PollStyle.NATIVE if answer == "yes" and usual == PollStyle.CARD else usual
    if answer != "yes":
        return PollStyle.CARD
    if not capabilities.native_polls or most > 1 or count > MAX_NATIVE_OPTIONS:
        raise Refusal("poll-native-not", argument="native", limit=MAX_NATIVE_OPTIONS)
    return PollStyle.BOTH


def labels(poll: Poll) -> tuple[str, ...]:
    """Return the options' texts."""
    return tuple(json.loads(poll.options))


def check_open(poll: Poll) -> None:
    """Raise Refusal("poll-closed" | "poll-number-unknown") if the poll is not open."""
    if poll.state == PollState.DELETED:
        raise Refusal("poll-number-unknown", given=str(poll.number))
    if poll.state != PollState.OPEN:
        raise Refusal("poll-closed", number=poll.number, question=poll.question)


def only_spelling(old: Wording, new: Wording) -> bool:
    """Return whether people who voted for the old words also voted for the new ones: they differ in spelling only."""
    if len(old.options) != len(new.options) or new.max_choices < old.max_choices:
        return False
    pairs = zip((old.question, *old.options), (new.question, *new.options), strict=True)
    return all(_is_same_word(before, after) for before, after in pairs)


def _is_same_word(before: str, after: str) -> bool:
    """Return whether two texts differ by a typing mistake: in case, or in few letters and no digit."""
    one, other = before.casefold(), after.casefold()
    if one == other:
        return True
    digits = [[letter for letter in text if letter.isdigit()] for text in (one, other)]
    shorter = min(len(one), len(other))
    return digits[0] == digits[1] and OSA.distance(one, other) <= max(shorter > _SHORT_WORD, shorter // 5)


def check_accepts(poll: Poll, cast_at: datetime, now: datetime) -> None:
    """Raise Refusal for a ballot cast after the close or received too late after it ("poll-closed"), or cast for words
    that were changed ("poll-changed")."""
    if poll.changed_at is not None and cast_at < poll.changed_at:
        raise Refusal("poll-changed", number=poll.number)
    ends_at = poll.closes_at or poll.closed_at
    too_late = poll.closed_at is not None and now >= poll.closed_at + LATE_BALLOTS
    if too_late or (ends_at is not None and cast_at >= ends_at):
        raise Refusal("poll-closed", number=poll.number, question=poll.question)


def parse_choice(poll: Poll, text: str) -> int:
    """Return the index of a button's option. Raises Refusal("button-unknown")."""
    index = parse_int(text)
    if index is None or index >= len(labels(poll)):
        raise Refusal("button-unknown")
    return index


def parse_choices(poll: Poll, ids: Sequence[str]) -> str:
    """Return a native vote as a ballot: those of its first choices that exist, ascending.

    As many count as the poll allows, in the order of the vote: https://spec.matrix.org/latest/client-server-api/#polls
    """
    count = len(labels(poll))
    numbers = {parse_int(text) for text in ids[: poll.max_choices]}
    return ",".join(map(str, sorted(number for number in numbers if number is not None and number < count)))


def toggle(poll: Poll, ballot: str, index: int, *, on: bool | None) -> str:
    """Add the option to a ballot or remove it; `on` None inverts it. Raises Refusal("poll-too-many")."""
    chosen = {int(part) for part in ballot.split(",") if part}
    wanted = index not in chosen if on is None else on
    chosen = chosen | {index} if wanted else chosen - {index}
    if len(chosen) > poll.max_choices:
        raise Refusal("poll-too-many", most=poll.max_choices)
    return ",".join(str(number) for number in sorted(chosen))


@dataclass(frozen=True)
class Tally:
    """Votes for each option, and the number of voters."""

    votes: tuple[int, ...]
    voters: int

    def percent(self, index: int) -> int:
        """Return the rounded share of the voters."""
        return round(100 * self.votes[index] / self.voters) if self.voters else 0

    def bar(self, index: int) -> str:
        """Return a bar that fits on a phone."""
        full = round(_BAR_WIDTH * self.votes[index] / self.voters) if self.voters else 0
        return "▓" * full + "░" * (_BAR_WIDTH - full)

    def winners(self) -> tuple[int, ...]:
        """Return the options with the most votes; none if nobody voted."""
        most = max(self.votes)
        return tuple(index for index, votes in enumerate(self.votes) if votes == most) if most else ()


def tally(poll: Poll, ballots: Sequence[tuple[str, int]]) -> Tally:
    """Count ballots, given as combinations of options with the number of each."""
    votes = [0] * len(labels(poll))
    voters = 0
    for combination, count in ballots:
        chosen = [int(part) for part in combination.split(",") if part]
        voters += count if chosen else 0
        for index in chosen:
            votes[index] += count
    return Tally(tuple(votes), voters)
