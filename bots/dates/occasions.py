"""The hour that an occasion suggests: dinner at 8 is in the evening, breakfast at 7 in the morning."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Literal

from bots.dates.grammar import FLAGS
from bots.dates.vocabulary import union

Occasion = Literal["evening", "morning", "afternoon", "late", "unsure", "same"]
"""`late`: mostly in the evening. `unsure`: often so. `same`: an event in the evening that somebody moves."""
_FIELDS: Mapping[Occasion, str] = {
    "evening": "evenings",
    "morning": "mornings",
    "afternoon": "afternoons",
    "late": "late",
    "unsure": "unsure",
}


def find_occasion(text: str) -> Occasion | None:
    """Return the occasion that a text without accents names, in any language; the surest one of several."""
    return next((occasion for occasion, pattern in _patterns().items() if pattern.search(text)), None)


@lru_cache(maxsize=1)
def _patterns() -> Mapping[Occasion, re.Pattern[str]]:
    return {occasion: re.compile(rf"(?<![\w-])(?:{union(field)})(?!\w)", FLAGS) for occasion, field in _FIELDS.items()}
