"""Rich text becomes Matrix HTML and a plain body, within the size limit of events."""

from __future__ import annotations

import json
import re
from datetime import UTC, datetime
from html import unescape

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from adapters.matrix.rendering import payloads
from adapters.matrix.rendering.html import html, plain
from bots.core.outbound import Button, Content, NativePoll, PollOption
from bots.core.richtext import Bold, Break, Code, Italic, Link, Mention, Moment, Quote, Rich, Text
from bots.core.sanitize import graphemes
from bots.core.truncation import truncate_rich

ANNA = "@anna:hs.test"


def test_text_is_escaped() -> None:
    """HTML, Markdown and @room in people's texts appear as they wrote them."""
    words = 'a <b>bold</b> & "quoted" *stars* @room'
    rich = (Text(words), Code("<i>"))
    assert html(rich) == ("a &lt;b&gt;bold&lt;/b&gt; &amp; &quot;quoted&quot; *stars* @room<code>&lt;i&gt;</code>")
    assert plain(rich) == words + "<i>"


def test_emphasis_line_breaks_and_quotes() -> None:
    """Emphasis, line breaks and quotations render, and a quotation needs no line breaks around it in HTML."""
    rich = (
        Bold((Text("Tea"),)),
        Break(),
        Italic((Text("now"),)),
        Break(),
        Quote((Text("one\ntwo"),)),
        Break(),
        Text("end"),
    )
    assert html(rich) == "<strong>Tea</strong><br><em>now</em><blockquote>one<br>two</blockquote>end"
    assert plain(rich) == "Tea\nnow\n> one\n> two\nend"


def test_nothing_is_empty_around_a_quotation() -> None:
    """However many line breaks surround a quotation, no empty line is shown there."""
    quote = Quote((Text("Tea"), Break()))
    rich = (Text("Shown:"), Break(), Break(), quote, Break(), Break(), Text("🙋 Show my name"))
    assert html(rich) == "Shown:<blockquote>Tea</blockquote>🙋 Show my name"
    assert plain(rich) == "Shown:\n> Tea\n🙋 Show my name"
    assert html((quote,)) == "<blockquote>Tea</blockquote>"


def test_the_plain_body_has_no_address_of_a_room() -> None:
    """A link to a message in a room is its label in the plain body, since nobody reads a matrix.to address."""
    link = Link("https://matrix.to/#/!room:hs.test/$event", (Text("original message"),))
    assert plain((link,)) == "original message"
    assert html((link,)) == '<a href="https://matrix.to/#/!room:hs.test/$event">original message</a>'


def test_only_mentioned_users_become_pills() -> None:
    """A mention of anybody else is only their name."""
    rich = (Mention(ANNA, "Anna"), Text(" and "), Mention("@b:hs.test", "<Bob>"))
    assert html(rich, (ANNA,)) == '<a href="https://matrix.to/#/@anna:hs.test">Anna</a> and &lt;Bob&gt;'
    assert plain(rich) == "Anna and <Bob>"


@pytest.mark.parametrize(
    "url", ["javascript:alert(1)", "data:text/html,x", "//evil", "http://", "https://a\nb", "ht tp://x"]
)
def test_only_web_addresses_become_links(url: str) -> None:
    """Only http and https addresses become links."""
    assert html((Link(url, (Text("here"),)),)) == "here"
    assert plain((Link(url, (Text("here"),)),)) == "here"


def test_a_link_keeps_its_address_in_the_plain_body() -> None:
    """The plain body has the address after the label, unless they are equal."""
    link = Link('https://example.org/?a=1&b="2"', (Text("<here>"),))
    assert html((link,)) == '<a href="https://example.org/?a=1&amp;b=&quot;2&quot;">&lt;here&gt;</a>'
    assert plain((link,)) == '<here> (https://example.org/?a=1&b="2")'
    assert plain((Link("https://example.org", (Text("https://example.org"),)),)) == "https://example.org"


def test_a_time_is_shown_as_its_text() -> None:
    """A time is shown as the core's text, because Matrix has no times in the reader's zone."""
    assert html((Moment(datetime(2026, 5, 1, tzinfo=UTC), "Friday <7 pm>"),)) == "Friday &lt;7 pm&gt;"


def test_nul_and_lone_surrogates_are_replaced() -> None:
    """NUL and lone surrogates do not reach the homeserver."""
    assert plain((Text("a\x00b\ud800c"),)) == "ab?c"


def test_only_mentions_notify() -> None:
    """Every content has m.mentions, because otherwise @room and names in the text would notify people."""
    _, quiet = payloads.message(Content((Text("@room @anna:hs.test hello"),)))
    assert (quiet["m.mentions"], quiet["msgtype"]) == ({}, "m.text")
    _, loud = payloads.message(Content((Mention(ANNA, "Anna"),), mentions=(ANNA,)))
    assert (loud["m.mentions"], loud["msgtype"]) == ({"user_ids": [ANNA]}, "m.text")


def test_buttons_are_explained_below_the_text() -> None:
    """Each button has a line with the emoji to react with and its meaning."""
    content = Content(
        (Text("Coming?"),), buttons=(Button("rsvp:1:y", "Yes & no", "✅"), Button("rsvp:1:n", "No", "❌"))
    )
    _, made = payloads.message(content)
    assert made["body"] == "Coming?\n\n✅ Yes & no\n❌ No"
    assert made["formatted_body"] == "Coming?<br><br>✅ Yes &amp; no<br>❌ No"


def test_an_edit_replaces_text_and_legend() -> None:
    """An edit carries the whole new content, and a short form for clients without edits."""
    kind, made = payloads.edit("$m", Content((Text("new " * 1000),), buttons=(Button("a:1", "Yes", "✅"),)))
    assert kind == "m.room.message"
    assert made["m.relates_to"] == {"rel_type": "m.replace", "event_id": "$m"}
    new = made["m.new_content"]
    assert isinstance(new, dict)
    assert str(new["body"]).endswith("✅ Yes")
    assert len(str(made["body"])) < 250


def test_a_poll_has_its_question_answers_and_a_fallback() -> None:
    """A native poll has our answer ids, and numbered lines for clients without polls."""
    poll = NativePoll("Tea?", (PollOption("y", "Yes"), PollOption("n", "No")), max_choices=2)
    kind, made = payloads.message(Content((), poll=poll))
    assert kind == "org.matrix.msc3381.poll.start"
    start = made[kind]
    assert isinstance(start, dict)
    assert [answer["id"] for answer in start["answers"]] == ["y", "n"]
    assert start["max_selections"] == 2
    assert made["org.matrix.msc1767.text"] == "Tea?\n1. Yes\n2. No"


@pytest.mark.parametrize("letter", ["a", "<", '"', "é", "👩‍👩‍👧‍👦", "ا", "a\u0301\u0302\u0303"])
def test_any_text_fits_an_event(letter: str) -> None:
    """Any escaped text fits into an event, truncated between graphemes."""
    content = Content((Bold((Text(letter * 20_000),)), Text("tail")), buttons=(Button("a:1", "Yes", "✅"),))
    for sealed, most in ((False, 61_000), (True, 47_500)):
        for _, made in (payloads.message(content, encrypted=sealed), payloads.edit("$m", content, encrypted=sealed)):
            assert len(json.dumps(made, ensure_ascii=sealed).encode()) < most
    body = str(payloads.message(content)[1]["body"])
    assert body.endswith("…")
    assert set(graphemes(body[:-1])) == {letter}


def test_truncation_closes_quotes_and_emphasis() -> None:
    """Truncation closes quotations and emphasis and puts the ellipsis last."""
    rich = (Text("one "), Quote((Bold((Text("two three"),)), Text(" four"))), Text(" five"))
    assert html(truncate_rich(rich, 9)) == "one <blockquote><strong>two…</strong></blockquote>"


_texts = st.text(max_size=40)
_nodes = st.recursive(
    st.one_of(st.builds(Text, _texts), st.builds(Code, _texts), st.just(Break())),
    lambda inner: st.one_of(
        st.builds(Bold, st.lists(inner, max_size=3).map(tuple)),
        st.builds(Quote, st.lists(inner, max_size=3).map(tuple)),
    ),
    max_leaves=8,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(_nodes, max_size=5).map(tuple), st.integers(min_value=1, max_value=60))
def test_truncated_text_is_short_and_tags_balance(rich: Rich, length: int) -> None:
    """Truncated rich text keeps the given length and closes as many tags as it opens."""
    short = truncate_rich(rich, length)
    rendered = html(short)
    assert len(unescape(re.sub(r"<[^>]+>", "", rendered))) <= length
    for tag in ("strong", "blockquote", "code"):
        assert rendered.count(f"<{tag}>") == rendered.count(f"</{tag}>")


def test_only_answers_are_notices() -> None:
    """Cards, highlights and private messages are texts, and answers that mention nobody are notices."""
    content = Content((Text("Tea at five"),))
    assert payloads.message(content)[1]["msgtype"] == "m.text"
    assert payloads.edit("$card", content)[1]["msgtype"] == "m.text"
    assert payloads.message(content, answers=True)[1]["msgtype"] == "m.notice"
    pinging = Content((Text("Tea"),), mentions=(ANNA,))
    assert payloads.message(pinging, answers=True)[1]["msgtype"] == "m.text"
