"""Typed commands and their arguments are parsed, or refused with a hint."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bots.commands import declaration, localization, lookup, parsing
from bots.commands.declaration import Arg, Command
from bots.core.refusal import Refusal
from bots.core.richtext import Code

POLL = Command(
    name="poll",
    args=(
        Arg(name="question"),
        Arg(name="options", kind="words", min_entries=2),
        Arg(name="close", kind="when", required=False),
    ),
)
CLOSE = Command(name="poll close", args=(Arg(name="number", kind="number", required=False),))
EVENT = Command(name="event", args=(Arg(name="what", kind="rest"),))
ROLE = Command(name="room role", args=(Arg(name="role", kind="choice", choices=("home", "events")),))
ALL = declaration.index_by_name((POLL, CLOSE, EVENT, ROLE))


@pytest.mark.parametrize(
    ("line", "command", "rest"),
    [
        ("poll close 3", CLOSE, "3"),
        ("POLL Close", CLOSE, ""),
        ("poll closed? a b", POLL, "closed? a b"),
        ("event  Potluck   friday", EVENT, "Potluck   friday"),
    ],
)
def test_longest_matching_command_name_wins(line: str, command: Command, rest: str) -> None:
    """The parser chooses the longest command name that matches and keeps the text after it as typed."""
    assert lookup.find_command(line, ALL) == (command, rest)


def test_an_unknown_command_names_the_nearest() -> None:
    """The refusal of a mistyped name suggests the nearest one."""
    with pytest.raises(Refusal) as refused:
        lookup.find_command("pol close", ALL)
    assert refused.value.text_args["nearest"][0] == Code("!poll close")  # type: ignore[index]  # rich text
    with pytest.raises(Refusal) as refused:
        lookup.find_command("zzzzzz", ALL)
    assert refused.value.text_id == "command-unknown-bare"


@pytest.mark.parametrize(
    "text",
    ['"Where?" "The garden" Library close=2h', "“Where?” “The garden” Library close=2h",
     "«Where?» « The garden » Library close=2h", 'close=2h "Where?" "The garden" Library'],
)  # fmt: skip
def test_quotes_of_any_style_keep_words_together(text: str) -> None:
    """Straight, typographic and French quotes keep words together, wherever the named arguments are."""
    args = parsing.parse_and_check(POLL, text)
    assert args.values == {"question": "Where?", "options": ("The garden", "Library"), "close": "2h"}
    assert parsing.first_missing(POLL, args) is None


def test_missing_arguments_are_reported_in_order() -> None:
    """The parser asks for the question first, and then for options until there are two."""
    assert parsing.first_missing(POLL, parsing.parse_and_check(POLL, "")) is POLL.args[0]
    assert parsing.first_missing(POLL, parsing.parse_and_check(POLL, '"Where?"')) is POLL.args[1]
    assert parsing.first_missing(POLL, parsing.parse_and_check(POLL, '"Where?" one')) is POLL.args[1]


def test_list_items_are_split_at_lines_commas_or_quotes() -> None:
    """Lines, commas and quotes separate the items of a list."""
    options = POLL.args[1]
    assert parsing.parse_answer(options, "Garden, Library") == ("Garden", "Library")
    assert parsing.parse_answer(options, "The garden\nThe library") == ("The garden", "The library")
    assert parsing.parse_answer(options, '"a, b" c') == ("a, b", "c")


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
def test_a_question_needs_no_quotes(text: str, question: str, options: tuple[str, ...]) -> None:
    """A question without quotes ends at its question mark or at the end of its line."""
    args = parsing.parse_and_check(POLL, text)
    assert (args.text("question"), args.words("options")) == (question, options)


@pytest.mark.parametrize("extra", ["4", "no", "please 4"])
def test_an_extra_word_is_refused(extra: str) -> None:
    """The refusal repeats the extra words."""
    with pytest.raises(Refusal) as refused:
        parsing.parse_and_check(ROLE, f"events {extra}")
    assert (refused.value.text_id, refused.value.text_args["given"]) == ("argument-extra", extra)


@pytest.mark.parametrize("polite", ["please", "svp", "bitte", "por favor"])
def test_polite_words_behind_the_arguments_mean_nothing(polite: str) -> None:
    """Who says please is understood like who doesn't."""
    assert parsing.parse_and_check(ROLE, f"events {polite}").values == {"role": "events"}


@pytest.mark.parametrize("typed", ["events", "EVENTS", "événements", "Evenements"])
def test_a_choice_may_be_typed_in_any_language(typed: str) -> None:
    """The parser accepts a choice in any language, case and spelling of accents, and returns the declared choice."""
    args = localization.normalize_choices(ROLE, parsing.parse_and_check(ROLE, typed), "en")
    assert args.values == {"role": "events"}


@pytest.mark.parametrize(
    ("typed", "choice"), [("enable", "on"), ("Activer", "on"), ("ja", "on"), ("apagar", "off"), ("stand", "status")]
)
def test_a_switch_takes_any_word_for_on_and_off(typed: str, choice: str) -> None:
    """Where on and off can be chosen, other words for them count, and so do yes and no."""
    relay = Command(name="relay", args=(Arg(name="switch", kind="choice", choices=("on", "off", "status")),))
    args = localization.normalize_choices(relay, parsing.parse_and_check(relay, typed), "en")
    assert args.values == {"switch": choice}


def test_unknown_choice_is_refused() -> None:
    """The refusal of an unknown choice lists the valid choices in the reader's language."""
    with pytest.raises(Refusal) as refused:
        localization.normalize_choices(ROLE, parsing.parse_and_check(ROLE, "jardin"), "fr")
    assert refused.value.text_id == "argument-choice"
    assert refused.value.text_args["choices"] == ("foyer", "événements")


@given(st.text(max_size=300))
def test_any_line_is_parsed_or_refused(text: str) -> None:
    """The parser raises no error except Refusal, whatever the line."""
    try:
        command, rest = lookup.find_command(text, ALL)
        parsing.parse_and_check(command, rest)
    except Refusal:
        pass
