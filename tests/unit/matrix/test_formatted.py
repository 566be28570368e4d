"""The HTML of people's messages becomes rich text, without what others wrote and without hidden addresses."""

from __future__ import annotations

from typing import Any

import pytest

from adapters.matrix.rendering.formatted import formatted_words, parse
from adapters.matrix.rendering.html import html
from bots.core.inbound import MessageEdited
from bots.core.richtext import Bold, Spoiler, Text, plain
from tests.unit.matrix.syncs import ANNA, Account, event, only


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        ("We <strong>planted</strong> <em>40</em> trees", "We <strong>planted</strong> <em>40</em> trees"),
        ("<p>one</p>\n<p>two<br>three</p>\n", "one<br><br>two<br>three"),
        ("<ul>\n<li>tea</li>\n<li><p>cake</p></li>\n</ul>\n<p>end</p>", "• tea<br>• cake<br><br>end"),
        ("<ol><li>a</li><li>b</li></ol>", "1. a<br>2. b"),
        ("<h1>News</h1>today", "<strong>News</strong><br>today"),
        ("<pre><code>a &lt; b\n  c\n</code></pre>end", "<code>a &lt; b</code><br><code>  c</code><br><br>end"),
        ("<blockquote>\n<p>so be it</p>\n</blockquote>\n<p>yes</p>", "&gt; so be it<br><br>yes"),
        ('<font color="red">5 &gt; 3</font> <del>old</del>', "5 &gt; 3 old"),
        ("<b>open <i>inside", "<strong>open <em>inside</em></strong>"),
        ('a <img data-mx-emoticon alt=":bee:" src="mxc://x/y"> b', "a :bee: b"),
    ],
)
def test_formats_are_kept(source: str, shown: str) -> None:
    """Emphasis, code, lists and paragraphs keep their form, and unknown elements leave their words."""
    assert html(parse(source)) == shown


def test_spoilers_stay_covered() -> None:
    """Words under a spoiler become a spoiler."""
    assert parse('It is <span data-mx-spoiler="end">Bob</span>!') == (
        Text("It is "), Spoiler((Text("Bob"),)), Text("!"),
    )  # fmt: skip


def test_links_show_where_they_lead() -> None:
    """A link shows its address, a link to a person shows their name, and anything else is plain text."""
    assert plain(parse('<a href="https://evil.test">your bank</a>')) == "your bank (https://evil.test)"
    assert plain(parse('<a href="https://x.test/a?b=1&amp;c=2">https://x.test/a?b=1&amp;c=2</a>')) == (
        "https://x.test/a?b=1&c=2"
    )
    assert html(parse('<a href="https://matrix.to/#/@anna:hs.test">Anna</a>')) == "Anna"
    assert html(parse('<a href="HTTP://Matrix.To/#/@anna:hs.test">Anna</a>')) == "Anna"
    assert html(parse('<a href="javascript:alert(1)">here</a>')) == "here"


def test_the_quotation_in_a_reply_is_left_out() -> None:
    """The words of others in front of a reply are in no copy, marked as such or not."""
    reply = {
        "format": "org.matrix.custom.html", "body": "> <@ben:hs.test> my secret\n\n**yes**",
        "formatted_body": "<mx-reply><blockquote>Ben: my secret</blockquote></mx-reply><b>yes</b>",
    }  # fmt: skip
    assert formatted_words(reply, "**yes**") == (Bold((Text("yes"),)),)
    unmarked = {**reply, "formatted_body": "<blockquote>my secret</blockquote><b>yes</b>"}
    assert formatted_words(unmarked, "**yes**") == ()


@pytest.mark.parametrize(
    "content",
    [
        {"body": "hi"},
        {"body": "hi", "format": "org.matrix.custom.html", "formatted_body": 7},
        {"body": "hi", "format": "other", "formatted_body": "<b>hi</b>"},
        {"body": "hi", "format": "org.matrix.custom.html", "formatted_body": "<p>hi</p>"},
        {"body": "hi", "format": "org.matrix.custom.html", "formatted_body": "<b></b>"},
    ],
)
def test_nothing_is_added_without_a_format(content: dict[str, Any]) -> None:
    """A message without a format of its own has its plain words only."""
    assert formatted_words(content, "hi") == ()


def test_an_edit_carries_its_format() -> None:
    """The new words of an edit come with their format."""
    new = {
        "msgtype": "m.text", "body": "**41** trees", "format": "org.matrix.custom.html",
        "formatted_body": "<strong>41</strong> trees",
    }  # fmt: skip
    relates = {"rel_type": "m.replace", "event_id": "$first"}
    edited = only(
        Account()
        .sync_member_list()
        .sync_room(event("m.room.message", ANNA, {**new, "m.new_content": new, "m.relates_to": relates}))
    )
    assert isinstance(edited, MessageEdited)
    assert edited.formatted == (Bold((Text("41"),)), Text(" trees"))
