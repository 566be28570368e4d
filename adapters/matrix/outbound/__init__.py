"""Outbound: performs outbound values on Matrix."""
