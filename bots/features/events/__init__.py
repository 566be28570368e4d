"""Events: drafts, answers, reminders, moves and cancellations."""
