"""Commands of communities and networks."""

from bots.commands.checks import known_zone
from bots.commands.declaration import Arg, Command
from bots.core.permissions import Right
from bots.dialogs.people import PERSON
from bots.features.communities import rules
from bots.features.communities.block_line import BlockReader
from bots.features.communities.invitation_line import LASTING, ONCE, InvitationReader
from bots.features.communities.place_line import PlaceReader
from storage.tables import NetworkEvents, Share

NAME = Arg(name="name", check=rules.name)
LOCALE = Arg(name="locale", kind="locale", check=rules.locale)
ZONE = Arg(name="zone", kind="zone", check=known_zone, suggests="zones")
CODE = Arg(name="code")
NETWORK = Arg(name="network", kind="rest", required=False)
KEY = Arg(name="key", required=False, suggests="settings")
VALUE = Arg(name="value", kind="rest", required=False)
SETUP_CODE = Arg(name="network", required=False)

_PLACE = (NAME, LOCALE, ZONE)
_HOME = (*_PLACE, SETUP_CODE)
SETUP = Command(name="setup", right=Right.ADMIN, needs="free", args=_HOME, reader=PlaceReader("setup", _HOME))
NETWORK_CREATE = Command(
    name="network create", right=Right.ADMIN, needs="free", args=_PLACE,
    reader=PlaceReader("network create", _PLACE),
)  # fmt: skip
NETWORK_SHOW = Command(name="network show", needs="network", aliases=("network",))
NETWORK_PARENT = Command(name="network parent", right=Right.COORDINATOR, needs="network", args=(CODE,))
_INVITATION = (
    Arg(name="uses", kind="choice", required=False, choices=(ONCE, LASTING)),
    Arg(name="span", kind="span", required=False),
    Arg(name="what", kind="choice", required=False, choices=("community", "network")),
    Arg(name="note", kind="rest", required=False),
)
NETWORK_INVITE = Command(
    name="network invite", right=Right.CONNECTOR, needs="network", aliases=("network code",), args=_INVITATION,
    reader=InvitationReader(_INVITATION),
)  # fmt: skip
NETWORK_INVITES = Command(
    name="network invites", right=Right.CONNECTOR, needs="network", aliases=("network renew", "network codes")
)
NETWORK_ACCEPT = Command(
    name="network accept", right=Right.COORDINATOR, needs="network",
    args=(Arg(name="name", kind="rest", required=False),),
)  # fmt: skip
NETWORK_REMOVE = Command(
    name="network remove", right=Right.COORDINATOR, needs="network",
    args=(Arg(name="name", kind="rest", required=False),),
)  # fmt: skip
NETWORK_TAKE = Command(
    name="network take", right=Right.COORDINATOR, needs="network",
    args=(Arg(name="what", kind="choice", choices=tuple(map(str, Share))), Arg(name="name", kind="rest")),
)  # fmt: skip
NETWORK_LISTEN = Command(
    name="network listen", right=Right.CONNECTOR, needs="owned",
    args=(Arg(name="switch", kind="choice", choices=("on", "off")), NETWORK),
)  # fmt: skip
NETWORK_SHARE = Command(
    name="network share", right=Right.CONNECTOR, needs="owned",
    args=(
        Arg(name="what", kind="choice", choices=("state",)),
        Arg(name="switch", kind="choice", choices=("on", "off")),
        NETWORK,
    ),
)  # fmt: skip
NETWORK_EVENTS = Command(
    name="network events", right=Right.CONNECTOR,
    args=(Arg(name="what", kind="choice", choices=tuple(map(str, NetworkEvents))), NETWORK),
)  # fmt: skip
NETWORK_LEAVE = Command(name="network leave", right=Right.CONNECTOR, needs="owned", args=(NETWORK,))
LINK = Command(name="link", right=Right.CONNECTOR, needs="owned", args=(CODE,))
UNLINK = Command(name="unlink", right=Right.CONNECTOR, needs="owned", args=(NETWORK,))
CONFIG = Command(
    name="config", right=Right.CONNECTOR, needs="owned",
    args=(KEY, VALUE),
)  # fmt: skip
ROOM_JOIN = Command(
    name="room join", right=Right.ADMIN, needs="free",
    args=(Arg(name="name", kind="rest", suggests="communities"),),
)  # fmt: skip
ROOM_LEAVE = Command(name="room leave", right=Right.CONNECTOR, needs="owned")
ROOM_ROLE = Command(
    name="room role", right=Right.CONNECTOR, needs="owned",
    args=(Arg(name="role", kind="choice", choices=("home", "events", "highlights", "circle")),),
)  # fmt: skip
ROOM_EXCLUDE = Command(name="room exclude", right=Right.CONNECTOR)
ROOM_INCLUDE = Command(name="room include", right=Right.CONNECTOR)
HIGHLIGHT_EXCLUDE = Command(name="highlight exclude", right=Right.CONNECTOR, args=(PERSON,))
HIGHLIGHT_INCLUDE = Command(name="highlight include", right=Right.CONNECTOR, args=(PERSON,))
_BLOCK = (PERSON, Arg(name="span", kind="span", required=False), Arg(name="reason", kind="named", required=False))
BLOCK = Command(name="block", right=Right.CONNECTOR, args=_BLOCK, reader=BlockReader(_BLOCK))
UNBLOCK = Command(name="unblock", right=Right.CONNECTOR, args=(PERSON,))
BLOCKS = Command(name="blocks", right=Right.CONNECTOR)
APPEAL = Command(name="appeal", needs=None, args=(Arg(name="text", kind="rest", required=False),))
NETWORK_BLOCKS = Command(
    name="network blocks", right=Right.CONNECTOR,
    args=(
        Arg(name="what", kind="choice", required=False, choices=("share", "accept")),
        Arg(name="policy", kind="choice", required=False, choices=("on", "off", "ask")),
    ),
)  # fmt: skip
CONNECTOR_ADD = Command(name="connector add", needs="owned", right=Right.CONNECTOR, args=(PERSON,))
CONNECTOR_REMOVE = Command(name="connector remove", needs="owned", right=Right.CONNECTOR, args=(PERSON,))
CONNECTOR_LIST = Command(name="connector list", needs="owned", aliases=("connectors",))
HANDOVER = Command(name="handover", right=Right.CONNECTOR, needs="owned", args=(PERSON,))
NETWORK_HANDOVER = Command(
    name="network handover", right=Right.COORDINATOR, needs="network", args=(Arg(name="name"), PERSON)
)
GREETER_ADD = Command(name="greeter add", right=Right.CONNECTOR, args=(PERSON,))
GREETER_REMOVE = Command(name="greeter remove", right=Right.CONNECTOR, args=(PERSON,))
GREETER_LIST = Command(name="greeter list", aliases=("greeters",))
RULES = Command(name="rules", needs=None)
ME = Command(name="me", needs=None, alone="show")
ME_LANGUAGE = Command(name="me language", needs=None, args=(LOCALE,))
