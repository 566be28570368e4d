"""Commands of coordination."""

from bots.commands import tag_words
from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right

_TAG = Arg(name="tag", check=tag_words.parse)
_NAME = Arg(name="name", kind="rest", suggests="parts")
_NETWORK = Arg(name="network", kind="rest", required=False)

COMMUNITIES = Command(
    name="communities", right=Right.COORDINATOR, needs="network",
    args=(Arg(name="what", kind="rest", required=False, suggests="parts"),),
)  # fmt: skip
ALERTS = Command(
    name="alerts", right=Right.COORDINATOR, needs="network",
    args=(
        Arg(name="what", kind="choice", required=False, choices=("on", "off", "connector", "newcomer", "room")),
        Arg(name="value", kind="rest", required=False, suggests="parts"),
    ),
)  # fmt: skip
TAG_ADD = Command(name="tag add", right=Right.COORDINATOR, needs="network", args=(_TAG, _NAME))
TAG_REMOVE = Command(name="tag remove", right=Right.COORDINATOR, needs="network", args=(_TAG, _NAME))
TAG_LIST = Command(
    name="tag list", right=Right.CONNECTOR, needs="network", aliases=("tag", "tags"),
    args=(Arg(name="name", kind="rest", required=False, suggests="parts"),),
)  # fmt: skip
TAG_REFUSE = Command(name="tag refuse", right=Right.CONNECTOR, needs="network", args=(_TAG, _NETWORK))
TAG_ALLOW = Command(name="tag allow", right=Right.CONNECTOR, needs="network", args=(_TAG, _NETWORK))
