"""Covered words and files stay covered wherever they are shown."""

from __future__ import annotations

import pytest

from adapters.discord.rendering.markdown import markdown
from adapters.discord.rendering.payloads import uploads
from adapters.matrix.api import media
from adapters.matrix.rendering import html as matrix
from adapters.sandbox.rendering.html import to_html as sandbox_html
from adapters.telegram.outbound.uploads import kind_of
from adapters.telegram.rendering.html import to_html as telegram_html
from bots.core.inbound import Attachment
from bots.core.richtext import Break, Rich, Spoiler, Text, plain, with_spoilers
from bots.core.truncation import truncate_rich

ENDING = with_spoilers("The end: ||the gardener did it||!")


@pytest.mark.parametrize(
    ("text", "rich"),
    [
        ("a ||b|| c", (Text("a "), Spoiler((Text("b"),)), Text(" c"))),
        ("||b||", (Spoiler((Text("b"),)),)),
        ("||b\nc||", (Spoiler((Text("b"), Break(), Text("c"))),)),
        ("a || b", (Text("a || b"),)),
        ("||a|| or || b", (Spoiler((Text("a"),)), Text(" or || b"))),
        ("a\nb", (Text("a"), Break(), Text("b"))),
        ("", ()),
    ],
)
def test_words_between_bars_are_covered(text: str, rich: Rich) -> None:
    """Words between two bars are a spoiler; a bar without a partner stays as it is."""
    assert with_spoilers(text) == rich


def test_every_platform_covers_words() -> None:
    """Discord, Telegram, Matrix and the sandbox cover the words, and plain text leaves them out."""
    assert markdown(ENDING) == "The end: ||the gardener did it||!"
    assert "<tg-spoiler>the gardener did it</tg-spoiler>" in telegram_html(ENDING)
    assert "<span data-mx-spoiler>the gardener did it</span>" in matrix.html(ENDING)
    assert 'class="spoiler"' in sandbox_html(ENDING)
    for shown in (plain(ENDING), matrix.plain(ENDING)):
        assert "gardener" not in shown and shown.startswith("The end: █")


def test_a_cut_spoiler_is_covered() -> None:
    """A text that ends within a spoiler covers what is left of it."""
    assert markdown(truncate_rich(ENDING, 17)) == "The end: ||the gar…||"


def test_a_covered_file_is_no_picture_in_the_room() -> None:
    """A covered picture is covered on Discord, and a file to open on Telegram."""
    covered = Attachment(name="end.png", mime="image/png", size=3, spoiler=True)
    assert [upload.name for upload in uploads([covered], [b"abc"], 100)] == ["SPOILER_end.png"]
    assert kind_of(covered, 3) == "document"


def test_a_covered_file_of_matrix_is_known() -> None:
    """A file that a Matrix client covers is covered elsewhere, and one that the bot covers says so to clients."""
    content = {"msgtype": "m.image", "body": "end.png", "url": "mxc://hs.test/a", "info": {"mimetype": "image/png"}}
    mark = {"page.codeberg.everypizza.msc4193.spoiler": True}
    open_one, covered = media.attachment_of(content, "matrix"), media.attachment_of({**content, **mark}, "matrix")
    assert open_one is not None and covered is not None
    assert (open_one.spoiler, covered.spoiler) == (False, True)
    assert "page.codeberg.everypizza.msc4193.spoiler" not in media.content_of(open_one)
    assert media.content_of(covered).items() >= mark.items()
