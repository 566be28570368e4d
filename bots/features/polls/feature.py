"""Polls, as the router sees them."""

from bots import paging
from bots.core.inbound import RoomMoved
from bots.feature import Feature
from bots.features.polls import commands, handlers, show, suggesting, voting

FEATURE = Feature(
    name="polls",
    commands=[
        (commands.POLL, handlers.open_poll),
        (commands.POLL_CLOSE, handlers.close_now),
        (commands.POLL_LIST, paging.command("polls", handlers.open_polls)),
        (commands.POLL_RESULTS, handlers.show_results),
    ],
    buttons={"poll": voting.cast_ballot, "pollm": voting.toggle_choice},
    releases={"poll": voting.take_back, "pollm": voting.toggle_choice},
    choices={"pollnative": voting.vote_natively},
    values={RoomMoved: [handlers.carried_over]},
    ended={"pollnative": handlers.ended_natively},
    timers={"poll-close": handlers.close_due},
    cards={"poll": show.card, "pollnative": show.native_stays, "pollresult": show.result_card},
    lists={"polls": handlers.open_polls},
    suggestions={"polls": suggesting.polls},
    light=frozenset({"poll", "pollnative"}),
)
