"""The question that a change of one date of a series asks: only this one, this and all following, or all?"""

from __future__ import annotations

import json
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bots.commands.declaration import Command
from bots.commands.folding import fold
from bots.core.inbound import ButtonPressed, MessagePosted
from bots.core.outbound import Button, Content
from bots.core.refusal import Refusal
from bots.core.richtext import Rich, join
from bots.dialogs import corrections, invocation, prompts
from bots.dialogs.yes_no import parse_decision
from bots.features.events import lookup, rules
from bots.i18n import languages, texts
from bots.turn.turn import DECISION_LIFE, Turn
from storage.queries import dialogs
from storage.queries.events import EventOccurrence

_HINTED = "hinted"
_MAX_WORD = 40


class Scope(StrEnum):
    """Which dates of a series a change is about."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


_SIGNS = {Scope.ONE: "1️⃣", Scope.FOLLOWING: "⏭️", Scope.ALL: "🔁"}
_WORDS = {
    Scope.ONE: "event-scope-one-words", Scope.FOLLOWING: "event-scope-following-words",
    Scope.ALL: "event-scope-all-words",
}  # fmt: skip
"""The texts with the words for an answer, separated by commas."""
NOTHING = "nothing"
Act = Callable[[EventOccurrence, Scope, Mapping[str, str], Turn], Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class ScopeQuestion:
    """A question that one person answers with the dates that they mean.

    `kind` is the verb of its buttons and the kind of its dialog; `command` is the one that asks it. `nothing` labels
    the button after which all stays as it is.
    """

    kind: str
    command: Command
    nothing: str
    act: Act

    async def ask(self, planned: EventOccurrence, question: Rich, turn: Turn, kept: Mapping[str, str]) -> None:
        """Ask the acting person, and keep what `act` needs."""
        value, own = turn.person_event(), turn.in_language(turn.answer_locale)
        subject = str(planned.event.id)
        buttons = [
            Button(f"{self.kind}:{subject}:{scope}", own.label(f"event-scope-{scope}"), _SIGNS[scope])
            for scope in Scope
        ]
        buttons.append(Button(f"{self.kind}:{subject}:{NOTHING}", own.label(self.nothing), "❌"))
        text = question if turn.capabilities.buttons else join([question, own.text("event-scope-how")])
        turn.answer_content(Content(text=text, buttons=tuple(buttons), legend=not turn.capabilities.buttons, asks=True))
        state = {**kept, prompts.TAKES_CANCEL: "1"}
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
        await self._decide(press.choice, press.subject, state, turn)
        await corrections.settle(press, state, turn)

    async def answer(self, message: MessagePosted, subject: str, state: Mapping[str, object], turn: Turn) -> bool:
        """Decide by a typed answer. Explain once what to type; after another message, leave everything as it is."""
        kept = {name: str(value) for name, value in state.items()}
        choice = parse_scope(message.text) or (NOTHING if parse_decision(message.text) == "no" else None)
        if choice is None and _HINTED not in kept:
            kept[_HINTED] = "1"
            user, room = message.person.user, message.room
            await turn.open_dialog(self.kind, subject, kept, user=user, room=room, life=DECISION_LIFE)
            turn.answer("event-scope-how")
            return False
        await turn.close_dialog(user=message.person.user, room=message.room)
        if choice is None:
            turn.answer("yes-no-left")
            return False
        await invocation.check_allowed(self.command, turn)
        await self._decide(choice, subject, kept, turn)
        return True

    async def _decide(self, choice: str, subject: str, kept: Mapping[str, str], turn: Turn) -> None:
        if choice not in tuple(Scope):
            turn.answer("yes-no-left")
            return
        planned = await lookup.event_of_id(subject, turn)
        rules.check_changeable(*planned, turn.now)
        await self.act(planned, Scope(choice), kept, turn)


def parse_scope(typed: str) -> Scope | None:
    """Return the dates that somebody typed in any of our languages, or None."""
    said = fold(typed.strip(" .!")[:_MAX_WORD])
    for scope in Scope:
        for code in languages.codes():
            label, words = texts.words(code, f"event-scope-{scope}"), texts.words(code, _WORDS[scope])
            if said in map(fold, (label, *words.split(", "))):
                return scope
    return next((scope for scope, sign in _SIGNS.items() if typed.strip() == sign), None)
