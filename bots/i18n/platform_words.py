"""A platform's own words for rooms and the people who look after them.

Texts say "room" and "moderator". Where a platform has other words, `platforms/<vocabulary>.toml` in a language's folder
lists them, and `platforms/<vocabulary>.ftl` holds whole sentences that differ there. So a text is written once, and
knows no platform.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Mapping
from importlib.resources.abc import Traversable

import msgspec

_KEPT = r"^(?:name|argname|choice|setting|example|role)-.*|^[a-z][\w-]* ?=|`[^`\n]*`|\$[\w-]+|^#.*"
"""Parts that are not sentences: code, arguments, ids of texts, and the texts that people type."""


class PlatformWords(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """The file `platforms/<vocabulary>.toml`.

    `words`: what the platform says for words of the texts. The longest counts first, so that a phrase can say what the
    single word would get wrong. Begin with a small letter; a capital is carried over. `never`: a pattern of what no
    sentence says there; the tests look for it.
    """

    words: Mapping[str, str]
    never: str = ""


def load(folder: Traversable, vocabulary: str) -> PlatformWords | None:
    """Read a platform's words from a language's folder; None where it has none. Raises ValueError."""
    file = folder.joinpath("platforms", f"{vocabulary}.toml")
    if not vocabulary or not file.is_file():
        return None
    return msgspec.convert(tomllib.loads(file.read_text(encoding="utf-8")), PlatformWords)


def adapt(source: str, words: Mapping[str, str]) -> str:
    """Return the source of a Fluent file with the platform's words in its sentences."""
    if not words:
        return source
    by_word = {word.lower(): own for word, own in words.items()}
    longest_first = sorted(by_word, key=len, reverse=True)
    wanted = "|".join(re.escape(word).replace(r"\ ", r"[ \u00a0\u202f]") for word in longest_first)
    pattern = re.compile(rf"({_KEPT})|(?<!\w)(?:{wanted})(?!\w)", re.MULTILINE | re.IGNORECASE)
    return pattern.sub(lambda found: found[0] if found[1] is not None else _replacement(found[0], by_word), source)


def _replacement(found: str, by_word: Mapping[str, str]) -> str:
    own = by_word[re.sub(r"\s", " ", found).lower()]
    return own[:1].upper() + own[1:] if found[:1].isupper() else own
