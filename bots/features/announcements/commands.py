"""Commands of announcements."""

from bots.commands import checks
from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from bots.features.announcements import rules

_NUMBER = Arg(name="number", kind="number", required=False, suggests="announcements")
_TO = Arg(name="to", also=("for",), kind="named", required=False, suggests="audiences")
_AT = Arg(name="at", kind="named", required=False)
_SWITCHES = tuple(Arg(name=name, kind="when", required=False, choices=("yes", "no")) for name in ("deep", "urgent"))
TEXT = Arg(name="text", kind="rest", check=rules.text)
LANGUAGE = Arg(name="language", check=checks.known_language)

ANNOUNCE = Command(
    name="announce", alone="send", right=Right.COORDINATOR, needs="network", args=(TEXT, _TO, _AT, *_SWITCHES)
)
ANNOUNCE_TEXT = Command(name="announce text", right=Right.COORDINATOR, needs="network", args=(_NUMBER, LANGUAGE, TEXT))
ANNOUNCE_EDIT = Command(
    name="announce edit", right=Right.COORDINATOR, needs="network",
    args=(_NUMBER, Arg(name="text", kind="rest", required=False, check=rules.text), _TO, _AT, *_SWITCHES),
)  # fmt: skip
ANNOUNCE_RECALL = Command(name="announce recall", right=Right.COORDINATOR, needs="network", args=(_NUMBER,))
ANNOUNCE_LIST = Command(name="announce list", right=Right.CONNECTOR, needs="owned", aliases=("announcements",))
ANNOUNCE_SHOW = Command(name="announce show", right=Right.COORDINATOR, needs="network", args=(_NUMBER,))
ANNOUNCE_ACCEPT = Command(
    name="announce accept", right=Right.CONNECTOR, args=(_NUMBER, Arg(name="line", kind="rest", required=False))
)
ANNOUNCE_DECLINE = Command(
    name="announce decline", right=Right.CONNECTOR, args=(_NUMBER, Arg(name="reason", kind="rest", required=False))
)
ANNOUNCE_ANSWER = Command(name="announce answer", args=(_NUMBER, TEXT))
