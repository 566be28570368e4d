"""What comes next in a journey."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from storage.tables import Community, Journey

NUDGE = timedelta(minutes=10)
"""How long private steps may stay unanswered before they are offered in the room."""
OPEN = ("rules", "question")
HEARD = timedelta(seconds=2)
"""How long to wait for what becomes of other private messages, so that the room is asked once for all of them."""
PAYLOAD = re.compile(r"([jr])([0-9]{1,15})")
"""What a link into the private talk carries: the number of the journey, or of the room that it began in."""


def first_step(community: Community) -> str:
    """The stage behind the greeting: the first of rules, question and greeter that the community has."""
    return "rules" if community.rules else after_rules(community)


def after_rules(community: Community) -> str:
    """The stage behind the rules."""
    return "question" if community.question else "greeter"


def still(stage: str, community: Community) -> str:
    """The stage, or the next one where the community asks that no longer."""
    if stage == "rules" and not community.rules:
        return after_rules(community)
    return after_rules(community) if stage == "question" else stage


def greets(journey: Journey, *, user: str, text: str, mentions: tuple[str, ...]) -> bool:
    """Whether a message in the room is somebody's hello to this newcomer."""
    if user == journey.user:
        return False
    return journey.user in mentions or _says(text, journey.name)


def _says(text: str, name: str) -> bool:
    """Whether the name stands in the text, any case, as words of its own: Al is not in "the hall"."""
    said, wanted = _plain(text), _plain(name).strip()
    at = said.find(wanted) if wanted else -1
    while at >= 0:
        if not _in_word(said[at - 1 : at]) and not _in_word(said[at + len(wanted) :][:1]):
            return True
        at = said.find(wanted, at + 1)
    return False


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _in_word(beside: str) -> bool:
    """Whether the character beside a name makes it part of a longer word: a letter, a mark or a digit, but not where
    it is wide, since those scripts put no spaces between words (https://www.unicode.org/reports/tr11/)."""
    if not beside:
        return False
    return unicodedata.category(beside)[0] in "LMN" and unicodedata.east_asian_width(beside) not in "WF"
