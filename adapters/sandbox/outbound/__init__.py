"""Perform outbound values on the sandbox."""
