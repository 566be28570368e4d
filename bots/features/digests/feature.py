"""Declaration of the feature."""

from bots.commands.declaration import Command
from bots.core.permissions import Right
from bots.features.digests import handlers
from bots.routing.feature import Feature
from bots.turn.notices import NetworkCreated, NetworkSettingChanged

DIGEST = Command(name="digest", right=Right.CONNECTOR, needs="network")

FEATURE = Feature(
    name="digests",
    commands=[(DIGEST, handlers.preview_digest)],
    timers={"digest": handlers.post_digest},
    cards={"digest": handlers.render_digest},
    notices={NetworkCreated: [handlers.schedule_first_digest], NetworkSettingChanged: [handlers.reschedule_digest]},
    resume=handlers.restore_timers,
)
