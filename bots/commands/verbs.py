"""Groups of commands: a first word such as `event`, and the verbs after it.

Behind some first words stand people's own words: `event Potluck friday`, `poll Tea? yes no`. There a verb counts when
it stands alone, when a number follows, or when hardly any title begins with it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from bots.commands import localization, synonyms, topics
from bots.commands.declaration import MAX_NAME_LENGTH, Command
from bots.commands.folding import fold, foldings
from bots.commands.verb_arguments import (
    CREATE,
    NUMBER,
    arguments_behind,
    bare_arguments,
    begins_with_answer,
    from_number,
    is_heading,
    is_numbered,
    is_quoted,
    join_verb_words,
    split_verb,
)
from bots.core.refusal import Refusal
from bots.core.richtext import Code, Text, join
from bots.core.similarity import most_similar
from bots.i18n import languages, texts

_INSTEAD: Mapping[str, tuple[str, ...]] = {
    "add": ("add", "join"),
    "cancel": ("cancel", "delete", "remove"),
    "close": ("close", "stop"),
    "delete": ("delete", "cancel", "remove"),
    "leave": ("leave", "remove"),
    "remove": ("remove", "delete", "cancel", "leave"),
    "results": ("results", "show"),
    "show": ("show", "results", "list"),
    "list": ("list", "show"),
    "stop": ("stop", "close"),
}
"""For a verb, those that do the same; the first that a group has counts."""
_DESTRUCTIVE = frozenset({"cancel", "delete", "remove", "leave"})
_OWN_WORDS = frozenset({"text", "rest", "words"})
"""The kinds of arguments that people fill with their own words."""
_QUESTION = re.compile(r'[?？؟\n"“«„]')
"""The sign of a whole question, or of quoted words."""
_MIN_SIMILARITY = 80
"""A word that is less similar, of a hundred, is no mistyped verb."""
_LONGEST_NUMBER = 5
"""The longest number of an event or poll, with its #. A longer one is a year or part of a title."""
_LEAST_TITLE = 3
"""How many words a title and its day have at least after a verb."""
_EXCERPT = 20
"""How many letters of people's words the example of a refusal repeats."""


@dataclass(frozen=True, eq=False)
class Group:
    """The commands with the same first word. `own` is that of the first word alone, `verbs` are the others by verb.

    `names`: the verbs by their names in every language. `alone`: names of `own` among the verbs.
    """

    root: str
    own: Command | None
    verbs: Mapping[str, Command]
    names: Mapping[str, str]
    alone: frozenset[str]

    def find(self, typed: str, rest: str) -> tuple[Command, str] | None:
        """Return the command whose verb a text begins with, and its arguments; None for people's own words.

        `typed` is the word that named the group. Raises Refusal("verb-unknown" | "verb-or-title" | "command-unknown").
        """
        first, behind = split_verb(join_verb_words(rest))
        word = fold(first[:MAX_NAME_LENGTH].strip(":,.;!"))
        if not word:
            return None
        if self.own is not None and (self._creates(word, first, behind) or (word in self.alone and not self.own.args)):
            return self.own, behind
        self._check_order(typed, first, behind)
        command = self.of_verb(word)
        behind = behind.strip() if "\n" not in behind else behind
        if not self._has_titles or not behind or is_numbered(behind):
            return self._certain(command, word, f"{typed} {first}", behind)
        return self._among_titles(command, word, typed, first, behind)

    def of_verb(self, word: str) -> Command | None:
        """Return the command that a word for a verb means here."""
        if word in self.names:
            return self.verbs[self.names[word]]
        meant = [verb for verb in synonyms.verbs().get(word, ()) if verb != CREATE]
        instead = (other for verb in meant for other in _INSTEAD.get(verb, (verb,)))
        return next((self.verbs[verb] for verb in instead if verb in self.verbs), None)

    def _check_order(self, typed: str, number: str, behind: str) -> None:
        """Raise Refusal("command-unknown") where a number stands before its verb: `event 1 moved to saturday`."""
        verb, rest = (*behind.split(maxsplit=1), "", "")[:2]
        if len(number) > _LONGEST_NUMBER or not NUMBER.fullmatch(number) or _QUESTION.search(behind):
            return
        command = self.of_verb(fold(verb[:MAX_NAME_LENGTH]))
        if command is not None and command.args and command.args[0].kind == "number":
            rest = _first_line(rest) if len(command.args) > 1 else ""
            shown = Code(f"!{command.name} {number.lstrip('#')} {rest}".rstrip())
            raise Refusal("command-unknown", given=f"{typed} {number} {verb}", nearest=(shown,))

    @property
    def _has_titles(self) -> bool:
        return self.own is not None and bool(self.own.args) and self.own.args[0].kind in _OWN_WORDS

    def _certain(self, command: Command | None, word: str, said: str, behind: str) -> tuple[Command, str] | None:
        """Return the command of a verb where it cannot begin a title. Refuse an unknown or a mistyped verb."""
        if command is not None:
            return command, arguments_behind(command, behind)
        known = [*self.names, *synonyms.imperatives()]
        near = None if is_heading(said, behind) else _nearest(word, known)
        right = self.of_verb(near[0]) if near is not None else None
        if right is not None:
            shown = Code(f"!{right.name} {bare_arguments(right, behind)}".rstrip())
            raise Refusal("command-unknown", given=said, nearest=(shown,))
        if self._has_titles and word not in synonyms.verbs():
            return None
        if meant := [name for name in synonyms.meanings().get(word, ()) if self._is_near(name)]:
            nearest = join([(Code(f"!{name} {from_number(behind)}".rstrip()),) for name in meant], (Text(", "),))
            raise Refusal("command-unknown", given=said, nearest=nearest)
        says_more = not is_numbered(behind) or len(from_number(behind).split()) > 1
        if says_more and (lines := synonyms.meanings().get(fold(said[: 2 * MAX_NAME_LENGTH]))):
            shown_lines = join([(Code(f"!{name} {_first_line(behind)}".rstrip()),) for name in lines], (Text(", "),))
            raise Refusal("command-unknown", given=said, nearest=shown_lines)
        raise self._unknown(said)

    def _is_near(self, line: str) -> bool:
        """Return whether a suggested command is another one about the same things."""
        root = line.split()[0]
        return root != self.root and topics.topic_of_root(root) == topics.topic_of_root(self.root)

    def _among_titles(
        self, command: Command | None, word: str, typed: str, first: str, behind: str
    ) -> tuple[Command, str] | None:
        """Return the command of a verb before people's own words; None where the verb belongs to them."""
        sure = word in synonyms.imperatives()
        question = self.own is not None and self.own.args[0].kind == "text"
        takes_words = command is not None and any(arg.kind in _OWN_WORDS for arg in command.args)
        is_one = word in self.names and is_quoted(behind)
        if question and _QUESTION.search(behind) and not (takes_words and (sure or is_one) and first.islower()):
            return None
        if command is None:
            if not sure:
                return None
            raise self._unknown(f"{typed} {first}")
        if takes_words and (word in self.names or (sure and not is_destructive(command))):
            return command, behind
        if not synonyms.without_small_words(behind):
            return command, behind if begins_with_answer(command, behind) else ""
        if command.args and command.args[0].choices and localization.find_choice(behind, command.args[0]):
            return command, behind
        if (word in self.names or sure) and not question and len(behind.split()) < _LEAST_TITLE:
            return command, behind
        if sure or (question and word in self.names):
            example = f'!{self.root} "{first} {" ".join(behind[:_EXCERPT].split())}…"'
            raise Refusal("verb-or-title", given=first, command=Code(f"!{command.name}"), example=Code(example))
        return None

    def _creates(self, word: str, first: str, behind: str) -> bool:
        """Return whether the word only says that something new follows: `event create Potluck`, `poll new "Tea?"`."""
        if not self._has_titles or (word not in self.alone and CREATE not in synonyms.verbs().get(word, ())):
            return False
        if word in self.names:
            return _QUESTION.search(behind) is not None and not is_quoted(behind)
        if word in synonyms.imperatives() or not behind or _QUESTION.match(behind):
            return True
        return first.islower() and behind[:1].isupper() and behind[1:2].isalpha()

    def _unknown(self, said: str) -> Refusal:
        own = (self.own,) if self.own is not None else ()
        listed = join([(Code(f"!{command.name}"),) for command in (*own, *self.verbs.values())], (Text(", "),))
        return Refusal("verb-unknown", given=said, listed=listed)


def groups(commands: Sequence[Command], aliases: Mapping[str, Command]) -> dict[str, Group]:
    """Return the groups by the words for their first word, in every language."""
    members: dict[str, list[Command]] = {}
    for command in commands:
        if not command.hidden:
            members.setdefault(command.name.split()[0], []).append(command)
    made = {
        root: _group(root, found, aliases) for root, found in members.items() if any(" " in one.name for one in found)
    }
    also = {word: made[root] for word, command in aliases.items() if (root := command.name.split()[0]) in made}
    return {
        **{word: group for word, group in also.items() if " " not in word},
        **{word: group for root, group in made.items() for word in (root, *_spellings(root))},
    }


def _group(root: str, commands: Sequence[Command], aliases: Mapping[str, Command]) -> Group:
    verbs = {command.name.split()[1]: command for command in commands if " " in command.name}
    own = next((command for command in commands if command.name == root), None)
    names = {word: verb for verb in verbs for word in (*_spellings(verb), verb)}
    names |= {word: verb for verb, command in verbs.items() for word in _named(localization.name_id(command.name, 1))}
    roots = {root, *_spellings(root)}
    other = {line.split()[1]: command for line, command in aliases.items() if line.split()[0] in roots and " " in line}
    names |= {word: command.name.split()[1] for word, command in other.items() if command in verbs.values()}
    return Group(root, own, verbs, names, frozenset(_spellings(own.alone) if own is not None and own.alone else ()))


def is_destructive(command: Command) -> bool:
    """Return whether a command ends something. Another word for one that doesn't may stand before people's words."""
    return command.name.split()[-1] in _DESTRUCTIVE


def _spellings(word: str) -> Iterable[str]:
    """Return a word of our commands as it is typed in every language."""
    return _named(f"name-{word}")


def _named(text_id: str) -> list[str]:
    return [spelling for code in languages.codes() for spelling in foldings(texts.words(code, text_id))]


def _first_line(text: str) -> str:
    return text.split("\n", 1)[0][: _EXCERPT * 3].strip()


def _nearest(word: str, known: Sequence[str]) -> tuple[str, float] | None:
    """Return the known word that is most similar to a mistyped one, if one is, and how alike they are."""
    return next(iter(most_similar(word, known, limit=1, least=_MIN_SIMILARITY)), None)
