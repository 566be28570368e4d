"""Declaration of the feature."""

from bots.core.inbound import MemberLeft
from bots.features.digests import cards, charts, collecting, commands, personal, preview, timers, web
from bots.routing.feature import Feature
from bots.turn.notices import CommunitySettingChanged, NetworkCreated, NetworkSettingChanged, PersonErased

FEATURE = Feature(
    name="digests",
    commands=[
        (commands.DIGEST, commands.show_preview),
        (commands.ADD, commands.add_line),
        (commands.REMOVE, commands.remove_line),
        (commands.SKIP, commands.skip_next),
        (commands.SEND, commands.ask_to_send),
        (charts.CHART, charts.set_chart),
        (web.FILE, web.send_file),
        (web.FEED, web.set_feed),
        (personal.DIGEST, personal.set_digest),
        (personal.TIMEZONE, personal.set_timezone),
    ],
    buttons={
        preview.CUT: commands.press_line,
        preview.DO: commands.press_deed,
        commands.SEND_QUESTION.kind: commands.SEND_QUESTION.press,
    },
    answers={commands.SEND_QUESTION.kind: commands.SEND_QUESTION.answer},
    timers={
        timers.DUE: timers.on_due,
        timers.REVIEW: timers.on_review,
        collecting.TIMER: timers.on_collect,
        personal.TIMER: personal.on_due,
    },
    background=frozenset({timers.DUE, collecting.TIMER, personal.TIMER}),
    cards={"digest": cards.render, preview.CARD: preview.render_review},
    values={MemberLeft: [personal.forget_room]},
    notices={
        PersonErased: [personal.forget_person],
        NetworkCreated: [timers.on_network_created],
        NetworkSettingChanged: [timers.on_setting],
        CommunitySettingChanged: [timers.on_setting],
    },
    resume=timers.restore,
)
