"""Declaration of the feature."""

from bots.features.coordination import autocomplete, commands, overview, tags
from bots.routing.feature import Feature
from bots.turn.notices import PlaceLeftNetwork

FEATURE = Feature(
    name="coordination",
    commands=[
        (commands.COMMUNITIES, overview.show),
        (commands.TAG_ADD, tags.add),
        (commands.TAG_REMOVE, tags.remove),
        (commands.TAG_LIST, tags.show),
        (commands.TAG_REFUSE, tags.refuse),
        (commands.TAG_ALLOW, tags.allow),
    ],
    lists={overview.LIST: (commands.COMMUNITIES, overview.list_all)},
    filtered_lists={overview.LIST: (commands.COMMUNITIES, overview.list_filtered)},
    suggestions={"parts": autocomplete.suggest_parts},
    notices={PlaceLeftNetwork: [tags.forget]},
)
