"""Perform outbound values on Discord."""
