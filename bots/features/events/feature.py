"""Events, as the router sees them."""

from bots.feature import Feature
from bots.features.events import asked, changes, commands, confirming, drafts, reminders, rsvps, show

FEATURE = Feature(
    name="events",
    commands=[
        (commands.EVENT, drafts.create),
        (commands.EVENT_LIST, asked.list_events),
        (commands.EVENT_SHOW, asked.show_event),
        (commands.EVENT_MOVE, changes.move),
        (commands.EVENT_CANCEL, changes.cancel),
        (commands.RSVP, rsvps.typed),
    ],
    buttons={"eventok": confirming.confirmed, "eventno": confirming.dropped, "rsvp": rsvps.pressed},
    releases={"rsvp": rsvps.taken_back},
    timers={"event-reminder": reminders.due, "event-over": reminders.over, "event-draft": confirming.expired},
    answers={drafts.DIALOG: confirming.answered},
    cards={"event": show.card, "eventdraft": show.draft_card},
    light=frozenset({"rsvp"}),
)
