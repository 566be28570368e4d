"""How a typed line becomes a command with arguments."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.commands import declaration, localization
from bots.commands.declaration import Arg, Command
from bots.core.refusal import Refusal
from bots.core.richtext import Code

POLL = Command(
    name="poll", args=(Arg(name="question"), Arg(name="options", kind="words", least=2), Arg(name="close", kind="when",
    required=False)),
)  # fmt: skip
CLOSE = Command(name="poll close", args=(Arg(name="number", kind="number", required=False),))
EVENT = Command(name="event", args=(Arg(name="what", kind="rest"),))
ROLE = Command(name="room role", args=(Arg(name="role", kind="choice", choices=("home", "events")),))
ALL = declaration.names_of((POLL, CLOSE, EVENT, ROLE))


@pytest.mark.parametrize(
    ("line", "command", "rest"),
    [
        ("poll close 3", CLOSE, "3"),
        ("POLL Close", CLOSE, ""),
        ("poll closed? a b", POLL, "closed? a b"),
        ("event  Potluck   friday", EVENT, "Potluck   friday"),
    ],
)
def test_the_longest_name_that_fits(line: str, command: Command, rest: str) -> None:
    """`poll close` is not `poll` with a question; the text behind stays as it was typed."""
    assert declaration.find(line, ALL) == (command, rest)


def test_an_unknown_command_names_the_nearest() -> None:
    """A slip of the finger is answered with what was meant."""
    with pytest.raises(Refusal) as refused:
        declaration.find("pol close", ALL)
    assert refused.value.args_of_text["nearest"][0] == Code("!poll close")  # type: ignore[index]  # rich text
    with pytest.raises(Refusal) as refused:
        declaration.find("zzzzzz", ALL)
    assert refused.value.text_id == "command-unknown-bare"


@pytest.mark.parametrize(
    "text",
    ['"Where?" "The garden" Library close=2h', "“Where?” “The garden” Library close=2h",
     "«Where?» « The garden » Library close=2h", 'close=2h "Where?" "The garden" Library'],
)  # fmt: skip
def test_quotes_of_any_kind_hold_words_together(text: str) -> None:
    """Also as phones and French keyboards type them; a named argument may stand anywhere."""
    args = declaration.read(POLL, text)
    assert args.values == {"question": "Where?", "options": ("The garden", "Library"), "close": "2h"}
    assert declaration.missing(POLL, args) is None


def test_what_is_missing_is_asked_in_order() -> None:
    """First the question, then options until there are two."""
    assert declaration.missing(POLL, declaration.read(POLL, "")) is POLL.args[0]
    assert declaration.missing(POLL, declaration.read(POLL, '"Where?"')) is POLL.args[1]
    assert declaration.missing(POLL, declaration.read(POLL, '"Where?" one')) is POLL.args[1]


def test_a_list_is_answered_by_lines_commas_or_quotes() -> None:
    """As one would write it on a phone."""
    options = POLL.args[1]
    assert declaration.answered(options, "Garden, Library") == ("Garden", "Library")
    assert declaration.answered(options, "The garden\nThe library") == ("The garden", "The library")
    assert declaration.answered(options, '"a, b" c') == ("a, b", "c")


@pytest.mark.parametrize(
    ("text", "question", "options"),
    [
        ("Where shall we eat? Pizza Pasta", "Where shall we eat?", ("Pizza", "Pasta")),
        ("Où mange-t-on\u202f? Pizza, Pâtes à l’ail", "Où mange-t-on ?", ("Pizza", "Pâtes à l’ail")),
        ("Where shall we eat\nThe garden\nThe library", "Where shall we eat", ("The garden", "The library")),
        ("Where shall we eat?\n- Pizza\n- Pasta and salad\nclose=2h", "Where shall we eat?",
         ("Pizza", "Pasta and salad")),
        ('"How far?" 1,5 km; 2,5 km', "How far?", ("1,5 km", "2,5 km")),
        ('"Where?" "The garden", "The library", Home', "Where?", ("The garden", "The library", "Home")),
        ("Tea Green Black", "Tea", ("Green", "Black")),
        ("Pizza or pasta?", "Pizza or pasta?", ()),
    ],
)  # fmt: skip
def test_a_question_is_read_as_it_is_typed_on_a_phone(text: str, question: str, options: tuple[str, ...]) -> None:
    """Without quotes it goes up to its question mark or the end of its line, and marks or lines part the options."""
    args = declaration.read(POLL, text)
    assert (args.text("question"), args.words("options")) == (question, options)


def test_an_extra_word_is_refused() -> None:
    """What was given is said with it."""
    with pytest.raises(Refusal) as refused:
        declaration.read(CLOSE, "3 4")
    assert (refused.value.text_id, refused.value.args_of_text["given"]) == ("argument-extra", "4")


@pytest.mark.parametrize("typed", ["events", "EVENTS", "événements", "Evenements"])
def test_a_choice_may_be_typed_in_any_language(typed: str) -> None:
    """In capitals, and without accents too; the handler is given what is declared."""
    args = localization.understood(ROLE, declaration.read(ROLE, typed), "en")
    assert args.values == {"role": "events"}


def test_another_choice_is_refused() -> None:
    """With those that there are, as the reader's language has them."""
    with pytest.raises(Refusal) as refused:
        localization.understood(ROLE, declaration.read(ROLE, "jardin"), "fr")
    assert refused.value.text_id == "argument-choice"
    assert refused.value.args_of_text["choices"] == ("foyer", "événements")


@given(st.text(max_size=300))
def test_whatever_is_typed_is_read_or_refused(text: str) -> None:
    """Nothing else is raised."""
    try:
        command, rest = declaration.find(text, ALL)
        declaration.read(command, rest)
    except Refusal:
        pass
