"""Words that choose among a network's communities: `tag:bikes lang:fr platform:matrix size:5-50`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.commands import checks, localization
from bots.commands.folding import fold
from bots.core.refusal import Refusal
from storage.queries.member_selection import MemberSelection, tells_too_much

MAX_LENGTH = 200
_KEYS = ("tag", "lang", "platform", "size")
"""The text `filter-<key>` is what people call it in each language."""
_PART = re.compile(r"(?P<key>[^\W\d_]{2,20})\s?[:=]\s?(?P<value>[^\s:=]+)")
_SIZE = re.compile(r"(?P<least>[0-9]{1,6})?(?P<to>-|–|\.\.)?(?P<most>[0-9]{1,6})?")


@dataclass(frozen=True)
class MemberFilter:
    """The communities that somebody chose, and the words that chose nothing."""

    selection: MemberSelection
    rest: str


def parse(text: str) -> MemberFilter:
    """Read what somebody typed.

    Raises Refusal("filter-unknown" | "filter-size-unclear" | "size-few" | "locale-unknown").
    """
    found: dict[str, set[str]] = {key: set() for key in _KEYS}
    size: tuple[int | None, int | None] = (None, None)
    for part in _PART.finditer(text[:MAX_LENGTH]):
        key = localization.match_choice(part["key"], "filter", _KEYS)
        if key is None:
            raise Refusal("filter-unknown", argument="what", given=part["key"])
        if key == "size":
            size = _size(part["value"])
        else:
            found[key] |= {_value(key, value) for value in part["value"].split(",") if value}
    selection = MemberSelection(
        tags=frozenset(found["tag"]), languages=frozenset(found["lang"]), platforms=frozenset(found["platform"]),
        least=size[0], most=size[1],
    )  # fmt: skip
    return MemberFilter(selection, " ".join(_PART.sub(" ", text[:MAX_LENGTH]).split()))


def _value(key: str, value: str) -> str:
    if key == "lang":
        return checks.known_language(value, "what")
    return fold(value).removeprefix("#")


def _size(text: str) -> tuple[int | None, int | None]:
    """Return the bounds in "5-50", "5-" or "-50"; a number alone is the least."""
    found = _SIZE.fullmatch(text)
    if found is None or not (found["least"] or found["most"]):
        raise Refusal("filter-size-unclear", argument="what", given=text)
    least, most = int(found["least"]) if found["least"] else None, int(found["most"]) if found["most"] else None
    if tells_too_much(least, most):
        raise Refusal("size-few", argument="what", given=text)
    return least, most
