"""Commands of highlights."""

from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from storage.tables import RelayConsent

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
_NUMBER = Arg(name="number", kind="number", required=False)
HIGHLIGHT_POLL = Command(name="highlight poll", right=Right.CONNECTOR, aliases=("relay poll",), args=(_NUMBER,))
HIGHLIGHT_EVENT = Command(name="highlight event", right=Right.CONNECTOR, aliases=("relay event",), args=(_NUMBER,))
