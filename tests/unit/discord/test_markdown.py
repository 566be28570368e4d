"""What people wrote shows on Discord as they wrote it, whatever it holds."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.rendering.markdown import escape, is_safe_url, markdown
from adapters.discord.rendering.truncation import MESSAGE_LENGTH, truncated_markdown
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Node, Quote, Rich, Text, plain
from tests.contract.discord_reading import visible

NASTY = st.text(st.sampled_from("ab1.*_~|`<>@#-+[]()!\\: \n\"'/é👩‍") | st.characters(codec="utf-8"), max_size=24)
PIECES = st.sampled_from(
    (
        "https://a.example/x_y",
        "<@1>",
        "<@&2>",
        "<#3>",
        "<t:0:F>",
        "@everyone",
        "**",
        "__",
        "||",
        "```",
        "> ",
        "# ",
        "- ",
    )
)
WORDS = st.lists(NASTY | PIECES, max_size=5).map("".join).map(lambda text: text.replace("\x00", ""))
NODES: st.SearchStrategy[Node] = st.one_of(
    WORDS.map(Text), WORDS.map(lambda text: Bold((Text(text),))), WORDS.map(lambda text: Italic((Text(text),))),
    st.just(Break()),
)  # fmt: skip


@settings(max_examples=400)
@given(st.lists(NODES, max_size=5).map(tuple))
def test_words_show_as_they_were_written(rich: Rich) -> None:
    """No sign of people's text does anything, in any neighbourhood; emphasis adds no sign that shows."""
    assert visible(markdown(rich)) == plain(rich)


@settings(max_examples=200)
@given(st.lists(NODES, max_size=6).map(tuple), st.integers(20, 300))
def test_what_is_too_long_is_cut(rich: Rich, length: int) -> None:
    """Never longer than asked; whole when it fits."""
    shown = truncated_markdown(rich, length=length)
    assert len(shown) <= length
    assert len(markdown(rich)) > length or shown == markdown(rich)


@settings(max_examples=100)
@given(WORDS)
def test_nobody_is_named_by_words(text: str) -> None:
    """Discord's own marks for people, roles, channels and times are words where people wrote them."""
    assert visible(escape(text), {"1": "somebody"}) == text


@pytest.mark.parametrize(
    ("rich", "shown"),
    [
        ((Bold((Text("a"),)), Bold((Text("b"),))), "**ab**"),
        ((Bold((Text(" a "),)), Text("b")), " **a** b"),
        ((Text("a"), Italic((Text("b"),)), Text("c")), "a*b*c"),
        ((Code("/poll `x`"),), "`` /poll `x` ``"),
        ((Code("a"),), "`a`"),
        ((Link("https://a.example/b", (Text("see [it]"),)),), r"[see \[it\]](<https://a.example/b>)"),
        ((Link("javascript:alert(1)", (Text("see"),)),), "see"),
        ((Link("https://a.example", (Text("https://b.example"),)),), "<https://b.example> (<https://a.example>)"),
        ((Moment(datetime(2026, 5, 1, 12, tzinfo=UTC), "noon"),), "<t:1777636800:F>"),
        ((Text("x"), Quote((Text("a"), Break(), Text("# b")))), "x\n> a\n> \\# b"),
    ],
)
def test_marks(rich: Rich, shown: str) -> None:
    """Each node as Discord writes it; neighbours do not run together; blanks stay outside."""
    assert markdown(rich) == shown


def test_only_who_is_meant_is_mentioned() -> None:
    """A mention is a mark for those who may be notified, and a name for others."""
    rich: Rich = (Mention("7", "An*na"), Text(" "), Mention("8", "Ben"))
    assert markdown(rich, ["8"]) == r"An\*na <@8>"


@pytest.mark.parametrize(
    "url", ["http:/x", "ftp://a.example", "https://a b", "https://a>b", "https://", "https://[::1"]
)
def test_addresses_that_hide_something_are_no_links(url: str) -> None:
    """http and https alone, without blanks or brackets."""
    assert not is_safe_url(url)


def test_the_ellipsis_stands_on_a_grapheme() -> None:
    """A family is left out whole."""
    shown = truncated_markdown((Text("👩‍👩‍👧‍👦" * 1000),))
    assert len(shown) <= MESSAGE_LENGTH
    assert shown.rstrip("…").endswith("👩‍👩‍👧‍👦")
