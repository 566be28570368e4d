"""Delivery: outbox rows go out, and what became of them is recorded."""
