"""The question that a change of one date of a series asks: only this one, this and all following, or all?"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from bots.commands.folding import fold, folded_words
from bots.core.outbound import Button, Content
from bots.core.richtext import Rich, join
from bots.dialogs import prompts
from bots.dialogs.choice_question import ChoiceQuestion
from bots.dialogs.yes_no import parse_decision
from bots.features.events import lookup, rules
from bots.turn.turn import Turn
from storage.queries.events import EventOccurrence

_MAX_WORD = 40


class Scope(StrEnum):
    """Which dates of a series a change is about."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"


_EMOJI = {Scope.ONE: "1️⃣", Scope.FOLLOWING: "⏭️", Scope.ALL: "🔁"}
_WORDS = {
    Scope.ONE: "event-scope-one-words", Scope.FOLLOWING: "event-scope-following-words",
    Scope.ALL: "event-scope-all-words",
}  # fmt: skip
"""The texts with the words for an answer, separated by commas."""
NOTHING = "nothing"
OnChoice = Callable[[EventOccurrence, Scope, Mapping[str, str], Turn], Awaitable[None]]


@dataclass(frozen=True, kw_only=True)
class ScopeQuestion(ChoiceQuestion):
    """A question that one person answers with the dates that they mean.

    `nothing` labels the button that changes nothing.
    """

    nothing: str
    act: OnChoice

    @property
    def hint(self) -> str:
        """The text that says what to type."""
        return "event-scope-how"

    async def ask(self, planned: EventOccurrence, question: Rich, turn: Turn, kept: Mapping[str, str]) -> None:
        """Ask the acting person, and keep what `act` needs."""
        own, subject = turn.in_language(turn.answer_locale), str(planned.event.id)
        buttons = [
            Button(f"{self.kind}:{subject}:{scope}", own.label(f"event-scope-{scope}"), _EMOJI[scope])
            for scope in Scope
        ]
        buttons.append(Button(f"{self.kind}:{subject}:{NOTHING}", own.label(self.nothing), "❌"))
        text = question if turn.capabilities.buttons else join([question, own.text("event-scope-how")])
        content = Content(text=text, buttons=tuple(buttons), legend=not turn.capabilities.buttons, asks=True)
        await self.show(subject, content, {**kept, prompts.TAKES_CANCEL: "1"}, turn)

    def parse(self, typed: str, turn: Turn) -> str | None:  # noqa: ARG002 - the labels are known in each language
        """Return the dates that somebody typed, or NOTHING for a no."""
        return parse_scope(typed) or (NOTHING if parse_decision(typed) == "no" else None)

    async def decide(self, choice: str, subject: str, kept: Mapping[str, str], turn: Turn) -> None:
        """Change the chosen dates, if any."""
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
        if said in folded_words(f"event-scope-{scope}") | folded_words(_WORDS[scope]):
            return scope
    return next((scope for scope, emoji in _EMOJI.items() if typed.strip() == emoji), None)
