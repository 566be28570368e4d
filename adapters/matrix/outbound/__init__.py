"""Perform outbound values on Matrix."""
