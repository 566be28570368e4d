"""Events: planned in one line of text, answered, remembered in time, moved and cancelled with everybody told."""
