"""What the log shows, what it hides, and what it leaves out."""

from __future__ import annotations

import io
from collections.abc import Iterator

import pytest
import structlog

from adapters.cli.log_setup import configure


@pytest.fixture(autouse=True)
def _default_again() -> Iterator[None]:
    """Give the other tests their logging back."""
    before = structlog.get_config()
    yield
    structlog.configure(**before)


@pytest.mark.parametrize(
    "text",
    [
        "https://api.telegram.org/file/bot123456:hidden-abc/photos/file_1.jpg",
        "https://matrix.example/_matrix/media/v3/download/a/b?access_token=hidden-abc",
        "https://cdn.discordapp.com/attachments/1/2/a.png?ex=1&hm=hidden-abc&",
        "Authorization: Bearer hidden-abc",
        "the password is hidden-abc",
    ],
)
@pytest.mark.parametrize("form", ["json", "pretty"])
def test_tokens_in_addresses_and_the_settings_secrets_are_hidden(text: str, form: str) -> None:
    """They are hidden in values and in tracebacks."""
    out = io.StringIO()
    configure("info", form, out, secrets=["hidden-abc"] if text.startswith("the") else [])
    log = structlog.get_logger()
    log.info("file-unread", url=text)
    try:
        raise ValueError(text)  # noqa: TRY301 - the traceback is what the test is about
    except ValueError:
        log.exception("failed")
    assert "***" in out.getvalue()
    assert "hidden-abc" not in out.getvalue()


def test_a_module_has_its_own_level() -> None:
    """`levels` makes one module talk more, or less, than the others."""
    out = io.StringIO()
    configure("info", "json", out, levels={__name__: "debug"})
    structlog.get_logger().debug("here")
    assert "here" in out.getvalue()
    configure("info", "json", out, levels={__name__: "error"})
    structlog.get_logger().warning("not-here")
    assert "not-here" not in out.getvalue()
