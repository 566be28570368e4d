"""Delivery: send outbox rows and record the results."""
