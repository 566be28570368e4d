"""The words of a poll of dates: its question, and one text for each date, which nobody has read as a date yet."""

from __future__ import annotations

import re

from bots.commands.quotes import find_quotations
from bots.features.polls.option_lists import split_options

_SIGNS = (re.compile(r"\s/\s"), re.compile(r"\|"), re.compile(r";"))
"""What separates dates, which may hold commas, dots and slashes themselves; the first that is there counts."""
_BULLETS = "-–—•*· \t"
_HEADING = re.compile(r"[?？:：](?=\s)|[?？:：]$")
_LONGEST = 4_000


def read_dates(text: str) -> tuple[str, tuple[str, ...]]:
    """Split a text into its question and its dates: after a quoted question, its first line, or `?` or a colon."""
    begin = text.strip()[:_LONGEST]
    quotations = find_quotations(begin[:600])
    if quotations and quotations[0].start == 0:
        return quotations[0].text, split_dates(begin[quotations[0].end :])
    if "\n" in begin:
        heading, _, rest = begin.partition("\n")
        return heading.strip().rstrip(":： "), split_dates(rest)
    mark = _HEADING.search(begin)
    if mark is None:
        return begin, ()
    end = mark.end() if mark[0] in "?？" else mark.start()
    return begin[:end].strip(), split_dates(begin[mark.end() :])


def split_dates(text: str) -> tuple[str, ...]:
    """Return the text of each date in a list: one on each line, in quotes, or between slashes, semicolons or commas."""
    whole = text.strip(" ,;:\n")[:_LONGEST]
    if "\n" in whole:
        return _tidy(whole.splitlines())
    quotations = find_quotations(whole)
    if quotations:
        return _tidy([quotation.text for quotation in quotations])
    for sign in _SIGNS:
        if sign.search(whole):
            return _tidy(sign.split(whole))
    listed = split_options(whole)
    return _tidy(list(listed.entries) if listed is not None else [whole])


def _tidy(entries: list[str]) -> tuple[str, ...]:
    return tuple(entry.strip(_BULLETS) for entry in entries if entry.strip(_BULLETS))
