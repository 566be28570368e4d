"""Text from people never becomes a mention that notifies or a command to tap."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.telegram.rendering.escape import JOINER, neutralize_mentions
from adapters.telegram.rendering.html import to_html
from bots.core.richtext import Bold, Code, Link, Mention, Quote, Rich, Text
from tests.standins.telegram.markup import found_in, read_html

REMOVED = "\u2028\u2029\u202a\u202b\u202c\u202d\u202e\r\x00"
"""The characters that Telegram removes before it looks for entities: td/telegram/misc.cpp (clean_input_string)."""


def entity_types(rich: Rich) -> set[str]:
    """Return the types of the entities that Telegram finds in a text."""
    text, state = read_html(to_html(rich))
    return {one["type"] for one in found_in(text.translate(dict.fromkeys(map(ord, REMOVED))), state)}


@pytest.mark.parametrize(
    "text",
    [
        "@zed_x", "ask @zed_x, please", "(@zed_x)", "@\x00zed_x", "@\u202ezed_x", "x\u2028 @\u2028zed_x", "/poll_close",
        "type /poll_close@glocal_bot 3", "(/stop)", "/\rstop", "//stop", "/\u202e/stop", "https://a/@zed_x", "https://a.example)/@zed_x",
        "x\u2028https://a.example/ @zed_x",
    ],
)  # fmt: skip
def test_text_contains_no_mention_or_command(text: str) -> None:
    """Names and commands are neutralized in plain text, markup, quotes and display names."""
    for rich in ((Text(text),), (Bold((Text(text),)),), (Quote((Text(text),)),), (Mention("7", text),)):
        assert entity_types(rich) <= {"url", "bold", "blockquote"}, rich


def test_neighbouring_nodes_form_no_mention() -> None:
    """A sign and a name in neighbouring nodes do not combine into a mention or command."""
    assert entity_types((Text("@"), Bold((Text("zed_x"),)))) == {"bold"}
    assert entity_types((Link("https://[x", (Text("/"),)), Text("stop"))) == set()


@pytest.mark.parametrize(
    "text",
    [
        "https://social.example/@anna/112", "(https://video.example/@garden?tab=1#/about)", "anna@lyon.example",
        "and/or", "invité/e", "7 / 8", "1/2", "at @ home", "http://lyon.example/a/b",
        "https://lyon.example", "//",
    ],
)  # fmt: skip
def test_addresses_and_slashes_are_unchanged(text: str) -> None:
    """Web addresses stay unchanged, so that a copied one still works."""
    assert neutralize_mentions(text) == text


def test_code_is_unchanged() -> None:
    """Code stays unchanged, so that people can copy commands."""
    assert to_html((Code("/poll_close 3"),)) == "<code>/poll_close 3</code>"


@settings(deadline=None)
@given(st.text(st.sampled_from("@/az_ é.:<\n") | st.characters(exclude_categories=["Cs"]), max_size=30))
def test_escaping_twice_changes_nothing(text: str) -> None:
    """Escaping inserts only joiners, and a second pass inserts none."""
    once = neutralize_mentions(text)
    assert once.replace(JOINER, "") == text.replace(JOINER, "")
    assert neutralize_mentions(once) == once
