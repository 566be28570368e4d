"""Declaration of the feature."""

from bots.core.inbound import MessagePosted, RoomMoved
from bots.dialogs import pagination
from bots.features.polls import (
    anonymity,
    ballots,
    commands,
    drafts,
    early,
    forgetting,
    handlers,
    listing,
    nudges,
    posting,
    reasons,
    removal,
    sharing,
    views,
    voting,
)
from bots.features.polls.digest_section import digest_section
from bots.routing.feature import Feature
from bots.turn import cards
from bots.turn.notices import DialogReplaced

FEATURE = Feature(
    name="polls",
    commands=[
        (commands.POLL, handlers.open_poll),
        (commands.POLL_CLOSE, handlers.close_by_command),
        (commands.POLL_EDIT, handlers.edit_poll),
        (commands.POLL_DELETE, removal.ask_to_delete),
        (commands.POLL_REOPEN, removal.reopen),
        (commands.POLL_LIST, pagination.list_command("polls", listing.list_polls)),
        (commands.POLL_RESULTS, handlers.show_results),
        (commands.POLL_AGAIN, handlers.ask_again),
        (commands.POLL_VOTE, ballots.by_command),
        (commands.POLL_REASON, reasons.by_command),
    ],
    buttons={
        "poll": voting.cast_ballot,
        "pollm": voting.toggle_choice,
        "ballot": ballots.give,
        "pb": ballots.press,
        "pbtype": ballots.press_type,
        "pollname": reasons.press_show_name,
        "pollquiet": nudges.press_quiet,
        "pollwhy": reasons.press_why,
        "pollset": drafts.press_setting,
        "pollok": drafts.press_publish,
        "polledit": drafts.press_edit,
        "pollno": drafts.press_drop,
        removal.DELETE.kind: removal.DELETE.press,
    },
    releases={
        "poll": voting.release_choice,
        "pollm": voting.toggle_choice,
        "pb": ballots.press,
        "pollname": reasons.press_show_name,
        "pollquiet": nudges.press_quiet,
    },
    choices={"pollnative": voting.vote_natively},
    values={RoomMoved: [handlers.repost_polls], MessagePosted: [ballots.read_typed, reasons.read_typed]},
    poll_ended={"pollnative": handlers.close_natively},
    answers={drafts.DIALOG: drafts.answer_preview, removal.DELETE.kind: removal.DELETE.answer},
    timers={
        "poll-open": posting.open_on_time,
        "poll-close": handlers.close_on_time,
        early.TIMER: early.close_when_all_voted,
        nudges.TIMER: nudges.begin,
        nudges.REST: nudges.go_on,
        anonymity.TIMER: anonymity.go_on,
        anonymity.REST: anonymity.go_on,
        forgetting.TIMER: forgetting.go_on,
    },
    background=frozenset({forgetting.TIMER, nudges.REST, anonymity.REST}),
    cards={
        "poll": views.render_tally,
        "pollnative": cards.keep,
        "pollresult": views.render_results,
        ballots.CARD: ballots.render,
        reasons.CARD: cards.keep,
        drafts.CARD_KIND: cards.keep,
    },
    lists={"polls": (commands.POLL_LIST, listing.list_polls)},
    sharings={"poll": sharing.SHARING},
    suggestions={"polls": listing.suggest_polls},
    notices={DialogReplaced: [drafts.discard]},
    digest_section=digest_section,
)
