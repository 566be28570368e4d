"""The words that our texts list, with commas between them, in all languages together."""

from __future__ import annotations

from functools import cache

from bots.i18n import answers, languages, texts


@cache
def listed(text_id: str) -> tuple[str, ...]:
    """Return the words as they are written, each once."""
    said = (texts.words(code, text_id).split(", ") for code in languages.codes())
    return tuple(dict.fromkeys(word for words in said for word in words))


@cache
def plain_words(text_id: str) -> frozenset[str]:
    """Return the words as answers are compared (`answers.plain`)."""
    return frozenset(map(answers.plain, listed(text_id)))
