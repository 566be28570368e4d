"""The handlers of all features, by what they handle."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TypeVar

from bots.commands.declaration import Command, index_by_name
from bots.commands.localization import index_by_localized_name
from bots.core.inbound import Inbound
from bots.routing.feature import (
    AnswerHandler,
    CardReactionHandler,
    ChoiceHandler,
    CommandHandler,
    DigestSection,
    Feature,
    ListSource,
    PollEndHandler,
    PressHandler,
    Suggester,
    TimerHandler,
    ValueHandler,
)
from bots.turn.cards import CardRenderer
from bots.turn.extensions import Extensions
from bots.turn.notices import Notice, NoticeHandler

Entry = TypeVar("Entry")


class Router:
    """The merged tables of all features. Raises ValueError when two features claim the same name."""

    def __init__(self, features: Iterable[Feature]) -> None:
        self.features = tuple(features)
        self.commands: dict[str, tuple[Command, CommandHandler]] = {}
        self.buttons: dict[str, PressHandler] = {}
        self.releases: dict[str, PressHandler] = {}
        self.choices: dict[str, ChoiceHandler] = {}
        self.poll_ended: dict[str, PollEndHandler] = {}
        self.timers: dict[str, TimerHandler] = {}
        self.answers: dict[str, AnswerHandler] = {}
        self.cards: dict[str, CardRenderer] = {}
        self.card_reactions: dict[str, CardReactionHandler] = {}
        self.values: dict[type[Inbound], list[ValueHandler]] = {}
        self.suggestions: dict[str, Suggester] = {}
        self.lists: dict[str, ListSource] = {}
        self.notice_handlers: dict[type[Notice], list[NoticeHandler]] = {}
        self.digest_sections: dict[str, DigestSection] = {}
        for feature in self.features:
            self._add(feature)
        for feature in self.features:
            self._add_handlers(feature.fallback)
        self.extensions = Extensions(self.notice_handlers, self.digest_sections)
        self.commands_by_name = {
            **index_by_localized_name(self.declared_commands),
            **index_by_name(self.declared_commands),
        }

    def _add(self, feature: Feature) -> None:
        _merge(self.commands, {command.name: (command, run) for command, run in feature.commands}, "command")
        _merge(self.buttons, feature.buttons, "button")
        _merge(self.releases, feature.releases, "release")
        _merge(self.choices, feature.choices, "choice")
        _merge(self.poll_ended, feature.poll_ended, "poll end")
        _merge(self.timers, feature.timers, "timer")
        _merge(self.answers, feature.answers, "answer")
        _merge(self.cards, feature.cards, "card")
        _merge(self.card_reactions, feature.card_reactions, "card reaction")
        _merge(self.suggestions, feature.suggestions, "suggestion")
        _merge(self.lists, feature.lists, "list")
        self._add_handlers(feature.values)
        for kind, handlers in feature.notices.items():
            self.notice_handlers.setdefault(kind, []).extend(handlers)
        if feature.digest_section is not None:
            self.digest_sections[feature.name] = feature.digest_section

    def _add_handlers(self, values: Mapping[type[Inbound], Sequence[ValueHandler]]) -> None:
        for kind, handlers in values.items():
            self.values.setdefault(kind, []).extend(handlers)

    @property
    def declared_commands(self) -> list[Command]:
        """All commands, in the order of their features."""
        return [command for command, _ in self.commands.values()]


def _merge(into: dict[str, Entry], more: Mapping[str, Entry], what: str) -> None:
    both = into.keys() & more.keys()
    if both:
        raise ValueError(f"two features claim the {what} {sorted(both)}")
    into.update(more)
