"""Polite words at the end of what people type: "friday 7pm pls", "dimanche 18h stp merci"."""

from __future__ import annotations

import re
from functools import lru_cache

from bots.dates.grammar import FLAGS
from bots.dates.vocabulary import unaccent, union
from bots.i18n import answers

_LONGEST = 60
"""Letters at the end of a text in which the words are looked for."""
_MOST = 3


def strip_polite(text: str, *, listed: bool = False) -> str:
    """Return a text without the polite words at its end. "No thanks" stays whole.

    `listed`: the text may be a list, so that what stands behind a comma is an entry.
    """
    for _ in range(_MOST):
        match = _pattern().search(unaccent(text), max(0, len(text) - _LONGEST))
        before = text[: match.start()].rstrip() if match else ""
        ends_list = listed and match is not None and match[0].lstrip()[:1] in {",", ";", "/", "|"}
        last = before.split()[-1] if before else ""
        if not before or ends_list or before[-1] in "/|:" or answers.match(last, "no"):
            break
        text = before
    return text


@lru_cache(maxsize=1)
def _pattern() -> re.Pattern[str]:
    return re.compile(rf"(?:\s|[,;.!?]\s?)\s*(?:{union('polite')})[\s.!\U0001f64f]*$", FLAGS)
