"""Declaration of the feature."""

from bots.features.audit import listing, undo
from bots.features.audit.commands import AUDIT, UNDO
from bots.routing.feature import Feature

FEATURE = Feature(
    name="audit",
    commands=[(AUDIT, listing.audit_command), (UNDO, undo.undo)],
    lists={"audit": (AUDIT, listing.list_source)},
)
