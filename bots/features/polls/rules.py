"""The limits of polls and the counting of ballots."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Protocol

from bots.core.integers import parse_int
from bots.core.likeness import wrong_letters
from bots.core.outbound import CHOICE_EMOJI
from bots.core.refusal import Refusal
from bots.core.sanitize import one_line
from bots.features.polls import settings
from bots.features.polls.kinds import consent
from bots.features.polls.kinds.form import Form
from bots.features.polls.kinds.registry import KINDS
from bots.features.polls.kinds.tally import Tally
from bots.features.polls.limits import MAX_NATIVE_OPTIONS, MAX_OPTION_LENGTH, MAX_OPTIONS, MAX_QUESTION_LENGTH
from bots.features.polls.settings import Settings
from bots.features.polls.vocabulary import words_for_all
from bots.i18n.answers import without_accents
from bots.ports import Capabilities
from storage.tables import Poll, PollKind, PollState, PollStyle

LATE_BALLOTS = timedelta(days=1)
"""How long after the close we still accept ballots that people cast before it."""
RETRY_INTERVAL, MAX_WAIT = timedelta(hours=1), timedelta(days=30)
"""Pause between attempts to close a poll whose holder has no room, and the end of these attempts."""
FEWEST = 2
"""Options that every poll has."""
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
    lines = (one_line(text) for text in given)
    found = tuple(line for line in lines if line)
    if len(found) < FEWEST:
        raise Refusal("poll-options-few", argument="options", count=len(found))
    if len(found) > MAX_OPTIONS:
        raise Refusal("poll-options-many", argument="options", count=len(found), limit=MAX_OPTIONS)
    seen: set[str] = set()
    for one in found:
        _check_length(one, "options")
        if one.lower() in seen:
            raise Refusal("poll-option-twice", argument="options", option=one)
        seen.add(one.lower())
    return found


def option(text: str) -> str:
    """Return one more option on one line. Raises Refusal("poll-option-empty" | "poll-option-long")."""
    line = one_line(text)
    if not any(unicodedata.category(letter)[0] in _SAYING for letter in line):
        raise Refusal("poll-option-empty", argument="option")
    _check_length(line, "option")
    return line


def _check_length(text: str, argument: str) -> None:
    if len(text) > MAX_OPTION_LENGTH:
        raise Refusal("poll-option-long", argument=argument, length=len(text), limit=MAX_OPTION_LENGTH)


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
    own = given.is_secret or given.is_restricted or given.signs or given.spread or given.additions
    return not (KINDS[kind].private_steps or own)


def needs_ballot(poll: Poll, capabilities: Capabilities) -> bool:
    """Return whether each person gets a ballot of their own beside the card: reactions would tell what they chose."""
    return KINDS[poll.kind].private_steps or (settings.of(poll).is_secret and not capabilities.buttons)


def labels(poll: Poll) -> tuple[str, ...]:
    """Return the options' texts; an empty one for each that was removed, so that the others keep their numbers."""
    return tuple(json.loads(poll.options))


def standing(poll: Poll) -> list[tuple[int, str, str]]:
    """Return the options that people can vote for: the index, the sign and the text of each."""
    signed = zip(signs(poll), labels(poll), strict=True)
    return [(index, sign, label) for index, (sign, label) in enumerate(signed) if label]


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
    return digits[0] == digits[1] and wrong_letters(one, other) <= max(shorter > _SHORT_WORD, shorter // 5)


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


def parse_choice(poll: Poll, text: str) -> int:
    """Return the index of a button's option. Raises Refusal("button-unknown" | "poll-option-gone")."""
    index, texts = parse_int(text), labels(poll)
    if index is None or index >= len(texts):
        raise Refusal("button-unknown")
    if not texts[index]:
        raise Refusal("poll-option-gone", number=poll.number)
    return index


def parse_chosen(poll: Poll, text: str) -> str:
    """Return the choices from a list as a ballot. Raises Refusal("poll-too-many") and what `parse_choice` raises."""
    parts = [part for part in text.split(",", MAX_OPTIONS) if part]
    chosen = {parse_choice(poll, part) for part in parts}
    if len(chosen) > poll.max_choices:
        raise Refusal("poll-too-many", most=poll.max_choices)
    return ",".join(map(str, sorted(chosen)))


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


def signs(poll: Poll) -> tuple[str, ...]:
    """Return the emoji of each option."""
    return settings.of(poll).signs or signs_of(poll.kind, len(labels(poll)))


def signs_of(kind: PollKind, count: int) -> tuple[str, ...]:
    """Return the emoji of `count` options of a poll of this kind."""
    return consent.SIGNS if kind == PollKind.CONSENT else CHOICE_EMOJI[:count]
