"""Communities and networks, as the router sees them."""

from bots.dialogs import pagination
from bots.features.communities import autocomplete, commands, config, roles, setup
from bots.routing.feature import Feature

FEATURE = Feature(
    name="communities",
    commands=[
        (commands.SETUP, setup.setup),
        (commands.CONFIG, config.config),
        (commands.LINK, setup.link),
        (commands.UNLINK, setup.unlink),
        (commands.NETWORK_CREATE, setup.create_network),
        (commands.NETWORK_SHOW, pagination.command("communities", setup.linked)),
        (commands.NETWORK_PARENT, setup.set_parent),
        (commands.ROOM_JOIN, setup.join_community),
        (commands.ROOM_ROLE, setup.set_role),
        (commands.CONNECTOR_ADD, roles.adder("connector")),
        (commands.CONNECTOR_REMOVE, roles.remover("connector")),
        (commands.CONNECTOR_LIST, roles.lister("connector")),
        (commands.GREETER_ADD, roles.adder("greeter")),
        (commands.GREETER_REMOVE, roles.remover("greeter")),
        (commands.GREETER_LIST, roles.lister("greeter")),
        (commands.ME, roles.me),
        (commands.ME_LANGUAGE, roles.my_language),
    ],
    lists={"communities": setup.linked},
    suggestions={
        "zones": autocomplete.zones,
        "settings": autocomplete.settings,
        "communities": autocomplete.communities,
    },
)
