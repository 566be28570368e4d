"""Declaration of the feature."""

from bots.features.coordination import alert_settings, alert_texts, alerts, autocomplete, commands, overview, tags
from bots.routing.feature import Feature
from bots.turn.notices import NetworkCreated, PlaceLeftNetwork

FEATURE = Feature(
    name="coordination",
    commands=[
        (commands.COMMUNITIES, overview.show),
        (commands.ALERTS, alert_settings.configure),
        (commands.TAG_ADD, tags.add),
        (commands.TAG_REMOVE, tags.remove),
        (commands.TAG_LIST, tags.show),
        (commands.TAG_REFUSE, tags.refuse),
        (commands.TAG_ALLOW, tags.allow),
    ],
    lists={overview.LIST: (commands.COMMUNITIES, overview.list_all)},
    filtered_lists={overview.LIST: (commands.COMMUNITIES, overview.list_filtered)},
    suggestions={"parts": autocomplete.suggest_parts},
    timers={alerts.TIMER: alerts.look, alerts.REST: alerts.look_on},
    background=frozenset({alerts.REST}),
    checks=frozenset({alerts.TIMER}),
    cards={alert_texts.CARD: alert_texts.render},
    notices={PlaceLeftNetwork: [tags.forget], NetworkCreated: [alerts.begin]},
    resume=alerts.restore_timers,
)
