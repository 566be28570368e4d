"""Ids of cards (`poll:17`) and of their buttons (`poll:17:2`). Rows and platforms hold them as text."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class CardId:
    """Something of ours that rooms show: its kind (`poll`) and its subject (`17`)."""

    kind: str
    subject: str

    @classmethod
    def parse(cls, text: str) -> CardId:
        """Split a card's id at its first colon. Both parts may be empty."""
        kind, _, subject = text.partition(":")
        return cls(kind, subject)

    def __str__(self) -> str:
        return f"{self.kind}:{self.subject}"


@dataclass(frozen=True, slots=True)
class ButtonId:
    """What a button does (`verb`), to what (`subject`), and an optional choice: `poll:17:2`."""

    verb: str
    subject: str
    choice: str = ""

    @classmethod
    def parse(cls, text: str) -> ButtonId:
        """Split a button's id at its first two colons. Parts that are missing are empty."""
        verb, _, rest = text.partition(":")
        subject, _, choice = rest.partition(":")
        return cls(verb, subject, choice)

    def __str__(self) -> str:
        return f"{self.verb}:{self.subject}:{self.choice}" if self.choice else f"{self.verb}:{self.subject}"
