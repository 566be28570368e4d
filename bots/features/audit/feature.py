"""Declaration of the feature."""

from bots.features.audit import listing
from bots.features.audit.commands import AUDIT
from bots.routing.feature import Feature

FEATURE = Feature(
    name="audit", commands=[(AUDIT, listing.audit_command)], lists={"audit": (AUDIT, listing.list_source)}
)
