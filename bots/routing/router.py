"""The handlers of all features, by what they handle."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from typing import TypeVar

from bots.commands.declaration import Command, index_by_name
from bots.commands.localization import index_by_localized_name
from bots.core.card_id import DIALOG_VERBS
from bots.routing.feature import Feature
from bots.turn import rounds
from bots.turn.notices import Extensions

Kind = TypeVar("Kind")
Entry = TypeVar("Entry")


class Router:
    """The merged tables of all features.

    Raises ValueError when two features claim the same name, or one claims a name that is not theirs.
    """

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self.commands = self._merge("command", lambda feature: {entry[0].name: entry for entry in feature.commands})
        self.buttons = self._merge("button", lambda feature: feature.buttons, taken=DIALOG_VERBS)
        self.releases = self._merge("release", lambda feature: feature.releases)
        self.choices = self._merge("choice", lambda feature: feature.choices)
        self.poll_ended = self._merge("poll end", lambda feature: feature.poll_ended)
        self.timers = self._merge("timer", lambda feature: feature.timers, taken=rounds.KINDS)
        self.background = rounds.KINDS.union(*(feature.background for feature in self.features))
        self.checks = frozenset[str]().union(*(feature.checks for feature in self.features))
        self.answers = self._merge("answer", lambda feature: feature.answers)
        self.cards = self._merge("card", lambda feature: feature.cards)
        self.card_reactions = self._merge("card reaction", lambda feature: feature.card_reactions)
        self.followers = _collect([_listed(feature.followers) for feature in self.features])
        self.suggestions = self._merge("suggestion", lambda feature: feature.suggestions)
        self.lists = self._merge("list", lambda feature: feature.lists)
        self.filtered_lists = self._merge("list", lambda feature: feature.filtered_lists)
        ordinary = [feature.values for feature in self.features]
        self.values = _collect([*ordinary, *(feature.fallback for feature in self.features)])
        self.extensions = Extensions(
            _collect([feature.notices for feature in self.features]),
            {feature.name: feature.digest_section for feature in self.features if feature.digest_section is not None},
            self.suggestions,
            self._merge("sharing", lambda feature: feature.sharings),
        )
        self.commands_by_name = {
            **index_by_localized_name(self.declared_commands),
            **index_by_name(self.declared_commands),
        }

    def _merge(
        self, what: str, table: Callable[[Feature], Mapping[str, Entry]], *, taken: Set[str] = frozenset()
    ) -> dict[str, Entry]:
        merged: dict[str, Entry] = {}
        for feature in self.features:
            if own := taken & table(feature).keys():
                raise ValueError(f"the {what} {sorted(own)} of {feature.name} is not for features")
            both = merged.keys() & table(feature).keys()
            if both:
                raise ValueError(f"two features claim the {what} {sorted(both)}")
            merged.update(table(feature))
        return merged

    @property
    def declared_commands(self) -> list[Command]:
        """All commands, in the order of their features."""
        return [command for command, _ in self.commands.values()]


def _listed(table: Mapping[str, Entry]) -> dict[str, Sequence[Entry]]:
    return {kind: [entry] for kind, entry in table.items()}


def _collect(tables: Iterable[Mapping[Kind, Sequence[Entry]]]) -> dict[Kind, list[Entry]]:
    """Return all handlers of each kind, in the order of the tables."""
    collected: dict[Kind, list[Entry]] = {}
    for kind, handlers in (item for table in tables for item in table.items()):
        collected.setdefault(kind, []).extend(handlers)
    return collected
