"""Questions before something that other people notice: two buttons, or a typed yes or no."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass

from bots.core.outbound import Button, Content
from bots.core.richtext import Rich, join
from bots.core.sanitize import normalize_emoji
from bots.dialogs import prompts
from bots.dialogs.choice_question import ChoiceQuestion
from bots.i18n import answers
from bots.turn.turn import Turn

OnYes = Callable[[str, Mapping[str, str], Turn], Awaitable[None]]
"""Takes the subject, what `ask` was given to keep, and the turn."""
_EMOJI = {"✅": "yes", "👍": "yes", "❌": "no", "👎": "no"}


def parse_decision(text: str) -> str | None:
    """Return "yes" or "no" for a typed answer in any language, or for an emoji; None for other words."""
    return _EMOJI.get(normalize_emoji(text.strip())) or answers.match(text, "yes", "no")


@dataclass(frozen=True, kw_only=True)
class YesNo(ChoiceQuestion):
    """A question that one person answers with yes or no.

    `yes` and `no` are the texts that label the buttons. `about_cancelling`: the word `cancel` may be meant as a yes, so
    it ends no question. `act` runs after a yes; after a no everything stays as it is.
    """

    yes: str
    no: str = "yes-no-cancel"
    act: OnYes
    about_cancelling: bool = False

    @property
    def hint(self) -> str:
        """The text that says what to type."""
        return "yes-no-hint"

    async def ask(self, subject: str, question: Rich, turn: Turn, kept: Mapping[str, str] | None = None) -> None:
        """Ask the acting person, and keep what `act` needs."""
        texts = turn.in_language(turn.answer_locale)
        buttons = (
            Button(f"{self.kind}:{subject}:yes", texts.label(self.yes), "✅"),
            Button(f"{self.kind}:{subject}:no", texts.label(self.no), "❌"),
        )
        text = question if turn.capabilities.buttons else join([question, texts.text("yes-no-how")])
        state = {**(kept or {}), **({prompts.TAKES_CANCEL: "1"} if self.about_cancelling else {})}
        await self.show(subject, Content(text=text, buttons=buttons, legend=False, asks=True), state, turn)

    def parse(self, typed: str, turn: Turn) -> str | None:
        """Return "yes" or "no" for an answer in words, by an emoji, or by the label of its button."""
        texts = turn.in_language(turn.answer_locale)
        labels = {texts.label(self.yes).casefold(): "yes", texts.label(self.no).casefold(): "no"}
        return parse_decision(typed) or labels.get(typed.strip().casefold())

    async def decide(self, choice: str, subject: str, kept: Mapping[str, str], turn: Turn) -> None:
        """Act on a yes; leave everything as it is after a no."""
        if choice != "yes":
            turn.answer("yes-no-left")
            return
        if self.command.args and self.command.args[0].kind == "number":
            turn.describe_act(number=subject)
        await self.act(subject, kept, turn)
