"""Polls, as the router sees them."""

from bots.core.inbound import RoomMoved
from bots.dialogs import pagination
from bots.features.polls import autocomplete, commands, handlers, views, voting
from bots.routing.feature import Feature

FEATURE = Feature(
    name="polls",
    commands=[
        (commands.POLL, handlers.open_poll),
        (commands.POLL_CLOSE, handlers.close_now),
        (commands.POLL_LIST, pagination.command("polls", handlers.open_polls)),
        (commands.POLL_RESULTS, handlers.show_results),
    ],
    buttons={"poll": voting.cast_ballot, "pollm": voting.toggle_choice},
    releases={"poll": voting.take_back, "pollm": voting.toggle_choice},
    choices={"pollnative": voting.vote_natively},
    values={RoomMoved: [handlers.carried_over]},
    ended={"pollnative": handlers.ended_natively},
    timers={"poll-close": handlers.close_due},
    cards={"poll": views.card, "pollnative": views.native_stays, "pollresult": views.result_card},
    lists={"polls": handlers.open_polls},
    suggestions={"polls": autocomplete.polls},
    light=frozenset({"poll", "pollnative"}),
)
