"""Perform outbound values in the sandbox."""
