"""The topics of the help: what people want to do, each with the first words of its commands."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache

from bots.commands.declaration import Command
from bots.commands.folding import fold, foldings
from bots.i18n import languages, texts

TOPICS: Mapping[str, frozenset[str]] = {
    "events": frozenset({"event", "rsvp", "ritual"}),
    "polls": frozenset({"poll", "decisions"}),
    "newcomers": frozenset({"newcomers", "greeter"}),
    "network": frozenset(
        {
            "network",
            "link",
            "unlink",
            "relay",
            "highlight",
            "translation",
            "announce",
            "digest",
            "tag",
            "communities",
            "alerts",
        }
    ),
    "community": frozenset(
        {"setup", "config", "room", "connector", "handover", "check", "block", "unblock", "blocks", "audit"}
    ),
    "you": frozenset(),
}
"""The text `topic-<topic>` names a topic. The last one has the commands that no other has."""
REST = "you"


def topic_of(command: Command) -> str:
    """Return the topic of a command."""
    return topic_of_root(command.name.split()[0])


def topic_of_root(root: str) -> str:
    """Return the topic of the commands with this first word."""
    return next((topic for topic, roots in TOPICS.items() if root in roots), REST)


def find_topic(typed: str) -> str | None:
    """Return the topic that somebody typed, in any language; None for none."""
    return _topics_by_label().get(fold(typed))


@cache
def _topics_by_label() -> dict[str, str]:
    """Return the topics by all that people may call them."""
    found: dict[str, str] = {}
    for topic in TOPICS:
        labels = (texts.words(code, f"topic-{topic}") for code in languages.codes())
        for folding in (one for label in (topic, *labels) for one in foldings(label)):
            found.setdefault(folding, topic)
    return found


def by_topic(commands: Iterable[Command]) -> dict[str, list[Command]]:
    """Return the commands by their topics, in the order of these."""
    found: dict[str, list[Command]] = {topic: [] for topic in TOPICS}
    for command in commands:
        found[topic_of(command)].append(command)
    return {topic: listed for topic, listed in found.items() if listed}
