"""The reading of a poll on one line: "Where? a, b", "Where: a or b", "Do we meet in the garden or the park?"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from bots.commands.quotes import MARKS
from bots.dates.recognition import is_weekday
from bots.features.polls.alternatives import alternatives, has_or
from bots.features.polls.choice_phrase import says_choices
from bots.features.polls.deadline_phrase import looks_like_deadline, take_deadline
from bots.features.polls.limits import MAX_OPTIONS
from bots.features.polls.list_markers import first_emoji, split_at_emoji, split_bulleted, split_numbered, without_emoji
from bots.features.polls.option_lists import Options, split_options
from bots.features.polls.vocabulary import asks_for_more, begins_with_question, is_yes_or_no, sounds_like_question

_ASKED = re.compile(r"[?？؟](?=[\s\W]|$)")
_COLON = re.compile(r"(?<=\S)\s?[:：]\s")
_DASH = re.compile(r"\s[-–—]\s")
_REMARK = re.compile(r"\s*(\([^()]{0,120}\))\s*")
_ANSWERS = re.compile(r"(?<=\S)\s*\(\s*([^()]{1,40}?)\s*\)\s*$")
"""Words in parentheses at the end: "Shall we (yes/no)"."""
_ENCLOSED = re.compile(r"(?<=[^\W\d_])\s+\(\s*([^()/]{1,60}(?:\s/\s[^()/]{1,60}){1,9})\s*\)\s*$")
"""Options in parentheses at the end: "lunch (soup / bread / salad)"."""
_TIGHT_ANSWERS = re.compile(r"(?<=\S)\s+([^\s()/]{1,20}(?:\s?/\s?[^\s()/]{1,20}){1,2})\s*$")
"""The same without parentheses: "Shall we yes/no"."""
_SEPARATORS = re.compile(r"\s*[/|,;]\s*")
_FULL_STOP = re.compile(r"(?<=[^\W\d_]{2})[.!]\s+")
_LONGEST_SENTENCE = 5
_FEWEST_GLUED = 3
_TIGHT = re.compile(r"[^\s/:]/[^\s/]+/[^\s/]")
_NUMBER = re.compile("[£$€]?[0-9]")
_MAX_QUESTIONS = 20
"""How many question marks we try, from the last one on."""
QUESTION_END = ("?", "？", "؟")


@dataclass(frozen=True, slots=True)
class PollReading:
    """A poll as it was understood. `sure`: it could hardly be meant in another way.

    `yes_or_no`: the question has no options, and can be answered with yes or no. `choices`: how many options
    the text lets one person choose; 0 where it does not say.
    """

    question: str = ""
    options: tuple[str, ...] = ()
    close: str = ""
    sure: bool = False
    yes_or_no: bool = False
    choices: int = 0


def read_sentence(line: str) -> PollReading:
    """Read a poll on one line."""
    named = _ANSWERS.search(line) or _TIGHT_ANSWERS.search(line)
    if named is not None and all(map(is_yes_or_no, answers := _SEPARATORS.split(named[1]))):
        return PollReading(line[: named.start()].strip(), tuple(answers), sure=True)
    if (enclosed := _ENCLOSED.search(line)) is not None:
        return PollReading(line[: enclosed.start()], tuple(_SEPARATORS.split(enclosed[1])))
    for split in (split_numbered, split_bulleted):
        marked = split(line)
        if marked is not None:
            last, close = take_deadline(marked.entries[-1], marked.heading)
            heading, first = split_question(marked.heading) or (marked.heading, "")
            entries = (*([first] if first else []), *marked.entries[:-1], last)
            return PollReading(heading, entries, close, marked.sure and not first)
    asked = split_question(line)
    if asked is not None:
        return _read_after_question(*asked)
    for separator, sure in ((_COLON, True), (_DASH, False)):
        reading = _read_after(separator, line, sure=sure)
        if reading is not None:
            return reading
    return _read_whole(line)


def split_question(line: str) -> tuple[str, str] | None:
    """Split a line after the last question mark that has words after it."""
    for match in reversed(list(_ASKED.finditer(line))[-_MAX_QUESTIONS:]):
        rest = line[match.end() :].strip()
        if not rest.strip(MARKS) or rest[0] in ",;/|)!?":
            continue
        if without_emoji(rest).strip(" .!…") or _is_list(rest):
            return line[: match.end()].strip(), rest.lstrip(":： ")
    return None


def _is_list(text: str) -> bool:
    return split_options(text) is not None


def _read_after_question(question: str, rest: str) -> PollReading:
    """Read the text after a question mark: options, a deadline, a remark or another sentence."""
    remark = _REMARK.match(rest)
    if remark is not None:
        question, rest = f"{question} {remark[1]}", rest[remark.end() :].strip(" :")
        if not rest:
            return without_options(question)
    if says_choices(rest) and (listed := _read_after(_COLON, question.rstrip("?？؟ "), sure=False)):
        return replace(listed, options=(*listed.options[:-1], f"{listed.options[-1]} ({rest.strip(' .!()')})"))
    lead = _COLON.search(rest)
    if lead is not None and split_options(rest[lead.end() :]) and not set(",;/|") & set(rest[: lead.start()]):
        return replace(_read_after_question(f"{question} {rest[: lead.start()]}:", rest[lead.end() :]), sure=False)
    rest, close = take_deadline(rest, question)
    options = split_options(rest) if rest else None
    if options is None:
        offered = alternatives(question) if has_or(question) else ()
        if offered:
            return PollReading(f"{question} {rest}".strip(), offered, close)
        whole = _read_whole(question) if close and not rest else PollReading()
        if len(whole.options) > 1:
            return replace(whole, question=question, close=close)
        if sentences := _short_sentences(rest):
            return PollReading(question, sentences, close)
        return replace(without_options(f"{question} {rest}".strip()), close=close)
    return PollReading(
        question, tidy(options.entries), close, sure=options.sure and remark is None and _is_one(question)
    )


def _short_sentences(text: str) -> tuple[str, ...]:
    """Return the options that people give with full stops: "Yes. No. Only on leads."; nothing for other texts."""
    entries = tuple(entry for entry in _FULL_STOP.split(text.rstrip(" .!")) if entry)
    short = all(len(entry.split()) <= _LONGEST_SENTENCE for entry in entries)
    return entries if 1 < len(entries) <= MAX_OPTIONS and short else ()


def _is_one(question: str) -> bool:
    """Return whether this is one sentence."""
    return len(_ASKED.findall(question)) < 2


def _read_after(separator: re.Pattern[str], line: str, *, sure: bool) -> PollReading | None:
    """Read "heading: a, b"; None where no list follows the separator."""
    match = separator.search(line)
    if match is None:
        return None
    heading, rest = line[: match.start()].strip(), line[match.end() :].strip()
    rest, close = take_deadline(rest, heading)
    options = split_options(rest) if rest else None
    if options is None or not heading:
        return None
    before, earlier = take_deadline(heading, heading)
    if earlier and before and not close:
        return PollReading(before, tidy(options.entries), earlier)
    return PollReading(heading, tidy(options.entries), close, sure=sure and options.sure)


def tidy(entries: Sequence[str]) -> tuple[str, ...]:
    """Return the entries without the full stop or question mark of the whole list."""
    last = entries[-1]
    ends_list = last.endswith(QUESTION_END) and not any(entry.endswith(QUESTION_END) for entry in entries[:-1])
    last = last.rstrip("?？؟ ") if ends_list else last
    if last.endswith(".") and last.count(".") == 1 and len(last) > 4 and not entries[0].endswith("."):
        last = last[:-1]
    return (*entries[:-1], last)


def _read_whole(line: str) -> PollReading:
    """Read a line without a heading: a question with its alternatives, a list without a question, or a question."""
    text, close = line, ""
    if not line.endswith(QUESTION_END):
        text, close = take_deadline(line, line)
        text, close = (text, close) if text and (has_or(text) or _is_list(text)) else (line, "")
    if pictured := _split_at_pictures(text):
        return replace(pictured, close=close)
    listed = split_options(_unmarked(text))
    if listed is not None and len(listed.entries) > 1:
        reading = _read_list(text, listed)
        if reading is not None:
            return replace(reading, close=close)
    return replace(without_options(text), close=close)


def _split_at_pictures(text: str) -> PollReading | None:
    """Read a heading before three or more options that each begin with an emoji."""
    begin = first_emoji(text)
    heading, entries = text[:begin].strip(" :"), split_at_emoji(text[begin:]) if begin else ()
    return PollReading(heading, entries) if heading and len(entries) >= _FEWEST_GLUED else None


def _read_list(text: str, listed: Options) -> PollReading | None:
    """Read a list without a heading before it; None for a sentence that only looks like one."""
    entries = listed.entries
    if glued := _split_heading(entries, tight=bool(_TIGHT.search(text))):
        return PollReading(_as_question(text if has_or(text) else glued[0]), tidy(glued[1:]))
    if has_or(text):
        offered = alternatives(text)
        return PollReading(_as_question(text), offered) if offered else None
    words = _unmarked(text).split()
    if entries == tuple(words):
        answers = next((size for size in (3, 2) if len(words) > size and all(map(is_yes_or_no, words[-size:]))), 0)
        return PollReading(" ".join(words[:-answers]), entries[-answers:]) if answers else None
    if begins_with_question(entries[0]) and len(entries) > 2:
        return PollReading(entries[0], tidy(entries[1:]))
    if text.endswith(QUESTION_END):
        return PollReading(text, _without_stem(text, entries))
    return PollReading("", entries, sure=listed.sure)


def _without_stem(text: str, entries: tuple[str, ...]) -> tuple[str, ...]:
    """Return the options of a question with slashes as if it had a word for "or": "shall we meet here / there?"."""
    offered = alternatives(" or ".join(text.split(" / ")))
    return offered if len(offered) == len(entries) else entries


def _split_heading(entries: Sequence[str], *, tight: bool) -> tuple[str, ...]:
    """Return the heading and the options of "hour 17h, 18h, 19h" or "which day mon, tue, wed"; else nothing.

    The first option is as long as the others, which all begin with a number, or are weekdays.
    `tight`: slashes without blanks join single words: "for lunch tacos/ramen/salad".
    """
    first, sizes = entries[0].split(), {len(entry.split()) for entry in entries[1:]}
    size = sizes.pop() if len(sizes) == 1 else 0
    if len(entries) < _FEWEST_GLUED or not 0 < size < len(first):
        return ()
    option = first[-size:]
    numbered = all(_NUMBER.match(entry) for entry in (" ".join(option), *entries[1:]))
    if not numbered and not (tight and size == 1) and not all(map(is_weekday, (*option, *entries[1:]))):
        return ()
    return (" ".join(first[:-size]), " ".join(option), *entries[1:])


def _unmarked(text: str) -> str:
    """Return a sentence without its question marks."""
    return text.strip("¿").rstrip("?？؟ ")


def _as_question(text: str) -> str:
    return text if text.endswith((*QUESTION_END, "!", ".")) or not sounds_like_question(text) else f"{text}?"


def without_options(question: str, *, quoted: bool = False) -> PollReading:
    """Return a question alone: for yes and no, if it does not ask for more."""
    is_question = any(map(question.__contains__, QUESTION_END)) or sounds_like_question(question)
    wants_more = asks_for_more(question) or has_or(question)
    yes_or_no = is_question and not wants_more and len(question.split()) > 1
    return PollReading(question, yes_or_no=yes_or_no, sure=not yes_or_no or quoted)


def doubt(reading: PollReading) -> PollReading:
    """Return the reading of one line, unsure if its last option may be a deadline."""
    doubtful = reading.sure and 1 < len(reading.options) <= MAX_OPTIONS and looks_like_deadline(reading.options)
    return replace(reading, sure=False) if doubtful else reading
