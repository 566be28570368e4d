"""The words behind a verb: the number, the quotation, the small words before them."""

from __future__ import annotations

import re

from bots.commands import synonyms
from bots.commands.declaration import MAX_NAME_LENGTH, Command
from bots.commands.folding import fold
from bots.commands.quotes import find_quotations
from bots.dates.recognition import names_time
from bots.i18n import answers

CREATE = "create"
NUMBER = re.compile(r"#?[0-9]{1,15}(?=[.,!:;]?(?:$|\s))")
_SIGN_BEHIND = re.compile(r"(?<=[0-9])[.,!:;](?=\s)")
_GLUED = re.compile(r"\s*(?P<word>[^\W\d_]{2,40})[:#]{0,2}(?P<number>[0-9]{1,15})(?=[.,!]?$|\s)")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}\b")
_TAKE_NO = frozenset({"answer", "person", "rule", "times"})
"""The arguments for which a "no" may be given."""
_LONGEST_QUOTED = 600


def join_verb_words(rest: str) -> str:
    """Return a text whose verb has several words with one for it: `wieder öffnen 1` is `reopen 1`."""
    for size in (3, 2):
        words = rest.split(maxsplit=size)
        verb = synonyms.verbs().get(fold(" ".join(words[:size])[: 2 * MAX_NAME_LENGTH])) if len(words) >= size else None
        if verb is not None and verb[0] != CREATE:
            return " ".join((verb[0], *words[size:]))
    return rest


def split_verb(rest: str) -> tuple[str, str]:
    """Return the first word and what follows. A number that sticks to a word counts as the next one: `close#3`."""
    glued = _GLUED.match(rest)
    if glued is not None:
        return glued["word"], glued["number"] + rest[glued.end() :]
    first, behind = (*rest.split(maxsplit=1), "", "")[:2]
    return first, behind


def is_numbered(text: str) -> bool:
    """Return whether a text begins with a number, maybe after small words: `3`, `#3 saturday`, `the poll 3 please`."""
    return NUMBER.match(from_number(text)) is not None


def is_quoted(text: str) -> bool:
    """Return whether a text is one quotation and nothing else: `poll add "In the park"` asks no question."""
    found = find_quotations(text[:_LONGEST_QUOTED])
    return len(found) == 1 and (found[0].start, found[0].end) == (0, len(text))


def is_heading(said: str, behind: str) -> bool:
    """Return whether a word begins a title although a number follows: `Movie: 2001`, `Movie 1984`, `Fête 31 déc`."""
    year = said.split()[-1][:1].isupper() and _YEAR.match(behind) is not None
    return said.endswith(":") or year or names_time(" ".join(behind.split(maxsplit=2)[:2]))


def from_number(text: str) -> str:
    """Return a text without up to three small words at its beginning."""
    for _ in range(3):
        first, behind = (*text.split(maxsplit=1), "", "")[:2]
        if not synonyms.is_small(first):
            break
        text = behind
    return text


def begins_with_answer(command: Command, behind: str) -> bool:
    """Return whether the words after a verb begin with an answer: in `event feed no`, "no" is "off", not a number."""
    if command.args and command.args[0].kind == "number":
        return False
    return answers.match(behind.split(maxsplit=1)[0][:MAX_NAME_LENGTH], "on", "off", "yes", "no") is not None


def arguments_behind(command: Command, behind: str) -> str:
    """Return a verb's arguments. Drop small words beside a number: "poll close number 3 please" gives "3"."""
    return (
        bare_arguments(command, behind) if is_numbered(behind) and not begins_with_answer(command, behind) else behind
    )


def bare_arguments(command: Command, behind: str) -> str:
    """Return the arguments from their number on; without any small words where there is only a number.

    Keep a "no" at the end where the command takes an answer.
    """
    bare = synonyms.without_small_words(behind)
    only_numbers = all(arg.kind == "number" for arg in command.args) or NUMBER.fullmatch(bare)
    refuses = any(arg.name in _TAKE_NO for arg in command.args) and answers.match(behind.rpartition(" ")[2], "no")
    return bare if only_numbers and not refuses else _SIGN_BEHIND.sub("", from_number(behind), count=1)
