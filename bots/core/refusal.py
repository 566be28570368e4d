"""How a rule says no."""

from __future__ import annotations


class Refusal(Exception):
    """What was asked can't be done, and the person is told so in their language.

    `text_id` names the sentence (Fluent), `args` fill it. `argument` names the command argument at fault, so that a
    step-by-step dialog asks for it again.
    """

    def __init__(self, text_id: str, *, argument: str | None = None, **args: object) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.argument = argument
        self.args_of_text = args
