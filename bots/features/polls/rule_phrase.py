"""Rules of a poll in people's words: `quorum 3 Which? red, blue`, `Which? red, blue threshold two thirds anonymous`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import lru_cache

from bots.dates.durations import read_amount
from bots.dates.vocabulary import all_vocabularies, unaccent
from bots.features.polls.deadline_phrase import take_deadline
from bots.features.polls.kind_phrase import begins_poll
from bots.features.polls.vocabulary import (
    FLAGS,
    RULES,
    flags_by_word,
    function_words,
    or_words,
    rule_pattern,
    thresholds_by_word,
)

_LONGEST = 100
"""Letters at the beginning or the end of a text in which a rule is looked for."""
_MOST = 5
"""Rules that one text can have, more than there are."""
_BARE = "anonymous"
"""The flag that may stand after the last option without parentheses. "Hidden" belongs to an option more often."""
_FLAG_BEHIND = re.compile(r"\s*\(\s*(\w{1,20})\s*\)\s*$|(?<=[^\s,;/|])[ \t]+([^\W\d_]{1,20})\s*$")
_LISTS = re.compile(r"[,;/|\n]|[?？]\s*\S")


@dataclass(frozen=True, slots=True)
class RulePhrase:
    """The rules that a text says, and the text without them. `doubtful`: it may say one that was not taken."""

    rest: str
    values: dict[str, str] = field(default_factory=dict)
    doubtful: bool = False


def take_rules(text: str) -> RulePhrase:
    """Take the rules at the beginning and at the end of a poll, in any language, also before a deadline."""
    first = take_first_rules(text)
    last = _take_last(first.rest)
    if not last.values:
        before, close = take_deadline(first.rest, "")
        shorter = _take_last(before) if close else last
        if shorter.values:
            last = RulePhrase(f"{shorter.rest} {first.rest[len(before) :].strip()}", shorter.values)
    doubtful = first.doubtful or last.doubtful or (not last.values and _ends_with_flag(first.rest))
    return RulePhrase(last.rest, first.values | last.values, doubtful)


def take_first_rules(text: str) -> RulePhrase:
    """Take the rules at the beginning: "quorum 3 threshold two thirds Which theme?"."""
    values: dict[str, str] = {}
    for _ in range(_MOST):
        match = _first().match(unaccent(text[:_LONGEST]))
        if match is None:
            return RulePhrase(text, values)
        rest = text[match.end() :]
        if not begins_poll(rest):  # "quorum of 3 enough?" is a question as a whole
            return RulePhrase(text, values, doubtful=True)
        values |= _values(match)
        text = rest
    return RulePhrase(text, values)


def _take_last(text: str) -> RulePhrase:
    """Take the rules at the end: "red, blue quorum 3 (anonymous)"."""
    values: dict[str, str] = {}
    for _ in range(_MOST):
        begin = max(0, len(text) - _LONGEST)
        match = _last().search(unaccent(text[begin:]))
        found = _values(match) if match else {}
        before = text[: begin + match.start()].rstrip(" \t\n,;.–—-(") if match else ""
        if any(re.search(rule_pattern(name), before[-_LONGEST:], FLAGS) for name in found):
            return RulePhrase(text, values, doubtful=True)  # "What do we need? quorum 3, quorum 5"
        if match is None or not found:
            match, found = _flag_behind(text)
            before = text[: match.start()].rstrip() if match else ""
        if not found or not before.strip() or _needs_more(before):
            break
        values = found | values
        text = before
    return RulePhrase(text, values)


def _needs_more(text: str) -> bool:
    """Return whether the last word wants another after it, as in "keep the quorum 3"."""
    word = text.split()[-1].casefold()
    return word in function_words() or word in or_words()


def _flag_behind(text: str) -> tuple[re.Match[str] | None, dict[str, str]]:
    """Return a flag at the end: in parentheses, or as a word in small letters that belongs to the last option."""
    match = _FLAG_BEHIND.search(text, max(0, len(text) - _LONGEST))
    if match is None:
        return None, {}
    word = match[1] or match[2]
    flag = flags_by_word().get(unaccent(word.casefold()), "")
    listed = _LISTS.search(text) or or_words() & set(text.casefold().split())
    if not flag or (match[2] and (flag != _BARE or not word.islower() or not listed)):
        return None, {}
    return match, {flag: "yes"}


def _ends_with_flag(text: str) -> bool:
    """Return whether the last word may be meant as a flag: as an option of its own, or "hidden"."""
    words = text.split()
    return len(words) > 1 and unaccent(words[-1].casefold().strip("().,;")) in flags_by_word()


def _values(match: re.Match[str]) -> dict[str, str]:
    """Return the value of a rule, a number in digits."""
    name = next(name for name in RULES if match[name])
    said = match[f"{name}_value"].strip()
    amount = read_amount(said)
    return {name: str(int(amount)) if amount is not None and amount >= 1 else said}


@lru_cache(maxsize=1)
def _phrase() -> str:
    """Return the pattern of a rule with its value: a number, a share, or what a threshold is called."""
    number = r"[0-9]{1,6}(?:\s?%|\s?/\s?[0-9]{1,2})?(?![\w%/])"
    names = sorted(map(unaccent, thresholds_by_word()), key=len, reverse=True)
    shares = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in names)
    values = {"quorum": rf"{number}|{_number_words()}", "threshold": rf"{number}|(?:{shares})(?!\w)|{_number_words()}"}
    said = (
        rf"(?P<{name}>{unaccent(rule_pattern(name))})(?!\w)\s*[:=]?\s*(?P<{name}_value>{values[name]})"
        for name in RULES
    )
    return f"(?:{'|'.join(said)})"


def _number_words() -> str:
    """Return the whole numbers in words of every language, from two on."""
    words = {
        word for one in all_vocabularies() for word, amount in one.amounts.items() if amount >= 2 and amount % 1 == 0
    }
    return rf"(?:{'|'.join(map(re.escape, sorted(words, key=len, reverse=True)))})(?!\w)"


@lru_cache(maxsize=1)
def _first() -> re.Pattern[str]:
    return re.compile(rf"\s*{_phrase()}\s*[,;:.–—-]?\s+", FLAGS)


@lru_cache(maxsize=1)
def _last() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w'’]){_phrase()}\s*[.)]?\s*$", FLAGS)
