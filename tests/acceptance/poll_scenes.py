"""Every kind of poll in English and French, for doors to play: what is typed, what somebody chooses, and the result."""

from __future__ import annotations

from dataclasses import dataclass

from bots.core.outbound import CHOICE_EMOJI
from bots.features.polls.kinds import consent

LANGUAGES = ("en", "fr")


@dataclass(frozen=True)
class Scene:
    """One poll. `word` says its kind in a typed line; `chosen` are the options that Anna presses, in her order.

    `typed` is a private ballot as numbers. `points`: what she gives to one option after the other. `added`: an option
    that she adds first.
    """

    kind: str
    word: str
    question: str
    options: str
    result: str
    chosen: tuple[int, ...] = ()
    choices: int = 1
    typed: str = ""
    points: tuple[int, ...] = ()
    added: str = ""

    @property
    def line(self) -> str:
        """What a connector types behind the command."""
        more = f" choices={self.choices}" if self.choices > 1 else ""
        return " ".join(part for part in (self.word, f'"{self.question}"', self.options) if part) + more

    @property
    def asked(self) -> str:
        """A pattern for the question."""
        return self.question.replace("?", "\\?")

    @property
    def labels(self) -> list[str]:
        """The options' texts."""
        return [*self.options.split(", "), *([self.added] if self.added else [])]

    @property
    def emoji(self) -> tuple[str, ...]:
        """The emoji that choose."""
        offered = consent.EMOJI if self.kind == "consent" else CHOICE_EMOJI
        return tuple(offered[index] for index in self.chosen)

    @property
    def is_list(self) -> bool:
        """Whether Discord shows a list to choose from."""
        return self.choices > 1 or self.kind == "dates"


SCENES = {
    "en": (
        Scene("choice", "", "Where is the picnic?", "Garden, Park", "The answer is.*Park", (1,)),
        Scene("choice", "", "Which colours?", "Red, Green, Blue", "Tie.*Red.*Blue", (0, 2), choices=2),
        Scene("yesno", "yes/no", "Do we sing?", "", "The answer is.*[Yy]es", (0,)),
        Scene("consent", "consent", "We paint the shed", "", "There is consent", (0,)),
        Scene("score", "score", "How good was it?", "Soup, Pie", "The answer is.*Pie", typed="1 5", points=(1, 5)),
        Scene("dots", "dots", "What comes first?", "Fence, Path", "The answer is.*Path", (1,), typed="0 5"),
        Scene("ranked", "ranked", "Which film?", "Alien, Brazil", "The answer is.*Brazil", (1, 0), typed="2 1"),
        Scene("dates", "dates", "Which day?", "tomorrow 15:00 / in 3 days 11:00", "The answer is.*11:00", (1,)),
        Scene("choice", "open list", "Which song?", "Help, Imagine", "The answer is.*Hurt", (2,), added="Hurt"),
    ),
    "fr": (
        Scene("choice", "", "Où se voit-on ?", "Jardin, Parc", "La réponse est.*Parc", (1,)),
        Scene("choice", "", "Quelles couleurs ?", "Rouge, Vert, Bleu", "Égalité.*Rouge.*Bleu", (0, 2), choices=2),
        Scene("yesno", "oui/non", "On chante ?", "", "La réponse est.*[Oo]ui", (0,)),
        Scene("consent", "consentement", "On repeint la cabane", "", "Il y a consentement", (0,)),
        Scene("score", "notes", "C’était bon ?", "Soupe, Tarte", "La réponse est.*Tarte", typed="1 5", points=(1, 5)),
        Scene(
            "dots", "gommettes", "Que fait-on d’abord ?", "Clôture, Allée", "La réponse est.*Allée", (1,), typed="0 5"
        ),
        Scene("ranked", "classement", "Quel film ?", "Alien, Brazil", "La réponse est.*Brazil", (1, 0), typed="2 1"),
        Scene("dates", "dates", "Quel jour ?", "demain 15:00 / dans 3 jours 11:00", "La réponse est.*à 11", (1,)),
        Scene(
            "choice", "liste ouverte", "Quelle chanson ?", "Help, Imagine", "La réponse est.*Hurt", (2,), added="Hurt"
        ),
    ),
}
