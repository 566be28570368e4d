"""Interactions that wait for a response."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from enum import Enum, auto

import discord

from bots.core.inbound import Value

_COMPONENT = "b"
KINDS = {
    discord.InteractionType.application_command: "c",
    discord.InteractionType.component: _COMPONENT,
    discord.InteractionType.modal_submit: "f",
    discord.InteractionType.autocomplete: "s",
}


class ResponseState(Enum):
    """The response that Discord has received so far. It decides which request sends the next one."""

    NONE = auto()
    THINKING = auto()
    """A deferral: the person sees that the bot is thinking."""
    ACKNOWLEDGED = auto()
    """A reply, or the silent deferral of a button."""
    UNKNOWN = auto()
    """Possibly any: another process received the interaction, or Discord took no response."""


@dataclass
class PendingInteraction:
    """One interaction. `app`: the id of our application; `token`: Discord's token; `value`: its inbound value."""

    kind: str
    id: int
    app: int
    token: str
    state: ResponseState = ResponseState.NONE
    value: Value | None = None
    lock: asyncio.Lock = field(default_factory=asyncio.Lock)

    @classmethod
    def of(cls, interaction: discord.Interaction) -> PendingInteraction:
        """Return a new interaction. Raises KeyError for a ping."""
        return cls(KINDS[interaction.type], interaction.id, interaction.application_id, interaction.token)

    @classmethod
    def parse(cls, reference: str) -> PendingInteraction:
        """Return an interaction that another process received. Raises ValueError."""
        kind, number, app, token = reference.split(".", 3)
        return cls(kind, int(number), int(app), token, ResponseState.UNKNOWN)

    @property
    def reference(self) -> str:
        """The token that the core keeps. It contains all that a response needs."""
        return f"{self.kind}.{self.id}.{self.app}.{self.token}"

    @property
    def is_button(self) -> bool:
        """Whether a component was used. Its message is there, so a deferral shows nothing."""
        return self.kind == _COMPONENT

    @property
    def may_be_unanswered(self) -> bool:
        """Whether Discord may still accept a first response."""
        return self.state in (ResponseState.NONE, ResponseState.UNKNOWN)
