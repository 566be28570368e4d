"""The choices in a ballot: from a button, a list or a platform's own poll."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.integers import parse_int
from bots.core.refusal import Refusal
from bots.features.polls import rules
from bots.features.polls.kinds.numbers import parse_options, write_options
from bots.features.polls.limits import MAX_OPTIONS
from storage.tables import Poll


def parse_choice(poll: Poll, text: str) -> int:
    """Return the index of a button's option. Raises Refusal("button-unknown" | "poll-option-gone")."""
    index, texts = parse_int(text), rules.labels(poll)
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
    return write_options(sorted(chosen))


def parse_choices(poll: Poll, ids: Sequence[str]) -> str:
    """Return a native vote as a ballot: those of its first choices that exist, ascending.

    As many count as the poll allows, in the order of the vote: https://spec.matrix.org/latest/client-server-api/#polls
    """
    count = len(rules.labels(poll))
    numbers = {parse_int(text) for text in ids[: poll.max_choices]}
    return write_options(sorted(number for number in numbers if number is not None and number < count))


def toggle(poll: Poll, ballot: str, index: int, *, on: bool | None) -> str:
    """Add the option to a ballot or remove it; `on` None inverts it. Raises Refusal("poll-too-many")."""
    chosen = set(parse_options(ballot))
    wanted = index not in chosen if on is None else on
    chosen = chosen | {index} if wanted else chosen - {index}
    if len(chosen) > poll.max_choices:
        raise Refusal("poll-too-many", most=poll.max_choices)
    return write_options(sorted(chosen))
