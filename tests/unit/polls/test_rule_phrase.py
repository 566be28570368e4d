"""Rules of a poll in the words before the question and after the options."""

from collections.abc import Mapping

import pytest

from bots.features.polls.command_reader import UNSURE
from bots.features.polls.commands import POLL

RULES = ("anonymous", "hidden", "quorum", "threshold", "kind")


def read(typed: str) -> tuple[str, list[str], Mapping[str, object], bool]:
    """Return question, options and rules of a typed poll, and whether its author sees it first."""
    assert POLL.reader is not None
    args = POLL.reader.read_line(typed, "en")
    given = {name: value for name, value in args.values.items() if name in RULES}
    options = [option.strip() for option in args.words("options")]
    return args.text("question"), options, given, UNSURE in args.values


@pytest.mark.parametrize(
    ("typed", "question", "options", "given"),
    [
        ("quorum 3 Which? red, blue", "Which?", "red blue", {"quorum": "3"}),
        ("Which? red, blue quorum of three", "Which?", "red blue", {"quorum": "3"}),
        ("Which? red, blue, quorum 3.", "Which?", "red blue", {"quorum": "3"}),
        ("Which?\nred\nblue\nquorum 3", "Which?", "red blue", {"quorum": "3"}),
        ("Which? red, blue threshold two thirds", "Which?", "red blue", {"threshold": "two thirds"}),
        ("Which? red, blue anonymous", "Which?", "red blue", {"anonymous": "yes"}),
        ("Which? red, blue (hidden)", "Which?", "red blue", {"hidden": "yes"}),
        (
            "Which? red, blue until friday quorum 3 threshold 60%", "Which?", "red blue",
            {"quorum": "3", "threshold": "60%"},
        ),
        (
            "Which? red, blue quorum 3 anonymous until friday", "Which?", "red blue",
            {"quorum": "3", "anonymous": "yes"},
        ),
        (
            "anonymous quorum 3 ranked Which? red, blue", "Which?", "red blue",
            {"anonymous": "yes", "quorum": "3", "kind": "ranked"},
        ),
        ("anonymous ranked Which? red, blue", "Which?", "red blue", {"anonymous": "yes", "kind": "ranked"}),
        (
            "quorum de 3 Quel thème ? rouge, bleu majorité des deux tiers", "Quel thème ?", "rouge bleu",
            {"quorum": "3", "threshold": "deux tiers"},
        ),
        (
            "Quorum 3: Welches? rot, blau Schwelle zwei Drittel geheim", "Welches?", "rot blau",
            {"quorum": "3", "threshold": "zwei Drittel", "anonymous": "yes"},
        ),
        (
            "quórum de 3 ¿Cuál? rojo, azul mayoría de dos tercios anónima", "¿Cuál?", "rojo azul",
            {"quorum": "3", "threshold": "dos tercios", "anonymous": "yes"},
        ),
    ],
)  # fmt: skip
def test_rules_in_words(typed: str, question: str, options: str, given: dict[str, object]) -> None:
    """Rules in words are rules, not a part of the question or of an option, and the author sees the poll first."""
    assert read(typed) == (question, options.split(), given, True)


@pytest.mark.parametrize(
    ("typed", "question", "options"),
    [
        ("Quorum of 3 enough?", "Quorum of 3 enough?", ["Yes", "No"]),
        ("Quorum 3 or 5?", "Quorum 3 or 5?", ["3", "5"]),
        ("quorum 3 theme? red, blue", "quorum 3 theme?", ["red", "blue"]),
        ("What do we need? quorum 3, quorum 5", "What do we need?", ["quorum 3", "quorum 5"]),
        ("Which group? AA, Alcoholics Anonymous", "Which group?", ["AA", "Alcoholics Anonymous"]),
        ("Quel bal ? un bal costumé, un bal masqué", "Quel bal ?", ["un bal costumé", "un bal masqué"]),
        ("How do we vote? open, by hand, secret", "How do we vote?", ["open", "by hand", "secret"]),
    ],
)
def test_doubtful_words_are_shown_first(typed: str, question: str, options: list[str]) -> None:
    """Words that may be a rule or a part of the poll stay where they are, and the author sees the poll first."""
    assert read(typed) == (question, options, {}, True)


def test_words_in_quotes_are_no_rules() -> None:
    """What stands in quotes is what it says."""
    assert read('"quorum 3" "red" "blue"') == ("quorum 3", ["red", "blue"], {}, False)
