"""Onboarding: a greeting, the rules, a question, and a person who says hello."""
