"""The reader of `event limit`: "1 to 12 people", "the potluck 12", "12 Plätze"."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from bots.commands import localization, parsing, synonyms
from bots.commands.declaration import Arg, Args, Command
from bots.commands.folding import fold, folded_words

_WORDS = ("event-place-words", "event-limit-words", "event-limit-short-words", "event-limit-small-words")


@dataclass(frozen=True)
class CapacityReader:
    """Reads the event, its places and what becomes of those who are too many."""

    args: tuple[Arg, ...]

    def read_line(self, text: str, locale: str) -> Args:
        """Return the arguments in a typed line. Raises what `parsing.parse` raises."""
        words = [word for word in text.split() if fold(word) not in _fillers() and not synonyms.is_small(word)]
        surplus = localization.find_choice(words[-1], self.args[-1]) if words else None
        said = words[:-1] if surplus else words
        if len(said) < 2 or not said[-1].isdecimal():
            return parsing.parse(Command(name="event limit", args=self.args), text, locale)
        values = {"number": " ".join(said[:-1]), "places": said[-1]}
        return Args({**values, "surplus": surplus} if surplus else values)

    def read_answer(self, args: Args, arg: Arg, text: str, _locale: str) -> Args:
        """Return the arguments with the answer to a question for one of them."""
        return Args({**args.values, arg.name: parsing.parse_answer(arg, text)})

    def complete(self, args: Args, _locale: str) -> Args:
        """Return the arguments of a form as they are."""
        return args


@lru_cache(maxsize=1)
def _fillers() -> frozenset[str]:
    """Return the words beside the numbers, in all languages."""
    return frozenset(word for text_id in _WORDS for phrase in folded_words(text_id) for word in phrase.split())
