"""The order of the stages, and the recognition of a greeting."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta

from storage.tables import Community, Journey, JourneyStage

NUDGE_DELAY = timedelta(minutes=10)
"""How long private steps may stay unanswered before we ask in the room."""
STEPS = (JourneyStage.RULES, JourneyStage.QUESTION)
"""The stages that wait for the newcomer."""
RAID_SIZE = 20
"""More people than this within `RAID_WINDOW` are a raid: they are not greeted and called for one by one."""
RAID_WINDOW, RAID_PAUSE = timedelta(minutes=10), timedelta(hours=1)
"""The window for counting arrivals, and how long a raid lasts without further posts."""
COLLECT_FAILURES = timedelta(seconds=2)
"""How long to wait for the results of other private messages, so that one message in the room covers all failures."""
TIDY_TIMER = "welcome-tidy"
"""The timer, by room, that brings the public welcome up to date after a newcomer was greeted or left."""
MAX_NAME_LENGTH = 100
"""Nobody greets a newcomer by a longer name."""
START_PAYLOAD = re.compile(r"([jr])([0-9]{1,15})")
"""The payload of a link into the private chat: the number of the journey, or of the room where it began."""


def arrival_key(journey: Journey) -> str:
    """Return a key of this arrival. Somebody who comes back later gets other keys, and thus all steps again."""
    return f"{journey.id}:{int(journey.joined_at.timestamp())}"


def whole_hours(minutes: int) -> int:
    """Return a time in hours if people would say it so; 0 if they would count minutes."""
    return minutes // 60 if minutes % 60 == 0 or minutes >= 180 else 0


def first_step(community: Community) -> JourneyStage:
    """Return the stage after the greeting."""
    return JourneyStage.RULES if community.rules else after_rules(community)


def after_rules(community: Community) -> JourneyStage:
    """Return the stage after the rules."""
    return JourneyStage.QUESTION if community.question else JourneyStage.GREETER


def current_step(stage: JourneyStage, community: Community) -> JourneyStage:
    """Return the stage, or the next one if the community has removed its rules or question."""
    if stage == JourneyStage.RULES and not community.rules:
        return after_rules(community)
    return after_rules(community) if stage == JourneyStage.QUESTION else stage


def greets(journey: Journey, *, user: str, text: str, mentions: tuple[str, ...]) -> bool:
    """Return whether a message in the room greets this newcomer."""
    if user == journey.user:
        return False
    return journey.user in mentions or _contains_name(text, journey.name)


def _contains_name(text: str, name: str) -> bool:
    """Return whether the text contains the name as words of its own: Al is not in "the hall"."""
    haystack, needle = _normalize(text), _normalize(name).strip()
    at = haystack.find(needle) if 0 < len(needle) <= MAX_NAME_LENGTH else -1
    while at >= 0:
        if not _continues_word(haystack[at - 1 : at]) and not _continues_word(haystack[at + len(needle) :][:1]):
            return True
        at = haystack.find(needle, at + 1)
    return False


def _normalize(text: str) -> str:
    return unicodedata.normalize("NFC", text).casefold()


def _continues_word(neighbour: str) -> bool:
    """Return whether the character beside a name makes it part of a longer word: a letter, a mark or a digit.

    Wide characters don't, because their scripts put no spaces between words (https://www.unicode.org/reports/tr11/).
    """
    if not neighbour:
        return False
    return unicodedata.category(neighbour)[0] in "LMN" and unicodedata.east_asian_width(neighbour) not in "WF"
