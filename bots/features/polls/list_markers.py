"""Numbers, bullets and emoji before the options of a list: "1) … 2) …", "- …", "🍕 … 🥗 …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import regex

from bots.features.polls.vocabulary import begins_with_question, or_words

_NUMBER = re.compile(
    r"(?:(?<=^)|(?<=\s))(?P<open>\(?)(?P<mark>[0-9]{1,2}|[a-jA-J])"
    r"(?P<end>\ufe0f?\u20e3|\)|[.](?![0-9])|[/:](?![0-9])|\s?[-–](?![0-9]))\s*(?=\S)"
)
_BARE_NUMBER = re.compile(r"(?<=\s)(?P<mark>[1-9])(?P<end>)\s+(?=[^\W\d_]{3})")
_HEADING_ENDS = tuple("?:：–—-")
_BULLET = re.compile(r"(?:(?<=^)|(?<=\s))(?:[•·▪▫●○◦‣☐□]\s*|[-–—*+]\s+)(?=\S)")
_DASHES = "-–—"
"""Dashes between options, after a colon: "Colour of the door: red - green"."""
_FIRST_BEHIND_COLON = re.compile(r"(?P<heading>[^:：]{2,}?)[:：]\s+(?P<first>[^\s?？:：]+(?:\s+[^\s?？:：]+){0,3})")
_LINE_BULLET = re.compile(r"(?:[•·▪▫●○◦‣☐□✅✔☑➡👉▶🔹🔸👍❓]\ufe0f?\s*|[-–—](?![0-9])\s*|[*+]\s*|\[\s?\]\s*)+(?=\S)")
_PICTURE = r"[[\u2190-\U0010ffff]&&\p{Extended_Pictographic}]\ufe0f?\p{EMod}?"
_EMOJI = regex.compile(rf"\p{{RI}}{{2}}|{_PICTURE}(?:\u200d{_PICTURE})*", regex.V1)


@dataclass(frozen=True, slots=True)
class Marked:
    """A marked list: the heading before the first mark, and the text of each entry.

    `sure`: the marks can mean nothing but a list.
    """

    heading: str
    entries: tuple[str, ...]
    sure: bool


def split_numbered(text: str) -> Marked | None:
    """Split a text at numbers that count up from 1 or a; None without two of them.

    "1." is unsure: in German it is a day of the month.
    """
    marks = list[re.Match[str]]()
    for match in _NUMBER.finditer(text):
        same_style = not marks or match["end"].strip() == marks[0]["end"].strip()
        if same_style and _value(match["mark"]) == len(marks) + 1:
            marks.append(match)
    marks = marks if len(marks) > 1 else _bare_numbers(text)
    if len(marks) < 2 or (marks[0]["mark"].isalpha() and marks[0]["end"] not in {")", "."}):
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    entries = tuple(_trim(text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True))
    heading = text[: marks[0].start()].strip().rstrip(_DASHES).rstrip()
    if not all(entries) or any(entry.split()[-1].casefold() in or_words() for entry in entries):
        return None
    sure = marks[0]["end"] not in {"", "."} or not heading or heading[-1] in "?:："
    return Marked(heading.rstrip(":：").rstrip() if heading.endswith((":", "：")) else heading, entries, sure)


def _bare_numbers(text: str) -> list[re.Match[str]]:
    """Return the numbers from 1 to 3 or more with nothing but a space behind them: "topping? 1 ham 2 olives 3 corn"."""
    marks = list(_BARE_NUMBER.finditer(text))
    counted = [mark["mark"] for mark in marks] == [f"{number}" for number in range(1, len(marks) + 1)]
    opened = bool(marks) and text[: marks[0].start()].rstrip().endswith(_HEADING_ENDS)
    return marks if opened and counted and len(marks) > 2 else []


def split_bulleted(text: str) -> Marked | None:
    """Split a text at its bullets; None with fewer than two."""
    marks = list(_BULLET.finditer(text))
    if len(marks) < 2:
        return None
    ends = [*(mark.start() for mark in marks[1:]), len(text)]
    entries = tuple(_trim(text[mark.end() : end]) for mark, end in zip(marks, ends, strict=True))
    heading = text[: marks[0].start()].strip()
    asked = _FIRST_BEHIND_COLON.fullmatch(heading) if marks[0][0].strip() in _DASHES else None
    if asked is not None and not begins_with_question(asked["first"]):
        return Marked(asked["heading"].rstrip(), (asked["first"], *entries), sure=False) if all(entries) else None
    sure = not heading or heading[-1] in "?:：？" or marks[0][0].strip() in "•·▪▫●○◦‣☐□"
    return Marked(heading.rstrip(":：").rstrip(), entries, sure) if all(entries) else None


def strip_line_marks(lines: Sequence[str]) -> tuple[str, ...]:
    """Return the lines without their numbers or bullets, if all have some and the lines stay different."""
    bullets = [_LINE_BULLET.match(line) for line in lines]
    stripped = tuple(line[match.end() :] for line, match in zip(lines, bullets, strict=True) if match)
    if len(stripped) < len(lines):
        numbers = [_NUMBER.match(line) for line in lines]
        stripped = tuple(
            line[match.end() :]
            for count, (line, match) in enumerate(zip(lines, numbers, strict=True), 1)
            if match and _value(match["mark"]) == count
        )
    kept = {line.casefold() for line in stripped}
    return stripped if len(kept) == len(lines) else tuple(lines)


def has_bullet(line: str) -> bool:
    """Return whether a line begins with a bullet."""
    return _LINE_BULLET.match(line) is not None


def split_at_emoji(text: str) -> tuple[str, ...]:
    """Split a text that has an emoji before, or after, each option; empty for any other text."""
    marks = list(_EMOJI.finditer(text))
    if len(marks) < 2:
        return ()
    if marks[0].start() == 0:
        starts, ends = [mark.start() for mark in marks], [*(mark.start() for mark in marks[1:]), len(text)]
    elif marks[-1].end() == len(text.rstrip()):
        starts, ends = [0, *(mark.end() for mark in marks[:-1])], [mark.end() for mark in marks]
    else:
        return ()
    if not without_emoji(text).strip() and len(text.split()) > 1:
        return tuple(text.split())
    pieces = [_trim(text[start:end]) for start, end in zip(starts, ends, strict=True)]
    bare = [_EMOJI.fullmatch(piece) is not None for piece in pieces]
    if all(bare):
        return tuple(pieces)
    joined, before = list[str](), ""
    for piece, is_bare in zip(pieces, bare, strict=True):
        if is_bare:
            before += piece
        else:
            joined.append(f"{before}{piece}")
            before = ""
    return tuple(joined) if len(joined) > 1 and not before else ()


def first_emoji(text: str) -> int:
    """Return where the first emoji of a text is; 0 for a text without one."""
    match = _EMOJI.search(text)
    return match.start() if match else 0


def without_emoji(text: str) -> str:
    """Return a text without its emoji."""
    return str(_EMOJI.sub("", text))


def _value(mark: str) -> int:
    return int(mark) if mark.isdigit() else ord(mark.lower()) - ord("a") + 1


def _trim(entry: str) -> str:
    return entry.strip().rstrip(",;").rstrip()
