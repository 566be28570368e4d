"""Declaration of the feature."""

from bots.features.people import commands, erasing, linking, own_data
from bots.routing.feature import Feature

FEATURE = Feature(
    name="people",
    commands=[
        (commands.DATA, own_data.show_data),
        (commands.EXPORT, own_data.send_export),
        (commands.ERASE, erasing.ask),
        (commands.LINK, linking.link),
        (commands.UNLINK, linking.unlink),
    ],
    buttons={erasing.ERASE.kind: erasing.ERASE.press},
    answers={erasing.ERASE.kind: erasing.ERASE.answer},
    timers={erasing.TRACES_TIMER: erasing.forget_traces},
    checks=frozenset({erasing.TRACES_TIMER}),
)
