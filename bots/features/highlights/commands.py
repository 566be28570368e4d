"""Commands of highlights."""

from bots.commands import checks
from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from bots.core.refusal import Refusal
from bots.core.sanitize import is_invisible
from storage.tables import RelayConsent

MAX_TRANSLATION = 700
"""The longest translation, in letters. The original follows it in the same message."""


def translation_locale(text: str) -> str:
    """Return the language that somebody typed, maybe with a colon ("fr:"). Raises Refusal("locale-unknown")."""
    return checks.known_language(text.strip(" :"))


def translation_text(text: str) -> str:
    """Return a translation without spaces around it. Raises Refusal("translation-empty" | "text-too-long")."""
    said = text.strip().removeprefix(":").strip()
    if is_invisible(said):
        raise Refusal("translation-empty", argument="text")
    checks.check_length(said, MAX_TRANSLATION, "text")
    return said


RELAY = Command(
    name="relay", right=Right.CONNECTOR, needs="owned",
    args=(
        Arg(name="switch", kind="choice", choices=("on", "curated", "digest", "off", "status"), required=False),
        Arg(name="network", kind="rest", required=False),
    ),
)  # fmt: skip
QUEUE = Command(name="network queue", right=Right.COORDINATOR, needs="network")
HIGHLIGHT = Command(name="highlight", right=Right.CONNECTOR, alone="nominate")
HIGHLIGHT_STOP = Command(name="highlight stop", needs="owned")
ME_RELAY = Command(
    name="me relay", needs=None, args=(Arg(name="consent", kind="choice", choices=tuple(map(str, RelayConsent))),)
)
HIGHLIGHT_CONVERSATION = Command(name="highlight conversation", right=Right.CONNECTOR, needs="community")
HIGHLIGHT_LAST = Command(
    name="highlight last", right=Right.CONNECTOR, needs="community", args=(Arg(name="count", kind="number"),)
)
_NUMBER = Arg(name="number", kind="number", required=False)
HIGHLIGHT_POLL = Command(name="highlight poll", right=Right.CONNECTOR, aliases=("relay poll",), args=(_NUMBER,))
HIGHLIGHT_EVENT = Command(name="highlight event", right=Right.CONNECTOR, aliases=("relay event",), args=(_NUMBER,))
TRANSLATION_TEXT = Arg(name="text", kind="rest", check=translation_text)
TRANSLATION = Command(
    name="translation", needs="owned",
    args=(Arg(name="language", check=translation_locale), TRANSLATION_TEXT),
)  # fmt: skip
