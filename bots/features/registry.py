"""All features, in the order of `help`. Add a new feature here."""

from __future__ import annotations

from bots.features.announcements.feature import FEATURE as ANNOUNCEMENTS
from bots.features.audit.feature import FEATURE as AUDIT
from bots.features.communities.feature import FEATURE as COMMUNITIES
from bots.features.coordination.feature import FEATURE as COORDINATION
from bots.features.digests.feature import FEATURE as DIGESTS
from bots.features.events.feature import FEATURE as EVENTS
from bots.features.highlights.feature import FEATURE as HIGHLIGHTS
from bots.features.onboarding.feature import FEATURE as ONBOARDING
from bots.features.people.feature import FEATURE as PEOPLE
from bots.features.polls.feature import FEATURE as POLLS
from bots.features.rituals.feature import FEATURE as RITUALS
from bots.features.rooms.feature import FEATURE as ROOMS

FEATURES = (
    ROOMS,
    COMMUNITIES,
    PEOPLE,
    COORDINATION,
    AUDIT,
    ONBOARDING,
    POLLS,
    EVENTS,
    RITUALS,
    HIGHLIGHTS,
    ANNOUNCEMENTS,
    DIGESTS,
)
