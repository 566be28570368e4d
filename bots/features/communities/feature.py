"""Declaration of the feature."""

from bots.dialogs import pagination
from bots.features.communities import (
    autocomplete,
    commands,
    config,
    declining,
    exchange,
    exclusions,
    house_rules,
    invitations,
    joining,
    leaving,
    links,
    networks,
    operator,
    removal,
    roles,
    setup,
    tree,
)
from bots.routing.feature import Feature
from storage.queries import operator_requests
from storage.tables import Role

_QUESTIONS = (
    setup.LEAVE, leaving.UNLINK, leaving.LEAVE, removal.REMOVE, exclusions.EXCLUDE, joining.JOIN, invitations.REVOKE,
)  # fmt: skip

FEATURE = Feature(
    name="communities",
    commands=[
        (commands.SETUP, setup.set_up_community),
        (commands.CONFIG, config.configure),
        (commands.LINK, joining.link_command(commands.LINK)),
        (commands.UNLINK, leaving.leave_command),
        (commands.NETWORK_CREATE, networks.create_network),
        (commands.NETWORK_SHOW, pagination.list_command("communities", tree.show)),
        (commands.NETWORK_PARENT, joining.link_command(commands.NETWORK_PARENT)),
        (commands.NETWORK_INVITE, invitations.invite_command),
        (commands.NETWORK_INVITES, pagination.list_command("invitations", invitations.list_source)),
        (commands.NETWORK_ACCEPT, links.accept_command),
        (commands.NETWORK_REMOVE, removal.remove_command),
        (commands.NETWORK_TAKE, exchange.take_command),
        (commands.NETWORK_LISTEN, exchange.listen_command),
        (commands.NETWORK_SHARE, exchange.share_command),
        (commands.NETWORK_LEAVE, leaving.leave_command),
        (commands.ROOM_JOIN, setup.join_command),
        (commands.ROOM_LEAVE, setup.leave_command),
        (commands.ROOM_ROLE, setup.set_room_role),
        (commands.ROOM_EXCLUDE, exclusions.exclude_room),
        (commands.ROOM_INCLUDE, exclusions.include_room),
        (commands.HIGHLIGHT_EXCLUDE, exclusions.exclude_person),
        (commands.HIGHLIGHT_INCLUDE, exclusions.include_person),
        (commands.CONNECTOR_ADD, roles.add_command(Role.CONNECTOR)),
        (commands.CONNECTOR_REMOVE, roles.remove_command(Role.CONNECTOR)),
        (commands.CONNECTOR_LIST, roles.list_command(Role.CONNECTOR)),
        (commands.GREETER_ADD, roles.add_command(Role.GREETER)),
        (commands.GREETER_REMOVE, roles.remove_command(Role.GREETER)),
        (commands.GREETER_LIST, roles.list_command(Role.GREETER)),
        (commands.RULES, house_rules.show_rules),
        (commands.ME, roles.show_me),
        (commands.ME_LANGUAGE, roles.set_my_language),
    ],
    buttons={
        "linkok": links.press_accept,
        "linkno": declining.press_decline,
        "linkwhy": declining.press_why,
        "linkback": declining.press_withdraw,
        "invrevoke": invitations.press_revoke,
        config.VERB: config.press,
        **{question.kind: question.press for question in _QUESTIONS},
    },
    answers={declining.REASON: declining.answer_why, **{question.kind: question.answer for question in _QUESTIONS}},
    timers={
        declining.EXPIRE: declining.expire,
        operator_requests.REMOVE_COMMUNITY: operator.remove_community,
        operator_requests.MOVE_ROOM: operator.move_room,
    },
    cards={declining.CARD: links.render},
    lists={
        "communities": (commands.NETWORK_SHOW, tree.show),
        "invitations": (commands.NETWORK_INVITES, invitations.list_source),
    },
    suggestions={
        "zones": autocomplete.suggest_zones,
        "settings": autocomplete.suggest_settings,
        "communities": autocomplete.suggest_communities,
    },
)
