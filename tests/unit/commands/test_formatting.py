"""Commands in texts have the form that each platform needs."""

import pytest

from bots.commands import formatting
from bots.core.outbound import Content
from bots.core.richtext import Bold, Code, Text
from bots.features.registry import FEATURES
from bots.ports import Capabilities
from bots.routing.router import Router

NAMES = Router(FEATURES).commands_by_name
MATRIX = Capabilities()
TELEGRAM = Capabilities(prefix="/", joiner="_")
DISCORD = Capabilities(prefix="/", options=True)


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
