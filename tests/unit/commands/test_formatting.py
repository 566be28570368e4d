"""Commands in texts have the form that each platform needs."""

import pytest

from bots.commands import declaration, formatting, localization, lookup
from bots.core.outbound import Content
from bots.core.richtext import Bold, Code, Text
from bots.features.registry import FEATURES
from bots.i18n.languages import codes
from bots.ports import Capabilities, CommandNames
from bots.routing.router import Router

NAMES = Router(FEATURES).commands_by_name
MATRIX = Capabilities()
TELEGRAM = Capabilities(prefix="/", joiner="_")
DISCORD = Capabilities(prefix="/", command_names=CommandNames.ENGLISH, options=True)


@pytest.mark.parametrize(
    ("written", "telegram", "discord"),
    [
        ("poll close 3", "/poll_close 3", "/poll close number:3"),
        ('poll "Tea?" A B close=2h', '/poll "Tea?" A B close=2h', "/poll open question:Tea? options:A, B close:2h"),
        ("event Potluck friday 7pm", "/event Potluck friday 7pm", "/event plan what:Potluck friday 7pm"),
        ("me relay named|unnamed|off", "/me_relay named|unnamed|off", "/me relay named|unnamed|off"),
        ("highlight", "/highlight", "/highlight nominate"),
        ("nonsense at all", "/nonsense at all", "/nonsense at all"),
    ],
)  # fmt: skip
def test_a_command_has_the_platforms_form(written: str, telegram: str, discord: str) -> None:
    """A command gets the platform's prefix, the platform's form of its name, and named arguments where needed."""
    assert formatting.format_command(written, NAMES, TELEGRAM) == telegram
    assert formatting.format_command(written, NAMES, DISCORD) == discord


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en", "/event_move 4"), ("fr", "/evenement_deplacer 4"), ("de", "/termin_verschieben 4"),
        ("es", "/evento_mover 4"),
    ],
)  # fmt: skip
def test_telegram_names_commands_in_the_language_of_the_text(locale: str, shown: str) -> None:
    """On Telegram a command in a text is the one of the menu, in the text's language, and works when it is typed."""
    localized = Capabilities(prefix="/", joiner="_", command_names=CommandNames.LOCAL_ASCII)
    assert formatting.format_command("event move 4", NAMES, localized, locale) == shown
    found = declaration.find_declared(shown[1:].replace("_", " "), NAMES)
    assert found is not None and found[0].name == "event move"


@pytest.mark.parametrize(
    ("locale", "shown"),
    [
        ("en", "!event move 4"),
        ("fr", "!événement déplacer 4"),
        ("de", "!termin verschieben 4"),
        ("es", "!evento mover 4"),
    ],
)
def test_matrix_names_commands_in_the_language_of_the_text(locale: str, shown: str) -> None:
    """On Matrix a command in a text has its name in the text's language."""
    said = Content(text=(Code("!event move 4"),))
    assert formatting.format_content(said, NAMES, MATRIX, locale).text == (Code(shown),)


@pytest.mark.parametrize(
    ("locale", "command", "shown"),
    [
        ("de", "event cancel", "termin absagen"), ("de", "cancel", "abbrechen"), ("de", "me erase", "ich löschen"),
        ("fr", "appeal", "recours"), ("fr", "announce recall", "annonce retirer"), ("es", "me timezone", "perfil zona"),
        ("es", "ritual stop", "ritual terminar"), ("es", "event feed", "evento suscripción"),
    ],
)  # fmt: skip
def test_a_verb_may_have_another_name_in_one_command(locale: str, command: str, shown: str) -> None:
    """A verb is named as a native speaker says it of its noun: an event is called off, a question is cancelled."""
    assert localization.localized_name(NAMES[command], locale) == shown


@pytest.mark.parametrize(
    ("typed", "command"),
    [
        ("termin abbrechen 4", "event cancel"), ("termin absagen 4", "event cancel"), ("ich vergessen", "me erase"),
        ("konto löschen", "me erase"), ("meine daten", "me data"), ("mes données", "me data"), ("mis datos", "me data"),
        ("appel erreur", "appeal"), ("annonce rappeler 2", "announce recall"), ("annonce annuler 2", "announce recall"),
        ("perfil huso Madrid", "me timezone"), ("evento fuente sí", "event feed"), ("ritual retirar 1", "ritual stop"),
        ("ritual stopp 1", "ritual stop"), ("evento fijar 1", "event set"), ("evento declinar 1", "event decline"),
        ("perfil olvidar", "me erase"),
    ],
)  # fmt: skip
def test_former_and_other_names_are_understood(typed: str, command: str) -> None:
    """Names that were shown before, and others that people try, mean the same command."""
    assert lookup.find_command(typed, NAMES)[0].name == command


def test_german_letters_are_written_as_two() -> None:
    """`/orga_hinzufuegen` is what a German types without umlauts; without the dots it works too."""
    localized = Capabilities(prefix="/", joiner="_", command_names=CommandNames.LOCAL_ASCII)
    assert formatting.format_command("connector add", NAMES, localized, "de") == "/orga_hinzufuegen"
    assert {NAMES[word].name for word in ("prüfen", "pruefen", "prufen")} == {"check"}


def test_letters_without_accents_are_written_in_ascii() -> None:
    """A name with letters that have no plain form becomes one that Telegram accepts."""
    shown = [command for command in NAMES.values() if not command.hidden]
    assert all(localization.ascii_name(command, code).isascii() for command in shown for code in codes())


def test_only_code_is_formatted() -> None:
    """The formatter leaves all text outside of code unchanged."""
    said = Content(text=(Text("!help yourself "), Bold((Code("!poll close 3"), Text("!me")))))
    assert formatting.format_content(said, NAMES, MATRIX) is said
    found = formatting.format_content(said, NAMES, TELEGRAM)
    assert found.text == (Text("!help yourself "), Bold((Code("/poll_close 3"), Text("!me"))))


def test_french_command_name_works_with_and_without_accents() -> None:
    """`!événement` and `!evenement` both mean `!event`."""
    assert {NAMES[word].name for word in ("événement", "evenement", "event")} == {"event"}
    assert NAMES["sondage clore"].name == "poll close"
