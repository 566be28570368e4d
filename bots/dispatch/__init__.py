"""Dispatch: from inbound values to their handlers, in one transaction."""
