"""A question with a few answers before something that other people notice: a button for each, or typed words."""

from __future__ import annotations

import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from dataclasses import dataclass

from bots.commands.declaration import Command
from bots.core.inbound import ButtonPressed, MessagePosted
from bots.core.outbound import Content
from bots.core.refusal import Refusal
from bots.dialogs import corrections, invocation
from bots.dialogs.asides import is_question
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import dialogs

_HINTED = "hinted"


@dataclass(frozen=True, kw_only=True)
class ChoiceQuestion(ABC):
    """A question that one person answers.

    `kind` is the verb of its buttons and the kind of its dialog; `command` is the one that asks it.
    """

    kind: str
    command: Command

    @property
    @abstractmethod
    def hint(self) -> str:
        """The text that says what to type."""

    @abstractmethod
    def parse(self, typed: str, turn: Turn) -> str | None:
        """Return the choice that somebody typed, or None for other words."""

    @abstractmethod
    async def decide(self, choice: str, subject: str, kept: Mapping[str, str], turn: Turn) -> None:
        """Act on a choice."""

    async def show(self, subject: str, content: Content, state: Mapping[str, str], turn: Turn) -> None:
        """Ask the acting person, and keep what `decide` needs."""
        value = turn.person_event()
        turn.answer_content(content)
        await turn.open_dialog(self.kind, subject, state, user=value.person.user, room=value.room, life=DECISION_LIFE)

    async def press(self, press: ButtonPressed, turn: Turn) -> None:
        """Decide by a button. Raises Refusal("answer-not-asked") for other people, or when the question is over."""
        await invocation.check_allowed(self.command, turn)
        dialog = await dialogs.dialog_at(turn.uow, press.account, press.room, press.person.user)
        asked = dialog is not None and (dialog.kind, dialog.subject) == (self.kind, press.subject)
        if dialog is None or not asked or dialog.expires_at < turn.occurred_at:
            raise Refusal("answer-not-asked")
        state = json.loads(dialog.state)
        await turn.close_dialog(user=press.person.user, room=press.room)
        await self.decide(press.choice, press.subject, state, turn)
        await corrections.settle(press, state, turn)

    async def answer(self, message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
        """Decide by a typed answer. Explain once what to type; after another message, leave everything as it is."""
        kept = {name: str(value) for name, value in state.items()}
        choice = self.parse(message.text, turn)
        if choice is None and is_question(message):
            return False
        if choice is None and _HINTED not in kept:
            kept[_HINTED] = "1"
            user, room = message.person.user, message.room
            await turn.open_dialog(self.kind, subject, kept, user=user, room=room, life=DECISION_LIFE)
            turn.answer(self.hint)
            return False
        await turn.close_dialog(user=message.person.user, room=message.room)
        if choice is None:
            turn.answer("yes-no-left")
            return False
        await invocation.check_allowed(self.command, turn)
        await self.decide(choice, subject, kept, turn)
        return True
