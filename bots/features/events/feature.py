"""Events, as the router sees them."""

from bots.core.inbound import RoomMoved
from bots.dialogs import pagination
from bots.features.events import (
    autocomplete,
    changes,
    commands,
    confirmation,
    drafts,
    ics,
    listing,
    platform_events,
    reminders,
    rsvps,
    views,
)
from bots.routing.feature import Feature

FEATURE = Feature(
    name="events",
    commands=[
        (commands.EVENT, drafts.create),
        (commands.EVENT_LIST, pagination.command("events", listing.coming)),
        (commands.EVENT_SHOW, listing.show_event),
        (commands.EVENT_MOVE, changes.move),
        (commands.EVENT_CANCEL, changes.cancel),
        (commands.RSVP, rsvps.typed),
    ],
    lists={"events": listing.coming},
    buttons={
        "eventok": confirmation.confirmed,
        "eventno": confirmation.dropped,
        "rsvp": rsvps.pressed,
        "ics": ics.wanted,
    },
    releases={"rsvp": rsvps.taken_back},
    choices={platform_events.VERB: platform_events.interested},
    values={RoomMoved: [changes.carried_over]},
    timers={"event-reminder": reminders.due, "event-over": reminders.over, "event-draft": confirmation.expired},
    answers={drafts.DIALOG: confirmation.answered},
    cards={"event": views.card, "eventdraft": views.draft_card, platform_events.VERB: platform_events.stays},
    suggestions={"events": autocomplete.events},
    light=frozenset({"rsvp", "event-reminder"}),
)
