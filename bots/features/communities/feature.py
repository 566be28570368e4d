"""Communities and networks, as the router sees them."""

from bots import paging
from bots.feature import Feature
from bots.features.communities import commands, founding, roles, suggesting, tuning

FEATURE = Feature(
    name="communities",
    commands=[
        (commands.SETUP, founding.setup),
        (commands.CONFIG, tuning.config),
        (commands.LINK, founding.link),
        (commands.UNLINK, founding.unlink),
        (commands.NETWORK_CREATE, founding.create_network),
        (commands.NETWORK_SHOW, paging.command("communities", founding.linked)),
        (commands.NETWORK_PARENT, founding.set_parent),
        (commands.ROOM_JOIN, founding.join_community),
        (commands.ROOM_ROLE, founding.set_role),
        (commands.CONNECTOR_ADD, roles.adder("connector")),
        (commands.CONNECTOR_REMOVE, roles.remover("connector")),
        (commands.CONNECTOR_LIST, roles.lister("connector")),
        (commands.GREETER_ADD, roles.adder("greeter")),
        (commands.GREETER_REMOVE, roles.remover("greeter")),
        (commands.GREETER_LIST, roles.lister("greeter")),
        (commands.ME, roles.me),
        (commands.ME_LANGUAGE, roles.my_language),
    ],
    lists={"communities": founding.linked},
    suggestions={"zones": suggesting.zones, "settings": suggesting.settings, "communities": suggesting.communities},
)
