"""From an inbound value to the one handler that takes it, by the features' tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from bots.commands.declaration import Command, names_of
from bots.commands.localization import localized
from bots.core.inbound import Inbound
from bots.routing.feature import (
    AnswerHandler,
    ChoiceHandler,
    CommandHandler,
    EndHandler,
    Feature,
    ListSource,
    PressHandler,
    Suggest,
    TimerHandler,
    ValueHandler,
)
from bots.turn.cards import CardShow

Entry = TypeVar("Entry")


class Router:
    """All features' tables merged. Raises ValueError when two features claim one name."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self.commands: dict[str, tuple[Command, CommandHandler]] = {}
        self.buttons: dict[str, PressHandler] = {}
        self.releases: dict[str, PressHandler] = {}
        self.choices: dict[str, ChoiceHandler] = {}
        self.ended: dict[str, EndHandler] = {}
        self.timers: dict[str, TimerHandler] = {}
        self.answers: dict[str, AnswerHandler] = {}
        self.cards: dict[str, CardShow] = {}
        self.reacted: dict[str, ValueHandler] = {}
        self.values: dict[type[Inbound], list[ValueHandler]] = {}
        self.suggestions: dict[str, Suggest] = {}
        self.lists: dict[str, ListSource] = {}
        self.light: set[str] = set()
        for feature in self.features:
            self._take(feature)
        for feature in self.features:
            self._handle(feature.leftovers)
        self.named = {**localized(self.declared), **names_of(self.declared)}

    def _take(self, feature: Feature) -> None:
        _merge(self.commands, {command.name: (command, run) for command, run in feature.commands}, "command")
        _merge(self.buttons, feature.buttons, "button")
        _merge(self.releases, feature.releases, "release")
        _merge(self.choices, feature.choices, "choice")
        _merge(self.ended, feature.ended, "end")
        _merge(self.timers, feature.timers, "timer")
        _merge(self.answers, feature.answers, "answer")
        _merge(self.cards, feature.cards, "card")
        _merge(self.reacted, feature.reacted, "reacted")
        _merge(self.suggestions, feature.suggestions, "suggestion")
        _merge(self.lists, feature.lists, "list")
        self.light |= feature.light
        self._handle(feature.values)

    def _handle(self, values: Mapping[type[Inbound], Sequence[ValueHandler]]) -> None:
        for kind, handlers in values.items():
            self.values.setdefault(kind, []).extend(handlers)

    @property
    def declared(self) -> list[Command]:
        """All commands, in the order of their features."""
        return [command for command, _ in self.commands.values()]


def _merge(into: dict[str, Entry], more: Mapping[str, Entry], what: str) -> None:
    both = into.keys() & more.keys()
    if both:
        raise ValueError(f"two features claim the {what} {sorted(both)}")
    into.update(more)


def verb(identifier: str) -> str:
    """The part before the first colon: `poll:17:2` is for `poll`."""
    return identifier.partition(":")[0]
