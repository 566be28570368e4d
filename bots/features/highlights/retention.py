"""Take back what a community shared before the history that it keeps: copies and words."""

from bots.features.highlights import withdrawal
from bots.turn.old_history import OldHistory
from storage.queries import history

PAST = OldHistory("highlight-past", 10, history.highlights_before, withdrawal.withdraw)
