"""What comes next in a journey."""

from __future__ import annotations

import re
from datetime import timedelta

from storage.tables import Community, Journey

NUDGE = timedelta(minutes=10)
"""How long private steps may stay unanswered before they are offered in the room."""
OPEN = ("rules", "question")
PAYLOAD = re.compile(r"j[0-9]{1,15}")
"""What a link into the private talk carries: the journey's number."""


def first_step(community: Community) -> str:
    """The stage behind the greeting: the first of rules, question and greeter that the community has."""
    return "rules" if community.rules else after_rules(community)


def after_rules(community: Community) -> str:
    """The stage behind the rules."""
    return "question" if community.question else "greeter"


def greets(journey: Journey, *, user: str, text: str, mentions: tuple[str, ...]) -> bool:
    """Whether a message in the room is somebody's hello to this newcomer."""
    if user == journey.user:
        return False
    return journey.user in mentions or (bool(journey.name) and journey.name.lower() in text.lower())
