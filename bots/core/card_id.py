"""Ids of cards (`poll:17`) and of their buttons (`poll:17:2`). Rows and platforms hold them as text."""

from __future__ import annotations

from dataclasses import dataclass

ANSWER_VERB = "answer"
"""The verb of a button that answers a prompt: `answer:<argument>:<choice>`."""
COMMAND_VERB = "do"
"""The verb of a button that stands for a command: `do:<command>`."""
FORM_VERB = "form"
"""The verb of the button that shows a form, and the kind of the dialog that keeps a refused form's fields."""
PAGE_VERB = "page"
"""The verb of a button that shows another page: `page:<list>:<number>`."""
DIALOG_VERBS = frozenset({ANSWER_VERB, COMMAND_VERB, FORM_VERB, PAGE_VERB})
"""No feature's button may have one of these verbs."""


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
