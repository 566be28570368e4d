"""Commands, pressed buttons and submitted forms."""

from __future__ import annotations

from bots.core.card_id import ButtonId
from bots.core.inbound.base import PersonInbound
from bots.core.inbound.messages import QuotedMessage


class CommandInvoked(PersonInbound, frozen=True, kw_only=True):
    """A command. `line` is the text after the prefix (`poll "Tea?" yes no`).

    Platforms that pass arguments by name (Discord) put the command's name into `line` and the typed values into
    `options`. `message` is the message with the command, if there is one. The adapter needs `token` to answer an
    interaction. `edited`: the message said something else before its author edited it.
    """

    line: str
    message: str | None = None
    reply_to: str | None = None
    mentions: tuple[str, ...] = ()
    options: dict[str, str] | None = None
    token: str | None = None
    direct: bool = False
    quoted: QuotedMessage | None = None
    edited: bool = False


class ButtonPressed(PersonInbound, frozen=True, kw_only=True):
    """A press of one of our buttons. `button` is a ButtonId as text, at most 64 bytes.

    `released`: the person removed the reaction that pressed it.
    """

    button: str
    message: str | None = None
    token: str | None = None
    released: bool = False

    @property
    def id(self) -> ButtonId:
        """The parts of the button's id. Some platforms let people press any id, so parts may be empty."""
        return ButtonId.parse(self.button)

    @property
    def subject(self) -> str:
        """The subject of the button's id."""
        return self.id.subject

    @property
    def choice(self) -> str:
        """The choice of the button's id."""
        return self.id.choice


class RateLimited(PersonInbound, frozen=True, kw_only=True):
    """A request beyond the rate limit. It stands in for a command, an answer, a press or a form."""

    message: str | None = None
    token: str | None = None


class FormSubmitted(PersonInbound, frozen=True, kw_only=True):
    """A submitted form (Discord modal). `form` is its id, `verb:subject`."""

    form: str
    fields: dict[str, str]
    token: str | None = None
