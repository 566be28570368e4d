"""The journey of a newcomer: a shared welcome, the rules, a question, and a human who says hello."""
