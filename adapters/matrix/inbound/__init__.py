"""Inbound: turns Matrix events into inbound values."""
