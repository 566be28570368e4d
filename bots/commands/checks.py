"""Checks that the arguments of several commands share."""

from __future__ import annotations

from bots.core.refusal import Refusal
from bots.dates import time_zones
from bots.i18n import languages


def check_length(text: str, limit: int, argument: str | None = None, *, refusal: str = "text-too-long") -> None:
    """Raise Refusal for a text that is longer than `limit`."""
    if len(text) > limit:
        raise Refusal(refusal, argument=argument, length=len(text), limit=limit)


def known_language(typed: str, argument: str = "language") -> str:
    """Return the code of a language that we have texts in. Raises Refusal("locale-unknown")."""
    found = languages.named(typed)
    if found is None:
        raise Refusal("locale-unknown", argument=argument, given=typed, languages=languages.described())
    return found


def known_zone(text: str) -> str:
    """Return the key of an IANA time zone. Raises Refusal with the nearest names."""
    try:
        return time_zones.find_zone(text).key
    except Refusal as problem:
        text_id = problem.text_id if problem.text_args.get("nearest") else "zone-unknown-bare"
        raise Refusal(text_id, argument="zone", **problem.text_args) from None
