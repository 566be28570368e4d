"""Names of files are one short line without a path."""

from __future__ import annotations

import pytest

from adapters.matrix.api.media import content_of
from bots.core.inbound import Attachment
from bots.core.sanitize import file_name


@pytest.mark.parametrize(
    ("given", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("C:\\x\\..\\y", "y"),
        ("photo_\u202egpj.exe", "photo_gpj.exe"),
        ("x.png\n\n✅ Passeurs: the meeting moved", "x.png ✅ Passeurs_ the meeting moved"),
        ("..", "file"),
        ("\u200b\u3164", "file"),
        ("tree.png", "tree.png"),
    ],
)
def test_file_names_are_one_plain_line(given: str, shown: str) -> None:
    """Paths, line breaks, bidi controls and invisible names are gone."""
    assert file_name(given) == shown


def test_long_file_name_keeps_its_extension() -> None:
    """A long name is truncated before its extension."""
    assert file_name("y" * 300 + ".png").endswith("….png") and len(file_name("y" * 300 + ".png")) <= 100


def test_matrix_quotes_a_description() -> None:
    """The description of a picture is a quotation on Matrix, not a message of the bot's."""
    source = '{"msgtype":"m.image","url":"mxc://a/b"}'
    content = content_of(Attachment(name="a.png", mime="image/png", size=1, source=source, alt="Vote <now>"))
    assert content["body"] == "> Vote <now>"
    assert content["formatted_body"] == "<blockquote>Vote &lt;now&gt;</blockquote>"
