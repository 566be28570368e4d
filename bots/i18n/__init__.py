"""Texts and languages: one folder of bots/locales a language."""
