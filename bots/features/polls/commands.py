"""Commands of polls."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from bots.features.polls import rules

_NUMBER = Arg(name="number", kind="number", required=False, suggests="polls")

POLL = Command(
    name="poll",
    alone="open",
    right=Right.CONNECTOR,
    args=(
        Arg(name="question", check=rules.question),
        Arg(name="options", kind="words", min_entries=2, check_words=rules.options),
        Arg(name="close", kind="when", required=False),
        Arg(name="choices", kind="when", required=False),
        Arg(name="native", kind="when", required=False, choices=("yes", "no")),
    ),
)
POLL_CLOSE = Command(name="poll close", right=Right.CONNECTOR, args=(_NUMBER,))
POLL_LIST = Command(name="poll list", aliases=("polls",))
POLL_RESULTS = Command(name="poll results", args=(_NUMBER,))
