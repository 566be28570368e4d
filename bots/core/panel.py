"""Panels: the parts of a card, for platforms that draw them with a colour, columns and small print."""

from __future__ import annotations

from typing import Literal

import msgspec

from bots.core.richtext import Rich, join

PanelTone = Literal["open", "over", "cancelled"]


class Column(msgspec.Struct, frozen=True, omit_defaults=True):
    """One of several lists that stand side by side, such as the people who come. `line` says the same in one line."""

    title: Rich
    entries: tuple[Rich, ...]
    line: Rich


class Panel(msgspec.Struct, frozen=True, omit_defaults=True):
    """The parts of a message that some platforms draw as a panel with a colour.

    `heading` comes first, `body` is a list of lines, `footer` is small print. `tone`: what is open, over
    or called off.
    """

    heading: Rich
    body: tuple[Rich, ...] = ()
    columns: tuple[Column, ...] = ()
    footer: tuple[Rich, ...] = ()
    tone: PanelTone = "open"

    def flatten(self) -> Rich:
        """Return the whole panel as lines of text."""
        return join([self.heading, *self.body, *(column.line for column in self.columns), *self.footer])
