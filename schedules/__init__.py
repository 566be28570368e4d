"""Timers and the delivery of the outbox."""
