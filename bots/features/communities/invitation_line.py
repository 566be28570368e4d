"""The reader of `network invite`: once or lasting, how long, and a note, in any of these parts."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.commands import localization
from bots.commands.declaration import Arg, Args
from bots.commands.named_values import take_named
from bots.dates.term import take_term

ONCE, LASTING = "once", "lasting"
_MOST_WORDS = 4
"""In a phrase such as "de un solo uso"."""
_END = re.compile(r"[\s,:;.–—-]+$")


@dataclass(frozen=True)
class InvitationReader:
    """Reads "lasting for 7 days the gardens", or the same parts by name. The first argument says how often."""

    args: tuple[Arg, ...]

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line. Raises Refusal("argument-name")."""
        named = take_named(self.args, text, locale)
        return Args({**_parts(named.rest, self.args[0]), **named.values})

    def read_answer(self, args: Args, arg: Arg, text: str, _locale: str) -> Args:
        """Return the arguments with an answer to the question for one of them."""
        return Args({**args.values, arg.name: text.strip()})

    def complete(self, args: Args, _locale: str) -> Args:
        """Return the arguments of a form as they are."""
        return args


def _parts(text: str, uses: Arg) -> dict[str, str]:
    """Return what a line says without names: the first words may say how often, the next ones how long."""
    values: dict[str, str] = {}
    for size in range(_MOST_WORDS, 0, -1):
        words = text.split(maxsplit=size)
        often = localization.find_choice(" ".join(words[:size]), uses)
        if often is not None:
            values["uses"], text = often, "".join(words[size:])
            break
    length, note = take_term(text)
    if length is not None:
        values["span"] = _END.sub("", text.strip()[: len(text.strip()) - len(note)])
    return {**values, **({"note": note} if note else {})}
