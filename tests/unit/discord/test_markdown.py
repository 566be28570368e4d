"""Discord shows text as people wrote it."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.discord.rendering.markdown import MESSAGE_LENGTH, Names, escape, is_safe_url, markdown, truncated_markdown
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
def test_text_shows_as_people_wrote_it(rich: Rich) -> None:
    """No character of a text acts as markup, and the marks of emphasis do not show."""
    assert visible(markdown(rich)) == plain(rich)


@settings(max_examples=200)
@given(st.lists(NODES, max_size=6).map(tuple), st.integers(20, 300))
def test_long_text_is_truncated(rich: Rich, length: int) -> None:
    """The markdown never exceeds the limit, and is complete if it fits."""
    shown = truncated_markdown(rich, length=length)
    assert len(shown) <= length
    assert len(markdown(rich)) > length or shown == markdown(rich)


@settings(max_examples=100)
@given(WORDS)
def test_text_mentions_nobody(text: str) -> None:
    """A text cannot contain mentions of people, roles, channels or times."""
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
        ((Moment(datetime(2026, 5, 1, 12, tzinfo=UTC), "noon"),), "<t:1777636800:F> (<t:1777636800:R>)"),
        ((Text("x"), Quote((Text("a"), Break(), Text("# b")))), "x\n> a\n> \\# b"),
    ],
)
def test_markup_of_each_node(rich: Rich, shown: str) -> None:
    """Each node has Discord's markup, with blanks outside of the marks and no marks that touch."""
    assert markdown(rich) == shown


def test_only_people_to_notify_are_mentioned() -> None:
    """A person to notify is mentioned, and anybody else is only named."""
    rich: Rich = (Mention("7", "An*na"), Text(" "), Mention("8", "Ben"))
    assert markdown(rich, Names(pings=["8"])) == r"An\*na <@8>"


@pytest.mark.parametrize(
    "url", ["http:/x", "ftp://a.example", "https://a b", "https://a>b", "https://", "https://[::1"]
)
def test_unsafe_addresses_are_no_links(url: str) -> None:
    """Only http and https addresses without blanks and brackets become links."""
    assert not is_safe_url(url)


def test_text_is_truncated_at_a_grapheme() -> None:
    """Truncation never splits a grapheme."""
    shown = truncated_markdown((Text("👩‍👩‍👧‍👦" * 1000),))
    assert len(shown) <= MESSAGE_LENGTH
    assert shown.rstrip("…").endswith("👩‍👩‍👧‍👦")
