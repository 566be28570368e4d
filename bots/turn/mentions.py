"""People in the form of their own platform, which a display name cannot imitate."""

from __future__ import annotations

from collections.abc import Sequence

from bots.core.richtext import Mention, Rich, Text, join
from bots.core.sanitize import display_name
from storage.tables import Identity


def mention(person: Identity) -> Mention:
    """Return somebody's name. By itself it notifies nobody."""
    return Mention(person.user, display_name(person.name))


def mention_all(people: Sequence[Identity]) -> Rich:
    """Return the names of several people, with commas between them."""
    return join([(mention(person),) for person in people], (Text(", "),))
