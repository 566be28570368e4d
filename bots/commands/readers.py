"""Readers that several commands share."""

from __future__ import annotations

from dataclasses import dataclass

from bots.commands.declaration import Arg, Args


@dataclass(frozen=True)
class AnyWords:
    """Lets people type any words after a command that needs none: `events this week`."""

    def read_line(self, _text: str, _locale: str) -> Args:
        """Return no arguments."""
        return Args()

    def read_answer(self, args: Args, _arg: Arg, _text: str, _locale: str) -> Args:
        """Return the arguments as they are."""
        return args

    def complete(self, args: Args, _locale: str) -> Args:
        """Return the arguments as they are."""
        return args
