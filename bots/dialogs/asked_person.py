"""A question to somebody who did not ask for it: they press a button, or say so in their very next words."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bots.core.inbound import ButtonPressed, MessagePosted
from bots.core.outbound import Button
from bots.dialogs.yes_no import parse_decision
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import dialogs


@dataclass(frozen=True, kw_only=True)
class AskedPerson:
    """A question to one person of the room.

    `labels`: the text that labels the button of each choice, and its emoji. `decide` takes the subject, the choice and
    the turn, and raises Refusal for anybody but the person who is asked.
    """

    kind: str
    labels: Mapping[str, tuple[str, str]]
    decide: Callable[[str, str, Turn], Awaitable[None]]

    def buttons(self, subject: str, turn: Turn) -> tuple[Button, ...]:
        """Return the buttons below the question."""
        named = self.labels.items()
        return tuple(
            Button(f"{self.kind}:{subject}:{choice}", turn.label(text), emoji) for choice, (text, emoji) in named
        )

    async def expect(self, subject: str, user: str, turn: Turn) -> None:
        """Take the person's next message as the answer if it is one. A question that they are at comes first."""
        if await dialogs.dialog_at(turn.uow, turn.account, turn.room.room, user) is None:
            await turn.open_dialog(self.kind, subject, {}, user=user, life=DECISION_LIFE)

    async def press(self, press: ButtonPressed, turn: Turn) -> None:
        """Take the press of a button."""
        await self.decide(press.subject, press.choice, turn)

    async def answer(self, message: MessagePosted, subject: str, _state: Mapping[str, object], turn: Turn) -> bool:
        """Take typed words. Whatever else somebody says is no answer, and what they say later isn't one either."""
        await turn.close_dialog(user=message.person.user, room=message.room)
        choice = self._parse(message.text, turn)
        if choice is None:
            return False
        await self.decide(subject, choice, turn)
        return True

    def _parse(self, typed: str, turn: Turn) -> str | None:
        said = typed.strip().rstrip(".!").casefold()
        for texts in (turn, turn.in_language(turn.answer_locale)):
            for choice, (label, _) in self.labels.items():
                if said == texts.label(label).casefold():
                    return choice
        decided = parse_decision(typed)
        return decided if decided in self.labels else None
