"""The exception that tells a person why the bot cannot do what they asked."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Self

from bots.core.sanitize import truncate

MAX_ECHO_LENGTH = 60
"""The bot repeats at most this many characters of what somebody typed."""


class Refusal(Exception):
    """A request that the bot declines, with the reason in the person's language.

    `text_id` names the sentence (Fluent); `text_args` fill it. `argument` names the faulty command argument, so that a
    dialog can ask for it again. `remember` are values that the command gets beside the answer, such as the part of a
    line that was understood.
    """

    def __init__(self, text_id: str, *, argument: str | None = None, **args: object) -> None:
        super().__init__(text_id)
        self.text_id = text_id
        self.argument = argument
        self.remember: Mapping[str, str] = {}
        given = args.get("given")
        self.text_args = {**args, "given": truncate(given, MAX_ECHO_LENGTH)} if isinstance(given, str) else args

    def remembering(self, values: Mapping[str, str]) -> Self:
        """Return this refusal with values that the command gets beside the answer."""
        self.remember = dict(values)
        return self
