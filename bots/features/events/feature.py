"""Events, as the router sees them."""

from bots import paging
from bots.core.inbound import RoomMoved
from bots.feature import Feature
from bots.features.events import (
    asked,
    calendars,
    changes,
    commands,
    confirming,
    drafts,
    gatherings,
    reminders,
    rsvps,
    show,
    suggesting,
)

FEATURE = Feature(
    name="events",
    commands=[
        (commands.EVENT, drafts.create),
        (commands.EVENT_LIST, paging.command("events", asked.coming)),
        (commands.EVENT_SHOW, asked.show_event),
        (commands.EVENT_MOVE, changes.move),
        (commands.EVENT_CANCEL, changes.cancel),
        (commands.RSVP, rsvps.typed),
    ],
    lists={"events": asked.coming},
    buttons={
        "eventok": confirming.confirmed,
        "eventno": confirming.dropped,
        "rsvp": rsvps.pressed,
        "ics": calendars.wanted,
    },
    releases={"rsvp": rsvps.taken_back},
    choices={gatherings.VERB: gatherings.interested},
    values={RoomMoved: [changes.carried_over]},
    timers={"event-reminder": reminders.due, "event-over": reminders.over, "event-draft": confirming.expired},
    answers={drafts.DIALOG: confirming.answered},
    cards={"event": show.card, "eventdraft": show.draft_card, gatherings.VERB: gatherings.stays},
    suggestions={"events": suggesting.events},
    light=frozenset({"rsvp", "event-reminder"}),
)
