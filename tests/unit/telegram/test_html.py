"""The HTML for Telegram shows every text as people wrote it."""

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
without_deadline = settings(deadline=None, suppress_health_check=[HealthCheck.too_slow])
"""Property tests run without a deadline, because the machine may be busy."""


def visible_text(rich: Rich) -> str:
    """Return the visible text without joiners."""
    return text_with_joiners(rich).replace(JOINER, "")


def text_with_joiners(rich: Rich) -> str:
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
                parts.append(text_with_joiners(children))
    return "".join(parts)


@without_deadline
@given(RICH)
def test_html_is_parsed_back_to_the_same_text(rich: Rich) -> None:
    """Telegram's parser turns the HTML back into the same text."""
    text, _ = read_html(to_html(rich, {"7"}))
    assert text.replace(JOINER, "") == visible_text(rich)


@without_deadline
@given(RICH, st.integers(min_value=1, max_value=80))
@example((Text("0000"), Text("@00\U00012544@0")), 11)
def test_truncated_text_fits(rich: Rich, length: int) -> None:
    """A truncated text has at most the allowed UTF-16 units, and a text that fits stays unchanged."""
    cut = truncate_rich(rich, length)
    assert rich_length(cut) <= length
    assert rich_length(cut) == utf16_units(read_html(to_html(cut))[0])
    if rich_length(rich) <= length:
        assert visible_text(cut) == visible_text(rich)


@without_deadline
@given(ANYTHING, st.integers(min_value=2, max_value=40))
def test_plain_text_is_truncated_at_a_grapheme(text: str, length: int) -> None:
    """Truncation of plain text never splits a grapheme."""
    cut = truncate_text(text, length)
    assert utf16_units(cut) <= length
    if cut != text:
        assert cut.endswith("…")
        kept = "".join(graphemes(text))
        assert kept.startswith(cut[:-1].rstrip())


def test_family_emoji_is_not_split() -> None:
    """Truncation keeps or drops a family emoji of seven code points as one grapheme."""
    family = "👩‍👩‍👧‍👦"
    assert truncate_rich((Text(family * 500),), 4096) != (Text(family * 500),)
    cut = truncate_rich((Text(family * 500),), 4096)[0]
    assert isinstance(cut, Text)
    assert set(graphemes(cut.value[:-1])) == {family}


def test_only_listed_people_are_linked() -> None:
    """A mention links listed people only, and never a sender that is a chat."""
    rich: Rich = (Mention("7", "Anna & Ben"), Text(" "), Mention("-100", "News"))
    assert to_html(rich) == "Anna &amp; Ben News"
    assert to_html(rich, {"7", "-100"}) == '<a href="tg://user?id=7">Anna &amp; Ben</a> News'


def test_invalid_addresses_become_no_links() -> None:
    """An address with a script, blanks or line breaks becomes no link."""
    for url in ("javascript:alert(1)", "https://a b", "https://", "tg://user?id=1", "https://[x"):
        assert to_html((Link(url, (Text("here"),)),)) == "here"
    assert (
        to_html((Link('https://a.example/"x"', (Text("here"),)),))
        == '<a href="https://a.example/&quot;x&quot;">here</a>'
    )


def test_lone_surrogates_and_nul_are_removed() -> None:
    """Lone surrogates become replacement characters and NUL disappears, because Telegram rejects both."""
    assert to_html((Text("a\ud800b\x00c"),)) == "a\ufffdbc"
    assert to_html((Moment(datetime(2026, 1, 1, tzinfo=UTC), "noon <"),)) == "noon &lt;"
