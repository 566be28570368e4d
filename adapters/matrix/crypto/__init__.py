"""Encryption keys and cross-signing, which only Matrix has."""
