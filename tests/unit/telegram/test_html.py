"""The HTML for Telegram shows every text as it was written."""

from __future__ import annotations

from datetime import UTC, datetime

from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from adapters.telegram.rendering.escape import JOINER
from adapters.telegram.rendering.html import rich_length, to_html, truncate_rich, truncate_text, utf16_units
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Quote, Rich, Text
from bots.core.sanitize import graphemes
from tests.standins.telegram.markup import read_html

ANYTHING = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\x00"), max_size=60)
LEAVES = (
    st.builds(Text, ANYTHING)
    | st.builds(Code, ANYTHING)
    | st.builds(Mention, st.just("7"), ANYTHING)
    | st.just(Break())
)
NODES = st.recursive(
    LEAVES,
    lambda inner: (
        st.builds(Bold, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Italic, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Quote, st.lists(inner, max_size=3).map(tuple))
        | st.builds(Link, st.just("https://glocal.example/a?b=1&c=2"), st.lists(inner, max_size=3).map(tuple))
    ),
    max_leaves=12,
)
RICH = st.lists(NODES, max_size=6).map(tuple)
patient = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Property tests run without a deadline, because the machine may be busy."""


def words(rich: Rich) -> str:
    """Return the visible text."""
    return raw(rich).replace(JOINER, "")


def raw(rich: Rich) -> str:
    """Return the visible text with the invisible joiners."""
    parts = []
    for node in rich:
        match node:
            case Text(value) | Code(value):
                parts.append(value)
            case Mention(_, name):
                parts.append(name)
            case Moment(_, text):
                parts.append(text)
            case Break():
                parts.append("\n")
            case Bold(children) | Italic(children) | Quote(children) | Link(_, children):
                parts.append(raw(children))
    return "".join(parts)


@patient
@given(RICH)
def test_html_reads_as_the_words_that_were_meant(rich: Rich) -> None:
    """Telegram's parser turns the HTML back into the same text and entities."""
    text, _ = read_html(to_html(rich, {"7"}))
    assert text.replace(JOINER, "") == words(rich)


@patient
@given(RICH, st.integers(min_value=1, max_value=80))
@example((Text("0000"), Text("@00\U00012544@0")), 11)
def test_what_is_shortened_fits(rich: Rich, length: int) -> None:
    """A truncated text has at most the allowed UTF-16 units; a text that fits stays unchanged."""
    cut = truncate_rich(rich, length)
    assert rich_length(cut) <= length
    assert rich_length(cut) == utf16_units(read_html(to_html(cut))[0])
    if rich_length(rich) <= length:
        assert words(cut) == words(rich)


@patient
@given(ANYTHING, st.integers(min_value=2, max_value=40))
def test_short_words_end_on_a_grapheme(text: str, length: int) -> None:
    """Plain text is truncated between graphemes only."""
    cut = truncate_text(text, length)
    assert utf16_units(cut) <= length
    if cut != text:
        assert cut.endswith("…")
        kept = "".join(graphemes(text))
        assert kept.startswith(cut[:-1].rstrip())


def test_a_family_is_not_torn_apart() -> None:
    """A family emoji has seven code points and eleven units, and is kept or dropped as one grapheme."""
    family = "👩‍👩‍👧‍👦"
    assert truncate_rich((Text(family * 500),), 4096) != (Text(family * 500),)
    cut = truncate_rich((Text(family * 500),), 4096)[0]
    assert isinstance(cut, Text)
    assert set(graphemes(cut.value[:-1])) == {family}


def test_only_who_is_meant_is_linked() -> None:
    """Only listed people are notified; a sender that is a chat can't be."""
    rich: Rich = (Mention("7", "Anna & Ben"), Text(" "), Mention("-100", "News"))
    assert to_html(rich) == "Anna &amp; Ben News"
    assert to_html(rich, {"7", "-100"}) == '<a href="tg://user?id=7">Anna &amp; Ben</a> News'


def test_addresses_that_are_none_are_shown_as_words() -> None:
    """An address with a script, blanks or line breaks becomes no link."""
    for url in ("javascript:alert(1)", "https://a b", "https://", "tg://user?id=1", "https://[x"):
        assert to_html((Link(url, (Text("here"),)),)) == "here"
    assert (
        to_html((Link('https://a.example/"x"', (Text("here"),)),))
        == '<a href="https://a.example/&quot;x&quot;">here</a>'
    )


def test_halves_of_pairs_and_nul_are_no_trouble() -> None:
    """Lone surrogates are replaced and NUL is removed, because Telegram rejects both."""
    assert to_html((Text("a\ud800b\x00c"),)) == "a\ufffdbc"
    assert to_html((Moment(datetime(2026, 1, 1, tzinfo=UTC), "noon <"),)) == "noon &lt;"
