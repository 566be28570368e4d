"""Dialogs: questions for missing arguments, forms, and lists with pages."""
