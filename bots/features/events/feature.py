"""Declaration of the feature."""

from bots.core.inbound import MemberJoined, MemberLeft, RoomMoved, ScheduledEventPublished
from bots.dialogs import pagination
from bots.features.events import (
    capacity,
    changes,
    commands,
    confirmation,
    drafts,
    editing,
    ics,
    listing,
    platform_events,
    presence,
    reminders,
    rsvps,
    sharing,
    views,
    waiting_list,
)
from bots.features.events.digest_section import digest_section
from bots.routing.feature import Feature
from bots.turn import cards
from bots.turn.notices import DialogReplaced

FEATURE = Feature(
    name="events",
    commands=[
        (commands.EVENT, drafts.create_draft),
        (commands.EVENT_LIST, pagination.list_command("events", listing.list_events)),
        (commands.EVENT_SHOW, listing.show_event),
        (commands.EVENT_MOVE, changes.move_event),
        (commands.EVENT_CANCEL, changes.cancel_event),
        (commands.EVENT_REOPEN, changes.reopen_event),
        (commands.EVENT_EDIT, editing.edit_event),
        (commands.EVENT_LIMIT, capacity.limit_event),
        (commands.RSVP, rsvps.type_answer),
    ],
    lists={"events": (commands.EVENT_LIST, listing.list_events)},
    buttons={
        "eventok": confirmation.press_confirm,
        "eventno": confirmation.press_drop,
        "rsvp": rsvps.press_answer,
        waiting_list.BUTTON: waiting_list.press_offer,
        waiting_list.AUTOMATIC_BUTTON: waiting_list.press_automatic,
        "ics": ics.press_calendar,
        changes.CANCEL.kind: changes.CANCEL.press,
        changes.MOVE.kind: changes.MOVE.press,
    },
    releases={"rsvp": rsvps.release_answer},
    sharings={"event": sharing.SHARING},
    choices={platform_events.CARD_KIND: platform_events.change_interest},
    card_reactions={"event": rsvps.react},
    values={
        RoomMoved: [changes.repost_events],
        MemberLeft: [presence.leave],
        MemberJoined: [presence.come_back],
        ScheduledEventPublished: [platform_events.store_link],
    },
    timers={
        "event-reminder": reminders.send_reminder,
        reminders.AFTER_QUIET: reminders.send_after_quiet,
        waiting_list.OFFER_TIMER: waiting_list.end_offer,
        waiting_list.MORE_TIMER: waiting_list.move_more_up,
        "event-over": reminders.end_event,
        "event-draft": confirmation.expire_draft,
    },
    answers={
        drafts.DIALOG: confirmation.answer_preview,
        editing.DIALOG: editing.answer_edit,
        changes.CANCEL.kind: changes.CANCEL.answer,
        changes.MOVE.kind: changes.MOVE.answer,
    },
    cards={"event": views.render_card, "eventdraft": views.render_draft, platform_events.CARD_KIND: cards.keep},
    suggestions={"events": listing.suggest_events},
    notices={DialogReplaced: [confirmation.discard_replaced]},
    digest_section=digest_section,
)
