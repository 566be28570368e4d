"""The names of arguments in every language, and values of several words."""

from __future__ import annotations

import pytest

from bots.commands import parsing
from bots.commands.declaration import Arg, Command
from bots.commands.named_values import take_named
from bots.core.refusal import Refusal
from bots.features.announcements.commands import ANNOUNCE
from bots.features.communities.commands import NETWORK_TAKE
from bots.features.polls.commands import POLL, POLL_CLOSE

NETWORK = Command(name="network create", args=(Arg(name="name"), Arg(name="locale", kind="locale"), Arg(name="zone")))


@pytest.mark.parametrize(
    ("text", "values", "rest"),
    [
        ("Where? a, b close=tomorrow 6pm", {"close": "tomorrow 6pm"}, "Where? a, b"),
        ("Où ? a, b clôture=demain 18h choix=2", {"close": "demain 18h", "choices": "2"}, "Où ? a, b"),
        ("Où ? a, b clo\u0302ture=demain", {"close": "demain"}, "Où ? a, b"),
        ("Ou ? a, b CLOTURE = demain", {"close": "demain"}, "Ou ? a, b"),
        ("Wo? a, b; Ende: morgen 18 Uhr", {"close": "morgen 18 Uhr"}, "Wo? a, b"),
        ("¿Dónde? a, b, cierre=mañana, máximo=2", {"close": "mañana", "choices": "2"}, "¿Dónde? a, b"),
        ("close=sunday noon Where? a, b", {"close": "sunday noon"}, "Where? a, b"),
        ('close="sunday noon" "Where?" a b', {"close": "sunday noon"}, '"Where?" a b'),
        ('"close=2h" x=3 https://a.org/?close=2h', {}, '"close=2h" x=3 https://a.org/?close=2h'),
        ("close=friday 9am Where? a, b", {"close": "friday 9am"}, "Where? a, b"),
        ("Time to close: now or later?", {}, "Time to close: now or later?"),
    ],
)
def test_values_of_several_words(text: str, values: dict[str, str], rest: str) -> None:
    """A value ends at the next name, a quotation or the end of its line; in quotes and links there are no names."""
    named = take_named(POLL.args, text, "en")
    assert (named.values, named.rest) == (values, rest)


@pytest.mark.parametrize(
    ("typed", "locale", "right"),
    [
        ("closes=friday", "en", "close=friday"),
        ("deadline=friday", "en", "close=friday"),
        ("chioces=2", "en", "choices=2"),
        ("clotur=demain", "fr", "clôture=demain"),
        ("fin=demain", "fr", "clôture=demain"),
        ("endet=Freitag", "de", "ende=Freitag"),
        ("cierr=mañana", "es", "cierre=mañana"),
    ],
)
def test_misspelt_name_is_refused_with_the_right_one(typed: str, locale: str, right: str) -> None:
    """A misspelt name, or a synonym, is refused with the name in the room's language."""
    with pytest.raises(Refusal) as refused:
        take_named(POLL.args, f'"Where?" a b {typed}', locale)
    assert (refused.value.text_id, refused.value.text_args["right"]) == ("argument-name", right)


def test_other_commands_have_names_too() -> None:
    """A name understood in one language sets the argument of any command, with all its words."""
    args = parsing.parse(NETWORK, "nom=Les Passeurs langue=fr fuseau=Europe/Paris")
    assert args.values == {"name": "Les Passeurs", "locale": "fr", "zone": "Europe/Paris"}
    assert parsing.parse(POLL_CLOSE, "numéro: 3").values == {"number": "3"}


@pytest.mark.parametrize(
    "text", ["at=friday 9am The meeting", "The meeting at=friday 9am", 'at="friday 9am" The meeting']
)
def test_a_time_may_stand_before_the_words(text: str) -> None:
    """A named time has all its words, also where others follow it."""
    args = parsing.parse(ANNOUNCE, text)
    assert (args.text("at"), args.text("text")) == ("friday 9am", "The meeting")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("nothing Lyon", ("nothing", "Lyon")), ("Lyon nothing", ("nothing", "Lyon")),
        ("Les Amis rien", ("rien", "Les Amis")), ("Lyon", ("Lyon", None)),
        ("everything nothing", ("everything", "nothing")),
    ],
)  # fmt: skip
def test_a_choice_may_stand_behind_the_name(text: str, values: tuple[str, str | None]) -> None:
    """`network take Lyon nothing` is what `network take nothing Lyon` is."""
    args = parsing.parse(NETWORK_TAKE, text)
    assert (args.optional_text("what"), args.optional_text("name")) == values
