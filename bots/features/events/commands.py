"""Commands of events."""

from bots.commands.declaration import Arg, Command
from bots.commands.readers import AnyWords
from bots.core.permissions import Right
from bots.features.events.capacity_reader import CapacityReader

_NUMBER = Arg(name="number", kind="number", required=False, suggests="events")

_OPTIONS = tuple(
    Arg(name=name, kind="named", required=False)
    for name in ("guests", "for", "deadline", "list", "question", "cost", "link", "visibility", "carry", "tags")
)

_TO = Arg(name="to", kind="named", required=False, choices=("network", "communities"))

EVENT = Command(
    name="event", needs="owned", alone="plan", right=Right.CONNECTOR,
    args=(
        Arg(name="what", kind="rest", no_question=True), Arg(name="places", kind="named", required=False),
        *_OPTIONS, _TO,
    ),
)  # fmt: skip
EVENT_SET = Command(
    name="event set",
    needs="owned",
    right=Right.CONNECTOR,
    args=(_NUMBER, *_OPTIONS, Arg(name="changes", kind="rest", required=False)),
)
_LIMIT = (
    _NUMBER,
    Arg(name="places", required=False),
    Arg(name="surplus", kind="choice", choices=("keep", "wait"), required=False),
)
EVENT_LIMIT = Command(
    name="event limit", needs="owned", right=Right.CONNECTOR, args=_LIMIT, reader=CapacityReader(_LIMIT)
)
EVENT_MOVE = Command(
    name="event move", needs="owned", right=Right.CONNECTOR,
    args=(_NUMBER, Arg(name="when", kind="rest", required=False, no_question=True)),
)  # fmt: skip
EVENT_REPEAT = Command(
    name="event repeat",
    right=Right.CONNECTOR,
    args=(_NUMBER, Arg(name="rule", kind="rest", required=False, no_question=True)),
)
EVENT_CANCEL = Command(
    name="event cancel", needs="owned", right=Right.CONNECTOR,
    args=(_NUMBER, Arg(name="reason", kind="rest", required=False)),
)  # fmt: skip
EVENT_REOPEN = Command(name="event reopen", needs="owned", right=Right.CONNECTOR, args=(_NUMBER,))
EVENT_EDIT = Command(
    name="event edit", needs="owned", right=Right.CONNECTOR,
    args=(
        _NUMBER,
        Arg(name="title", kind="named", required=False),
        Arg(name="place", kind="named", required=False),
        Arg(name="link", kind="named", required=False),
        Arg(name="description", kind="named", required=False),
        Arg(name="changes", kind="rest", required=False),
    ),
)  # fmt: skip
EVENT_ACCEPT = Command(name="event accept", right=Right.CONNECTOR, args=(_NUMBER,))
EVENT_DECLINE = Command(name="event decline", right=Right.CONNECTOR, args=(_NUMBER,))
EVENT_GUESTS = Command(
    name="event guests", needs="owned", right=Right.CONNECTOR,
    args=(_NUMBER, Arg(name="form", kind="choice", choices=("list", "file"), required=False)),
)  # fmt: skip
EVENT_CHECKIN = Command(name="event checkin", needs="owned", right=Right.CONNECTOR, args=(_NUMBER,))
EVENT_HOST = Command(
    name="event host", needs="owned", args=(_NUMBER, Arg(name="person", kind="person", required=False))
)
EVENT_ANSWER = Command(name="event answer", needs="owned", args=(_NUMBER, Arg(name="answer", kind="rest")))
EVENT_REMIND = Command(
    name="event remind", needs="owned", args=(_NUMBER, Arg(name="times", kind="rest", required=False))
)
ME_REMIND = Command(name="me remind", needs=None, args=(Arg(name="times", kind="rest", required=False),))
ME_CALENDAR = Command(
    name="me calendar", needs=None,
    args=(Arg(name="how", kind="choice", choices=("on", "renew", "off", "file"), required=False),),
)  # fmt: skip
EVENT_LIST = Command(name="event list", needs="owned", aliases=("events",), reader=AnyWords())
EVENT_FEED = Command(
    name="event feed", needs="owned", right=Right.CONNECTOR,
    args=(Arg(name="how", kind="choice", choices=("on", "renew", "off", "status", "file"), required=False),),
)  # fmt: skip
EVENT_IMPORT = Command(
    name="event import", needs="owned", right=Right.CONNECTOR, args=(Arg(name="what", kind="rest", required=False),)
)
AGENDA = Command(
    name="agenda", needs="owned",
    args=(Arg(name="month", kind="rest", required=False), Arg(name="tag", kind="named", required=False)),
)  # fmt: skip
EVENT_SHOW = Command(name="event show", needs="owned", args=(_NUMBER,))
RSVP = Command(name="rsvp", needs="owned", args=(_NUMBER, Arg(name="answer", kind="rest", required=False)))
