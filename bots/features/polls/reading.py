"""The reading of a poll in people's own words: what is the question, and what are its options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from bots.commands.quotes import find_quotations
from bots.features.polls.choice_phrase import bound_at_end, find_choices, says_choices, take_choices
from bots.features.polls.deadline_phrase import is_deadline, take_deadline
from bots.features.polls.list_markers import has_bullet, strip_line_marks
from bots.features.polls.option_lists import Options, split_options
from bots.features.polls.sentence import (
    QUESTION_END,
    PollReading,
    doubt,
    read_sentence,
    split_question,
    tidy,
    without_options,
)

_GLUED = re.compile(r"(?<=[\w\s])([?？])(?=[^\W\d_])")


def read_poll(text: str) -> PollReading:
    """Read a whole poll. Missing parts are empty."""
    lines = [_spaced(" ".join(line.split())) for line in text.splitlines() if line.strip()]
    if not lines:
        return PollReading()
    quoted = _read_quoted(" ".join(lines)) if find_quotations(lines[0][:600]) or len(lines) == 1 else None
    if quoted is not None and (len(lines) < 3 or _all_quoted(lines)):
        return _finish(quoted)
    if len(lines) > 2 or _is_list_of_one(lines):
        return _finish(_read_lines(lines))
    return _finish(doubt(read_sentence(" ".join(lines))))


def _spaced(line: str) -> str:
    """Return a line with a blank after each question mark, which people in a hurry leave out, but not in links."""
    return line if "://" in line else _GLUED.sub(r"\1 ", line)


def _all_quoted(lines: Sequence[str]) -> bool:
    return all(len(found := find_quotations(line)) >= 1 and found[0].start == 0 for line in lines[1:])


def _is_list_of_one(lines: Sequence[str]) -> bool:
    return len(lines) == 2 and split_options(lines[1]) is None and not is_deadline(lines[1]) and has_bullet(lines[1])


def _finish(reading: PollReading) -> PollReading:
    """Find out how many options people may choose, from the question or a remark after the last option."""
    options, count = reading.options, len(reading.options)
    choices = find_choices(reading.question, count) or bound_at_end(reading.question, count)
    if options:
        counted = any(map(says_choices, options[:-1]))  # "one vote", "2 votes" and "3 votes" are options
        last, behind = (options[-1], 0) if counted else take_choices(options[-1], count)
        choices = choices or behind
        options = (*options[:-1], *([last] if last else []))
    return replace(reading, options=options, choices=choices, sure=reading.sure and not choices)


def _read_quoted(line: str) -> PollReading | None:
    """Read a line that begins with a quoted question; None for others."""
    quotations = find_quotations(line)
    if not quotations or quotations[0].start > 0:
        return None
    question, rest = quotations[0].text, line[quotations[0].end :].strip(" ,;:–-")
    if not rest:
        return without_options(question, quoted=True)
    last = quotations[-1].end
    tail = line[last:].strip(" ,;.")
    if len(quotations) > 1 and tail:
        before, close = take_deadline(tail, question)
        if close and not before:
            options = split_options(line[quotations[0].end : last].strip(" ,;"))
            entries = options.entries if options else tuple(quotation.text for quotation in quotations[1:])
            return PollReading(question, entries, close, sure=True)
    rest, close = take_deadline(rest, question)
    if not rest:
        return replace(without_options(question, quoted=True), close=close)
    found = split_options(rest, after_quote=True) or Options((_unquoted(rest),))
    reading = PollReading(question, tidy(found.entries), close, found.sure)
    return reading if tail == "" else doubt(reading)


def _unquoted(text: str) -> str:
    """Return a text without the quotes around the whole text."""
    quotations = find_quotations(text)
    whole = len(quotations) == 1 and quotations[0].start == 0 and quotations[0].end == len(text)
    return quotations[0].text if whole else text


def _read_lines(lines: list[str]) -> PollReading:
    """Read a question and one option on each line after it. Nothing splits a line."""
    lines, close = (lines[:-1], take_deadline(lines[-1], "")[1]) if is_deadline(lines[-1]) else (lines, "")
    if close and any(is_deadline(line) for line in lines[1:]):
        lines, close = [*lines, f"{close}"], ""
    if len(lines) < 3:
        return replace(read_sentence(" ".join(lines)), close=close, sure=False)
    size, sure = _heading_size(lines)
    heading, listed = _unquoted(" ".join(lines[:size])), lines[size:]
    options = strip_line_marks([_unquoted(line) for line in listed])
    asked = split_question(heading)
    if asked is not None:
        return PollReading(asked[0], (asked[1], *options), close, sure=False)
    return PollReading(heading.rstrip(":： "), options, close, sure=sure and not close)


def _heading_size(lines: Sequence[str]) -> tuple[int, bool]:
    """Return how many lines are the question, and whether that is sure."""
    marked = [has_bullet(line) for line in lines]
    if all(marked):
        return 0, False
    first = marked.index(True) if any(marked) else 0
    if first > 0 and all(marked[first:]):
        return first, first == 1
    if not lines[0].endswith((*QUESTION_END, ":", "：")):
        asked = [index for index, line in enumerate(lines[:-2], 1) if line.endswith(QUESTION_END)]
        if len(asked) == 1:
            return asked[0], False
    return 1, True
