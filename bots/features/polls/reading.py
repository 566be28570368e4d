"""The reading of a poll in people's own words: what is the question, and what are its options."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bots.commands.quotes import MARKS, find_quotations
from bots.features.polls.alternatives import alternatives, has_or
from bots.features.polls.deadline_phrase import is_deadline, looks_like_deadline, take_deadline
from bots.features.polls.marks import has_bullet, split_bulleted, split_numbered, strip_line_marks, without_emoji
from bots.features.polls.option_lists import Options, split_options
from bots.features.polls.vocabulary import (
    FLAGS,
    asks_for_more,
    begins_with_question,
    is_yes_or_no,
    pattern,
    sounds_like_question,
)

_ASKED = re.compile(r"[?？؟](?=[\s\W]|$)")
_GLUED = re.compile(r"(?<=[\w\s])([?？])(?=[^\W\d_])")
_COLON = re.compile(r"(?<=\S)\s?[:：]\s")
_DASH = re.compile(r"\s[-–—]\s")
_REMARK = re.compile(r"\s*(\([^()]{0,120}\))\s*")
_QUESTION_END = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class Reading:
    """A poll as it was understood. `sure`: it could hardly be meant in another way.

    `yes_or_no`: the question has no options, and can be answered with yes or no. `several`: the text says that people
    may choose several options.
    """

    question: str = ""
    options: tuple[str, ...] = ()
    close: str = ""
    sure: bool = False
    yes_or_no: bool = False
    several: bool = False


def read_poll(text: str) -> Reading:
    """Read a whole poll. What is missing in the text is empty."""
    lines = [_spaced(" ".join(line.split())) for line in text.splitlines() if line.strip()]
    if not lines:
        return Reading()
    quoted = _read_quoted(" ".join(lines)) if find_quotations(lines[0][:600]) or len(lines) == 1 else None
    if quoted is not None and (len(lines) < 3 or _all_quoted(lines)):
        return quoted
    if len(lines) > 2 or _is_list_of_one(lines):
        return _finish(_read_lines(lines))
    return _finish(_doubt(_read_line(" ".join(lines))))


def _spaced(line: str) -> str:
    """Return a line with a blank behind each question mark, which people in a hurry leave out, but not in links."""
    return line if "://" in line else _GLUED.sub(r"\1 ", line)


def _all_quoted(lines: Sequence[str]) -> bool:
    return all(len(found := find_quotations(line)) >= 1 and found[0].start == 0 for line in lines[1:])


def _is_list_of_one(lines: Sequence[str]) -> bool:
    return len(lines) == 2 and split_options(lines[1]) is None and not is_deadline(lines[1]) and has_bullet(lines[1])


def _finish(reading: Reading) -> Reading:
    """Find out whether the question says that several options may be chosen."""
    several = re.search(rf"\b{pattern('several')}\b", reading.question, FLAGS) is not None
    return replace(reading, several=several, sure=reading.sure and not several)


def _doubt(reading: Reading) -> Reading:
    """Return the reading of one line, unsure if its last option may be a deadline."""
    doubtful = reading.sure and len(reading.options) > 1 and looks_like_deadline(reading.options)
    return replace(reading, sure=False) if doubtful else reading


def _read_quoted(line: str) -> Reading | None:
    """Read a line that begins with a quoted question; None for others."""
    quotations = find_quotations(line)
    if not quotations or quotations[0].start > 0:
        return None
    question, rest = quotations[0].text, line[quotations[0].end :].strip(" ,;:–-")
    if not rest:
        return _without_options(question, quoted=True)
    last = quotations[-1].end
    tail = line[last:].strip(" ,;.")
    if len(quotations) > 1 and tail:
        before, close = take_deadline(tail, question)
        if close and not before:
            options = split_options(line[quotations[0].end : last].strip(" ,;"))
            entries = options.entries if options else tuple(quotation.text for quotation in quotations[1:])
            return Reading(question, entries, close, sure=True)
    rest, close = take_deadline(rest, question)
    if not rest:
        return replace(_without_options(question, quoted=True), close=close)
    found = split_options(rest, after_quote=True) or Options((_unquoted(rest),))
    reading = Reading(question, _tidy(found.entries), close, found.sure)
    return reading if tail == "" else _doubt(reading)


def _unquoted(text: str) -> str:
    """Return a text without the quotes around all of it."""
    quotations = find_quotations(text)
    whole = len(quotations) == 1 and quotations[0].start == 0 and quotations[0].end == len(text)
    return quotations[0].text if whole else text


def _read_lines(lines: list[str]) -> Reading:
    """Read a question and one option on each line behind it. Nothing splits a line."""
    lines, close = (lines[:-1], take_deadline(lines[-1], "")[1]) if is_deadline(lines[-1]) else (lines, "")
    if close and any(is_deadline(line) for line in lines[1:]):
        lines, close = [*lines, f"{close}"], ""
    if len(lines) < 3:
        return replace(_read_line(" ".join(lines)), close=close, sure=False)
    size, sure = _heading_size(lines)
    heading, listed = _unquoted(" ".join(lines[:size])), lines[size:]
    options = strip_line_marks([_unquoted(line) for line in listed])
    asked = _split_question(heading)
    if asked is not None:
        return Reading(asked[0], (asked[1], *options), close, sure=False)
    return Reading(heading.rstrip(":： "), options, close, sure=sure and not close)


def _heading_size(lines: Sequence[str]) -> tuple[int, bool]:
    """Return how many lines are the question, and whether that is sure."""
    marked = [has_bullet(line) for line in lines]
    if all(marked):
        return 0, False
    first = marked.index(True) if any(marked) else 0
    if first > 0 and all(marked[first:]):
        return first, first == 1
    if not lines[0].endswith((*_QUESTION_END, ":", "：")):
        asked = [index for index, line in enumerate(lines[:-2], 1) if line.endswith(_QUESTION_END)]
        if len(asked) == 1:
            return asked[0], False
    return 1, True


def _read_line(line: str) -> Reading:
    """Read a poll on one line."""
    for split in (split_numbered, split_bulleted):
        marked = split(line)
        if marked is not None:
            last, close = take_deadline(marked.entries[-1], marked.heading)
            return Reading(marked.heading, (*marked.entries[:-1], last), close, marked.sure)
    asked = _split_question(line)
    if asked is not None:
        return _read_after_question(*asked)
    for separator, sure in ((_COLON, True), (_DASH, False)):
        reading = _read_after(separator, line, sure=sure)
        if reading is not None:
            return reading
    return _read_sentence(line)


def _split_question(line: str) -> tuple[str, str] | None:
    """Split a line behind the last question mark that has words behind it."""
    found = None
    for match in _ASKED.finditer(line):
        rest = line[match.end() :].strip()
        if not rest.strip(MARKS) or rest[0] in ",;/|)!?":
            continue
        found = (line[: match.end()].strip(), rest) if without_emoji(rest).strip(" .!…") or _is_list(rest) else found
    return found


def _is_list(text: str) -> bool:
    return split_options(text) is not None


def _read_after_question(question: str, rest: str) -> Reading:
    """Read what stands behind a question mark: options, a deadline, a remark or another sentence."""
    remark = _REMARK.match(rest)
    if remark is not None:
        question, rest = f"{question} {remark[1]}", rest[remark.end() :].strip(" :")
        if not rest:
            return _without_options(question)
    lead = _COLON.search(rest)
    if lead is not None and split_options(rest[lead.end() :]) and not set(",;/|") & set(rest[: lead.start()]):
        return replace(_read_after_question(f"{question} {rest[: lead.start()]}:", rest[lead.end() :]), sure=False)
    rest, close = take_deadline(rest, question)
    options = split_options(rest) if rest else None
    if options is None:
        offered = alternatives(question) if has_or(question) else ()
        if offered:
            return Reading(f"{question} {rest}".strip(), offered, close)
        return replace(_without_options(f"{question} {rest}".strip()), close=close)
    return Reading(question, _tidy(options.entries), close, sure=options.sure and remark is None and _is_one(question))


def _is_one(question: str) -> bool:
    """Return whether this is one sentence."""
    return len(_ASKED.findall(question)) < 2


def _read_after(separator: re.Pattern[str], line: str, *, sure: bool) -> Reading | None:
    """Read "heading: a, b"; None where there is no list behind the separator."""
    match = separator.search(line)
    if match is None:
        return None
    heading, rest = line[: match.start()].strip(), line[match.end() :].strip()
    rest, close = take_deadline(rest, heading)
    options = split_options(rest) if rest else None
    if options is None or not heading:
        return None
    return Reading(heading, _tidy(options.entries), close, sure=sure and options.sure)


def _tidy(entries: Sequence[str]) -> tuple[str, ...]:
    """Return the entries without the full stop or question mark of the whole list."""
    last = entries[-1]
    ends_list = last.endswith(_QUESTION_END) and not any(entry.endswith(_QUESTION_END) for entry in entries[:-1])
    last = last.rstrip("?？؟ ") if ends_list else last
    if last.endswith(".") and last.count(".") == 1 and len(last) > 4 and not entries[0].endswith("."):
        last = last[:-1]
    return (*entries[:-1], last)


def _read_sentence(line: str) -> Reading:
    """Read a line without a heading: a question with its alternatives, a list without a question, or a question."""
    text, close = line, ""
    if not line.endswith(_QUESTION_END):
        text, close = take_deadline(line, line)
        text, close = (text, close) if text and (has_or(text) or _is_list(text)) else (line, "")
    listed = split_options(_unmarked(text))
    if listed is not None and len(listed.entries) > 1:
        reading = _read_list(text, listed)
        if reading is not None:
            return replace(reading, close=close)
    return replace(_without_options(text), close=close)


def _read_list(text: str, listed: Options) -> Reading | None:
    """Read a list without a heading before it; None for a sentence that only looks like one."""
    entries = listed.entries
    if has_or(text):
        offered = alternatives(text)
        return Reading(_as_question(text), offered) if offered else None
    words = _unmarked(text).split()
    if entries == tuple(words):
        answers = next((size for size in (3, 2) if len(words) > size and all(map(is_yes_or_no, words[-size:]))), 0)
        return Reading(" ".join(words[:-answers]), entries[-answers:]) if answers else None
    if begins_with_question(entries[0]) and len(entries) > 2:
        return Reading(entries[0], _tidy(entries[1:]))
    if text.endswith(_QUESTION_END):
        return Reading(text, entries)
    return Reading("", entries)


def _unmarked(text: str) -> str:
    """Return a sentence without its question marks."""
    return text.strip("¿").rstrip("?？؟ ")


def _as_question(text: str) -> str:
    return text if text.endswith((*_QUESTION_END, "!", ".")) or not sounds_like_question(text) else f"{text}?"


def _without_options(question: str, *, quoted: bool = False) -> Reading:
    """Return a question alone: for yes and no, if it does not ask for more."""
    is_question = any(map(question.__contains__, _QUESTION_END)) or sounds_like_question(question)
    wants_more = asks_for_more(question) or has_or(question)
    yes_or_no = is_question and not wants_more and len(question.split()) > 1
    return Reading(question, yes_or_no=yes_or_no, sure=not yes_or_no or quoted)
