"""Questions before something that other people notice: two buttons, or a typed yes or no."""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bots.commands.declaration import Command
from bots.core.inbound import ButtonPressed, MessagePosted
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.core.sanitize import normalize_emoji
from bots.dialogs import corrections, invocation, prompts
from bots.i18n import answers
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import dialogs

Act = Callable[[str, Mapping[str, str], Turn], Awaitable[None]]
"""Takes the subject, what `ask` was given to keep, and the turn."""
_SIGNS = {"✅": "yes", "👍": "yes", "❌": "no", "👎": "no"}
_HINTED = "hinted"


def parse_decision(text: str) -> str | None:
    """Return "yes" or "no" for a typed answer in any language, or for a sign; None for other words."""
    return _SIGNS.get(normalize_emoji(text.strip())) or answers.match(text, "yes", "no")


@dataclass(frozen=True, kw_only=True)
class YesNo:
    """A question that one person answers with yes or no.

    `kind` is the verb of its buttons and the kind of its dialog; `command` is the one that asks it. `yes` and `no` are
    the texts that label the buttons. `about_cancelling`: the word `cancel` may be meant as a yes, so it ends no
    question. `act` runs after a yes; after a no everything stays as it is.
    """

    kind: str
    yes: str
    no: str = "yes-no-cancel"
    command: Command
    act: Act
    about_cancelling: bool = False

    async def ask(self, subject: str, question: Rich, turn: Turn, kept: Mapping[str, str] | None = None) -> None:
        """Ask the acting person, and keep what `act` needs."""
        value = turn.person_event()
        texts = turn.in_language(turn.answer_locale)
        buttons = (
            Button(f"{self.kind}:{subject}:yes", texts.label(self.yes), "✅"),
            Button(f"{self.kind}:{subject}:no", texts.label(self.no), "❌"),
        )
        text = question if turn.capabilities.buttons else join([question, texts.text("yes-no-how")])
        turn.answer_content(Content(text=text, buttons=buttons, legend=False, asks=True))
        state = {**(kept or {}), **({prompts.TAKES_CANCEL: "1"} if self.about_cancelling else {})}
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
        await self._decide(press.choice == "yes", press.subject, state, turn)
        await corrections.settle(press, state, turn)

    async def answer(self, message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
        """Decide by a typed answer. Explain once what to type; after another message, leave everything as it is."""
        kept = {name: str(value) for name, value in state.items()}
        decision = parse_decision(message.text) or self._pressed_label(message.text, turn)
        if decision is None and _HINTED not in kept:
            kept[_HINTED] = "1"
            user, room = message.person.user, message.room
            await turn.open_dialog(self.kind, subject, kept, user=user, room=room, life=DECISION_LIFE)
            turn.answer("yes-no-hint")
            return False
        await turn.close_dialog(user=message.person.user, room=message.room)
        if decision is None:
            turn.answer("yes-no-left")
            return False
        await invocation.check_allowed(self.command, turn)
        await self._decide(decision == "yes", subject, kept, turn)
        return True

    async def _decide(self, yes: bool, subject: str, kept: Mapping[str, str], turn: Turn) -> None:
        if yes:
            if self.command.args and self.command.args[0].kind == "number":
                turn.describe_act(number=subject)
            await self.act(subject, kept, turn)
        else:
            turn.answer("yes-no-left")

    def _pressed_label(self, typed: str, turn: Turn) -> str | None:
        """Return the answer of the button whose label somebody typed."""
        texts = turn.in_language(turn.answer_locale)
        labels = {texts.label(self.yes).casefold(): "yes", texts.label(self.no).casefold(): "no"}
        return labels.get(typed.strip().casefold())
