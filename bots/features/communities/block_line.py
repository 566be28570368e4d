"""The reader of `block`: whom, for how long, and why, as in "@anna for 30 days: spam"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from bots.commands.declaration import Arg, Args
from bots.commands.named_values import take_named
from bots.dates.term import find_term, take_term

_BEHIND_NAME = re.compile(r"[,:;](?=\s)|\s[–—-](?=\s)|\n")
"""What separates a person from the reason. An id holds colons, but no blank after one."""
_END = re.compile(r"[\s,:;.–—-]+$")


@dataclass(frozen=True)
class BlockReader:
    """Reads a person, a length of time and a reason, or the same parts by name."""

    args: tuple[Arg, ...]

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line. Raises Refusal("argument-name")."""
        named = take_named(self.args, text, locale)
        return Args({**_parts(named.rest), **named.values})

    def read_answer(self, args: Args, arg: Arg, text: str, _locale: str) -> Args:
        """Return the arguments with an answer to the question for one of them."""
        given = _parts(text) if arg.name == "person" and not text.startswith("#") else {arg.name: text.strip()}
        return Args({**given, **args.values, arg.name: given.get(arg.name, text.strip())})

    def complete(self, args: Args, _locale: str) -> Args:
        """Return the arguments of a form as they are."""
        return args


def _parts(text: str) -> dict[str, str]:
    """Return whom a line means, how long and why, as far as it says so."""
    at, values = find_term(text), dict[str, str]()
    if at is not None:
        person, behind = _END.sub("", text[:at]), text[at:]
        _, reason = take_term(behind)
        values["span"] = _END.sub("", behind[: len(behind) - len(reason)])
    else:
        end = _BEHIND_NAME.search(text)
        person, reason = (text[: end.start()], text[end.end() :]) if end is not None else (text, "")
    values |= {name: value.strip() for name, value in (("person", person), ("reason", reason)) if value.strip()}
    return values
