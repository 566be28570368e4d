"""The command that somebody means by a line: by its name in any language, by another word for it, or by a likely typo.

A second word that is a verb never begins a title or a question. It means the nearest verb of the command; if none is
near, refuse it and name the existing verbs.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from bots.commands import synonyms, verb_arguments, verbs
from bots.commands.declaration import MAX_NAME_LENGTH, Command, find_declared, index_by_name
from bots.commands.folding import fold
from bots.commands.localization import index_by_localized_name
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Rich, Text, join
from bots.core.similarity import similarity
from bots.i18n import answers, attendance

MIN_SIMILARITY = 60
"""Names that are less similar, of a hundred, are not suggested for an unknown command."""
LIKELY_TYPO = 80
"""From this similarity on, of a hundred, the suggestion repeats the words after the mistyped name."""
MAX_SUGGESTIONS = 3
RSVP = "rsvp"
HELP = "help"
"""The command that `event help` means too."""
PLACEHOLDER = " CODE"
"""Replaces a code in suggestions."""
MAX_REPEATED = 60
"""The longest text that a suggestion repeats, in letters."""
_MAX_QUESTION = 80
_MAX_TITLE_WORDS = 6
_MAX_VERB_WORDS = 2
"""Of a verb that opens a line: `call off the potluck`."""
_MAX_SMALL_WORDS = 3
"""Between a verb and its noun: `delete the poll 1`."""
_ELIDED = re.compile(r"^[^\W\d_]{1,2}['\u2019](?=\w)")
"""An article that lost its vowel: the `l'` of `l'événement`."""


def find_command(line: str, names: Mapping[str, Command]) -> tuple[Command, str]:
    """Return the command that a line means, and the text after its name.

    Raises Refusal("command-unknown" | "command-unknown-bare" | "verb-unknown" | "verb-or-title").
    """
    line = _cleaned(line)
    lookup = _lookup(tuple(dict.fromkeys(names.values())))
    return (
        lookup.find_help(line)
        or lookup.find_in_group(line)
        or lookup.find_verb_first(line)
        or find_declared(line, names)
        or lookup.find(line)
    )


def _cleaned(line: str) -> str:
    """Return the line with its first word as a name: `poll_close 3` is `poll close 3`, `poll: Tea?` is `poll Tea?`."""
    first, behind = (*line.split(maxsplit=1), "", "")[:2]
    name = first.rstrip(":,.;!").replace("_", " ")
    gap = line.lstrip()[len(first) :]
    return name + gap if behind else name


@lru_cache(maxsize=8)
def _lookup(commands: tuple[Command, ...]) -> _Lookup:
    return _Lookup(commands)


class _Lookup:
    """The tables that find commands."""

    def __init__(self, commands: tuple[Command, ...]) -> None:
        self._names = {**index_by_localized_name(commands), **index_by_name(commands)}
        self._visible = {name: command for name, command in self._names.items() if not command.hidden}
        by_name = {command.name: command for command in commands}
        self._aliases = {word: by_name[name] for word, name in synonyms.aliases().items() if name in by_name}
        aliases = {alias: command for command in commands for alias in command.aliases}
        self._help_words = {word for word, command in (self._names | self._aliases).items() if command.name == HELP}
        self._groups = verbs.groups(commands, {**aliases, **self._aliases})

    def find_help(self, line: str) -> tuple[Command, str] | None:
        """Return the help about a command, for `event help`."""
        first, behind = (*line.split(maxsplit=1), "", "")[:2]
        command = self._names.get(HELP)
        if command is not None and behind and answers.match(line[:_MAX_QUESTION], "help"):
            return command, ""
        known = fold(first[:MAX_NAME_LENGTH]) in self._groups or find_declared(first, self._names) is not None
        is_help = known and fold(behind[:MAX_NAME_LENGTH].strip(" ?!.")) in self._help_words
        return (command, first) if command is not None and is_help else None

    def find_in_group(self, line: str) -> tuple[Command, str] | None:
        """Return the command that a line means whose first word has verbs; None for any other line."""
        first, behind = (*line.split(maxsplit=1), "", "")[:2]
        group = self._groups.get(fold(first[:MAX_NAME_LENGTH]))
        if group is None:
            return None
        own = find_declared(first, self._names) or find_declared(first, self._aliases)
        return group.find(first, behind) or ((own[0], behind) if own is not None else None)

    def find_verb_first(self, line: str) -> tuple[Command, str] | None:
        """Return the command of a line with the verb before its noun, `delete poll 1`; None for any other line."""
        verb, behind = (*line.split(maxsplit=1), "", "")[:2]
        if attendance.begins(line):
            return None
        if fold(verb[:MAX_NAME_LENGTH]) not in synonyms.verbs():
            return None
        if (titled := self._find_titled(verb, behind)) is not None:
            return titled
        for _ in range(_MAX_SMALL_WORDS):
            noun, behind = (*behind.split(maxsplit=1), "", "")[:2]
            bare = _ELIDED.sub("", noun[:MAX_NAME_LENGTH])
            if (group := self._groups.get(fold(bare))) is not None:
                command = group.of_verb(fold(verb[:MAX_NAME_LENGTH]))
                if command is not None and command.args and command.args[0].kind == "number":
                    is_bare = not synonyms.without_small_words(behind)  # "close the poll pls"
                    return command, "" if is_bare else verb_arguments.arguments_behind(command, behind)
                return self.find_in_group(f"{bare} {verb} {behind}")
            if not synonyms.is_small(noun):
                break
        return None

    def _find_only(self, line: str) -> tuple[Command, str] | None:
        """Return the command of a verb that only one kind of thing has: `push the potluck back to sunday`.

        One that destroys something is only suggested.
        """
        verb, behind = (*line.split(maxsplit=1), "", "")[:2]
        found = [one for one in self._exactly(fold(verb[:MAX_NAME_LENGTH])) if not verbs.is_destructive(one)]
        takes_title = len(found) == 1 and len(found[0].args) > 1 and found[0].args[0].kind == "number"
        return (found[0], behind) if takes_title and behind else None

    def _exactly(self, verb: str) -> list[Command]:
        """Return the commands with this very verb, in any language: of `cancel` not those that have only `remove`."""
        groups = dict.fromkeys(self._groups.values())
        meant = (*synonyms.verbs().get(verb, ()), verb)
        return list(dict.fromkeys(group.verbs[name] for name in meant for group in groups if name in group.verbs))

    def _find_titled(self, verb: str, behind: str) -> tuple[Command, str] | None:
        """Return the command of a line with a title between verb and noun: `close the tea poll`; None for others."""
        words = behind.split(maxsplit=_MAX_TITLE_WORDS)
        for at, noun in enumerate(words[:_MAX_TITLE_WORDS]):
            group = self._groups.get(fold(noun[:MAX_NAME_LENGTH]))
            command = group.of_verb(fold(verb[:MAX_NAME_LENGTH])) if group is not None else None
            titled = any(not synonyms.is_small(word) for word in words[:at])
            if titled and command is not None and command.args and command.args[0].kind == "number":
                return command, " ".join((*words[:at], *words[at + 1 :]))
        return None

    def find(self, line: str) -> tuple[Command, str]:
        """Return the command of an alias. Raises Refusal with suggestions for anything else."""
        found = find_declared(line, self._aliases) or self._find_only(line)
        if found is not None:
            return found
        given = line.split(maxsplit=1)[0] if line.split() else ""
        own_words = self._as_attendance(line, surely=True) or self._by_meaning(line) or self._as_attendance(line)
        nearest = own_words or self._by_spelling(line) or self._by_last_word(line)
        nearest = list(dict.fromkeys(nearest))[:MAX_SUGGESTIONS]
        shown: Rich = join([(Code(f"!{name}"),) for name in nearest], (Text(", "),))
        raise Refusal("command-unknown" if nearest else "command-unknown-bare", given=given, nearest=shown)

    def _as_attendance(self, line: str, *, surely: bool = False) -> list[str]:
        """Return the reply to an invitation that a line is in people's own words: "count me in", "je serai là"."""
        said = attendance.read(line)
        meant = said is not None and not said.bare and find_declared(RSVP, self._names)
        return [f"{RSVP} {said.answer}"] if said is not None and meant and said.surely >= surely else []

    def _by_meaning(self, line: str) -> list[str]:
        """Return the commands that the first words stand for: by a meaning, or as a verb of some groups."""
        for size in (3, 2, 1):
            words = line.split(maxsplit=size)
            head, behind = fold(" ".join(words[:size])[:MAX_NAME_LENGTH]), "".join(words[size:])
            meant = [name for name in synonyms.meanings().get(head, ()) if find_declared(name, self._names)]
            groups = dict.fromkeys(self._groups.values()) if len(head.split()) <= _MAX_VERB_WORDS else {}
            exact = self._exactly(head) if groups else []
            verbs_of = [found.name for group in groups if (found := group.of_verb(head)) is not None]
            verbs_of = [found.name for found in exact] or verbs_of
            if meant or verbs_of:
                return [_repeating(name, behind) for name in self._taking(behind, (*meant, *verbs_of))]
        return []

    def _by_last_word(self, line: str) -> list[str]:
        """Return the command whose verb ends a line, as in German: "potluck um eine Stunde verschieben"."""
        before, _, last = line.rpartition(" ")
        exact = self._exactly(fold(last[:MAX_NAME_LENGTH])) if before else []
        takes_title = len(exact) == 1 and bool(exact[0].args) and exact[0].args[0].kind == "number"
        return [_repeating(exact[0].name, before)] if takes_title else []

    def _taking(self, behind: str, names: Sequence[str]) -> list[str]:
        """Return the commands that can take these words: with a number those of a number, else the others, if any."""
        numbered = [name for name in dict.fromkeys(names) if self._takes_number(name)]
        others = [name for name in dict.fromkeys(names) if name not in numbered]
        if not behind or not numbered or not others:
            return [*dict.fromkeys(names)]
        return numbered if verb_arguments.is_numbered(behind) else others

    def _takes_number(self, line: str) -> bool:
        found = find_declared(line, self._names)
        return found is not None and bool(found[0].args) and found[0].args[0].kind == "number"

    def _by_spelling(self, line: str) -> list[str]:
        """Return the names that resemble the first words of a line: the most similar first, then the shortest."""
        heads = [(fold(" ".join(line.split(maxsplit=size)[:size])[: 2 * MAX_NAME_LENGTH]), size) for size in (1, 2)]
        rated: dict[str, tuple[float, int]] = {}
        for name, command in self._visible.items():
            alike, size = max((similarity(name, head), size) for head, size in heads)
            rated[command.name] = max(rated.get(command.name, (0.0, 0)), (alike, size))
        near = sorted((name for name, (alike, _) in rated.items() if alike >= MIN_SIMILARITY), key=len)
        near.sort(key=lambda name: -rated[name][0])
        near = [name for name in near if rated[name][0] >= LIKELY_TYPO] or near
        behind = {name: "".join(line.split(maxsplit=rated[name][1])[rated[name][1] :]) for name in near}
        taking = [name for name in near if not behind[name] or self._visible[name].args]
        return [_repeating(name, behind[name]) if rated[name][0] >= LIKELY_TYPO else name for name in taking or near]


def _repeating(name: str, rest: str) -> str:
    """Return a command with what somebody typed after its mistyped name, if that is short."""
    if not rest or len(rest) > MAX_REPEATED or "\n" in rest:
        return name
    return f"{name.removesuffix(PLACEHOLDER)} {rest}"
