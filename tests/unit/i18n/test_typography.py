"""French texts follow French typography."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[3]
FRENCH = sorted(
    file for rooms in ("bots", "adapters/sandbox/page") for file in (ROOT / rooms / "locales/fr").glob("*.ftl")
)
CODE = re.compile(r"`[^`]*`")
LOOSE = re.compile(r"(?<=\S) [?!:;»]|« ")


def test_french_punctuation_has_narrow_spaces() -> None:
    """A narrow no-break space precedes ? ! : ; » and follows «, except in commands to type."""
    torn = [
        f"{file.name}:{number}: {line}"
        for file in FRENCH
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if not line.startswith(("#", "example-")) and LOOSE.search(CODE.sub("x", line))
    ]
    assert FRENCH and not torn, "\n".join(torn)


def test_french_apostrophes_are_curly() -> None:
    """Every apostrophe in the French texts is curly."""
    straight = [
        f"{file.name}:{number}: {line}"
        for file in FRENCH
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1)
        if re.search(r"\w'\w", CODE.sub("x", line))
    ]
    assert not straight, "\n".join(straight)
