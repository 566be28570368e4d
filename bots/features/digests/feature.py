"""Declaration of the feature."""

from bots.features.digests import collecting, commands, posting, preview, timers
from bots.routing.feature import Feature
from bots.turn.notices import CommunitySettingChanged, NetworkCreated, NetworkSettingChanged

FEATURE = Feature(
    name="digests",
    commands=[
        (commands.DIGEST, commands.show_preview),
        (commands.ADD, commands.add_line),
        (commands.REMOVE, commands.remove_line),
        (commands.SKIP, commands.skip_next),
        (commands.SEND, commands.ask_to_send),
    ],
    buttons={
        preview.CUT: commands.press_line,
        preview.DO: commands.press_deed,
        commands.SEND_QUESTION.kind: commands.SEND_QUESTION.press,
    },
    answers={commands.SEND_QUESTION.kind: commands.SEND_QUESTION.answer},
    timers={timers.DUE: timers.on_due, timers.REVIEW: timers.on_review, collecting.TIMER: timers.on_collect},
    background=frozenset({collecting.TIMER}),
    cards={"digest": posting.render, preview.CARD: preview.render_review},
    notices={
        NetworkCreated: [timers.on_network_created],
        NetworkSettingChanged: [timers.on_setting],
        CommunitySettingChanged: [timers.on_setting],
    },
    resume=timers.restore,
)
