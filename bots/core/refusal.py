"""How a rule says no."""

from __future__ import annotations

from bots.core.sanitize import cut

LONGEST_ECHO = 60
"""Characters of what somebody typed that are shown to them again."""


class Refusal(Exception):
    """What was asked can't be done, and the person is told so in their language.

    `text_id` names the sentence (Fluent), `args` fill it. `argument` names the command argument at fault, so that a
    step-by-step dialog asks for it again.
    """

    def __init__(self, text_id: str, *, argument: str | None = None, **args: object) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.argument = argument
        given = args.get("given")
        self.args_of_text = {**args, "given": cut(given, LONGEST_ECHO)} if isinstance(given, str) else args
