"""The reader of `network invite`: once or lasting, how long, and a note, in any of these parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.commands import localization
from bots.commands.declaration import Arg, Args
from bots.commands.named_values import take_named
from bots.dates.term import take_term

ONCE, LASTING = "once", "lasting"
_END = re.compile(r"[\s,:;.–—-]+$")


@dataclass(frozen=True)
class InvitationReader:
    """Reads "lasting for 7 days the gardens", or the same parts by name."""

    args: tuple[Arg, ...]

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line. Raises Refusal("argument-name")."""
        named = take_named(self.args, text, locale)
        return Args({**_parts(named.rest), **named.values})

    def read_answer(self, args: Args, arg: Arg, text: str, _locale: str) -> Args:
        """Return the arguments with an answer to the question for one of them."""
        return Args({**args.values, arg.name: text.strip()})

    def complete(self, args: Args, _locale: str) -> Args:
        """Return the arguments of a form as they are."""
        return args


def _parts(text: str) -> dict[str, str]:
    """Return what a line says without names: the first word may say how often, the next ones how long."""
    values: dict[str, str] = {}
    head, _, rest = text.strip().partition(" ")
    uses = localization.match_choice(head, "choice", (ONCE, LASTING))
    if uses is not None:
        values["uses"], text = uses, rest
    length, note = take_term(text)
    if length is not None:
        values["span"] = _END.sub("", text.strip()[: len(text.strip()) - len(note)])
    return {**values, **({"note": note} if note else {})}
